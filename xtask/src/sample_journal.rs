//! The journal of the sample: someone whose partner left on 20 February 2026 after a slow year.
//!
//! Invented from end to end. It shows what a journal looks like; it proves nothing about anyone.

use jiff::civil::{Date, DateTime, date, time};
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};

use crate::dice::Dice;

const SEED: u64 = 20_260_220;
const LEFT: Date = date(2026, 2, 20);
const FIRST: Date = date(2025, 1, 6);

/// The journal as JSON Lines, in order of time.
pub(crate) fn text() -> String {
    let mut sample = Sample { dice: Dice::new(SEED), lines: Vec::new() };
    sample.before();
    sample.after();
    sample.lines.sort();
    sample.lines.into_iter().flat_map(|(_, line)| [line, "\n".into()]).collect()
}

struct Sample {
    dice: Dice,
    lines: Vec<(Zoned, String)>,
}

impl Sample {
    /// Writes an event at a local time of Berlin, from the short grammar.
    fn at(&mut self, local: DateTime, event: &str) {
        let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
        let zoned = local.to_zoned(zone).expect("the sample's times exist");
        let mut object = journal::short::parse(event).expect("the sample's events are good ones");
        let at = zoned.timestamp().display_with_offset(zoned.offset()).to_string();
        object.insert("at".into(), at.into());
        let (entry, unknown) =
            journal::lines::parse_object(object).expect("the sample's events are good ones");
        assert!(unknown.is_empty(), "{event}: {unknown:?}");
        self.lines.push((zoned, journal::lines::print(&entry)));
    }

    fn hour(&mut self, day: Date, from: u64, to: u64) -> DateTime {
        let hour = i8::try_from(self.dice.whole(from, to)).unwrap_or(12);
        let minute = i8::try_from(self.dice.whole(0, 59)).unwrap_or(0);
        day.to_datetime(time(hour, minute, 0, 0))
    }

    /// The year before: contact about the two of them, remembered and written in. It thins out from September on.
    fn before(&mut self) {
        let mut day = FIRST;
        while day < LEFT {
            let late = day >= date(2025, 9, 1);
            if self.dice.chance(theirs(day)) {
                let tone =
                    self.dice.pick(if late { &["neutral", "cold", "neutral"] } else { &["warm", "neutral"] });
                let channel = self.dice.pick(&["text", "call", "text"]);
                let at = self.hour(day, 11, 21);
                self.at(at, &format!("contact partner starts {channel} personal {tone}"));
            }
            if self.dice.chance(if late { 0.45 } else { 0.35 }) {
                let channel = self.dice.pick(&["text", "text", "call"]);
                let at = self.hour(day, 8, 22);
                self.at(at, &format!("contact me starts {channel} personal"));
            }
            day = next(day);
        }
    }

    /// From the leaving to the first days of March.
    fn after(&mut self) {
        let first = LEFT.to_datetime(time(23, 10, 0, 0));
        self.at(first, "situation reunite apart 14 left_on=2026-02-20 shares=home,money zone=Europe/Berlin country=DE day_starts=04:00");
        self.at(first, "fear no");
        self.at(first, "note \"The flat is very quiet. I do not know what to do with my hands.\"");
        self.at(first, "person Ines can=night phone=\"+49 30 0000000\"");
        self.at(first, "person \"my brother\" can=listen");
        self.at(date(2026, 2, 22).at(19, 30, 0, 0), "contact me starts text personal");
        self.at(date(2026, 2, 23).at(9, 5, 0, 0), "contact partner replies text personal neutral");
        let mut day = next(LEFT);
        while day <= date(2026, 3, 5) {
            self.one_day(day);
            day = next(day);
        }
        self.at(date(2026, 2, 25).at(18, 0, 0, 0), "work counsellor \"listening without fixing\" 50 takeaway=\"I answer before they have finished.\"");
        self.at(date(2026, 3, 1).at(16, 0, 0, 0), "change \"answering too fast\" if_then=\"If I want to answer at once, then I breathe out first.\"");
        self.at(date(2026, 3, 3).at(20, 15, 0, 0), "draft start id=evening-letter \"I have thought about the autumn, and about what I did not see.\"");
        self.at(date(2026, 3, 4).at(12, 40, 0, 0), "contact partner starts text personal warm");
        self.at(date(2026, 3, 4).at(12, 41, 0, 0), "request meal 120min for=2026-03-07T19:00:00+01:00");
        self.at(date(2026, 3, 4).at(21, 0, 0, 0), "hard-date \"nine years together\" on=2026-03-12 yearly");
        self.at(
            date(2026, 3, 5).at(21, 10, 0, 0),
            "urge call 8 after=5 trigger=\"a song in the kitchen\" passed",
        );
    }

    fn one_day(&mut self, day: Date) {
        let morning = self.hour(day, 7, 9);
        let sleep = self.dice.whole(9, 14);
        let asleep = self.dice.whole(15, 70);
        let ate = self.dice.pick(&["little", "well", "little", "hardly"]);
        let mood = self.dice.whole(2, 5);
        let felt = self.dice.pick(&["suffered", "rested", "suffered"]);
        let hours = format!("{}.{}", sleep / 2, if sleep % 2 == 1 { 5 } else { 0 });
        self.at(morning, &format!("checkin {mood} {hours}h to_fall_asleep_minutes={asleep} {ate} {felt}"));
        for _ in 0..self.dice.whole(1, 2) {
            let at = self.hour(day, 18, 20);
            let (channel, strength) = (self.dice.pick(&["text", "call", "look-up"]), self.dice.whole(4, 8));
            let after = self.dice.whole(1, 4);
            self.at(at, &format!("urge {channel} {strength} after={after} passed"));
        }
    }
}

/// The chance that they begin something on a day: less from autumn on, and hardly ever from the new year on.
fn theirs(day: Date) -> f64 {
    if day < date(2025, 9, 1) {
        0.38
    } else if day < date(2026, 1, 19) {
        0.22
    } else {
        0.04
    }
}

fn next(day: Date) -> Date {
    day.checked_add(Span::new().days(1)).expect("the sample ends long before the calendar")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sample_in_the_house_is_what_the_seed_makes() {
        let kept = include_str!("../../samples/journal.jsonl");
        assert!(super::text() == kept, "run `cargo xtask sample`");
    }
}
