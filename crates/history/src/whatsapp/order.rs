//! Which number of a date is the day: one decision for a whole file, and how it was reached.
//!
//! The chain: a number above 12 somewhere; else what the names of media tell; else the order in which time runs
//! backward least often; else nobody can know, and the person is asked. It never decides line by line, and
//! never by language or by how a date is punctuated.

use super::lines::Votes;
use crate::audit::{DateOrder, DecidedBy};
use jiff::civil::Date;

/// The first year, of two digits, that a chat can be of: WhatsApp began in 2009.
const FIRST_YEAR: u16 = 9;
/// The last that is thought of where a year might be a day.
const LAST_YEAR: u16 = 45;

/// The date of one record as written, with what its layout tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The numbers.
    pub(crate) parts: [u16; 3],
    /// The layout puts a year of four digits first.
    pub(crate) year_first: bool,
    /// The year has two digits.
    pub(crate) short_year: bool,
}

/// What a file says about its order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    days: u32,
    year_first: u32,
    first_above: u32,
    second_above: u32,
    back_day_first: u32,
    back_month_first: u32,
    /// Numbers above 12 that stand where time runs backward if they are the day.
    odd_day_first: u32,
    odd_month_first: u32,
    changes: [u32; 3],
    year_first_sound: bool,
    third_is_no_year: bool,
    short: u32,
    last: Option<Written>,
    last_day_first: Option<Date>,
    last_month_first: Option<Date>,
    open: Option<Written>,
}

/// Why no order could be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Undecided {
    /// Every date can be read both ways; this is one of them.
    BothWays([u16; 3]),
    /// Some dates can only be day first, others only month first.
    Contradiction {
        /// Days that only the day first explains.
        day_first: u32,
        /// Days that only the month first explains.
        month_first: u32,
    },
}

impl Evidence {
    /// Nothing seen yet.
    pub(crate) fn new() -> Self {
        Self { year_first_sound: true, ..Self::default() }
    }

    /// Takes in the date of the next record.
    pub(crate) fn see(&mut self, written: Written) {
        if self.last == Some(written) {
            return;
        }
        if written.year_first {
            self.year_first += 1;
            return;
        }
        self.days += 1;
        self.short += u32::from(written.short_year);
        let [first, second, third] = written.parts;
        if let Some(last) = self.last {
            for (place, change) in self.changes.iter_mut().enumerate() {
                *change += u32::from(last.parts[place] != written.parts[place]);
            }
        }
        self.year_first_sound &= written.short_year
            && (FIRST_YEAR..=LAST_YEAR).contains(&first)
            && (1..=12).contains(&second)
            && (1..=31).contains(&third);
        self.third_is_no_year |= third < FIRST_YEAR;
        self.first_above += u32::from(first > 12 && second <= 12);
        self.second_above += u32::from(second > 12 && first <= 12);
        if first != second && first <= 12 && second <= 12 {
            self.open = Some(written);
        }
        let day_first = day(written, DateOrder::Dmy);
        let back = backward(self.last_day_first, day_first);
        let proof = |written: [u16; 3], place: usize| written[place] > 12 && written[1 - place] <= 12;
        let before = self.last.map_or([0; 3], |last| last.parts);
        self.odd_day_first += u32::from(back && (proof(written.parts, 0) || proof(before, 0)));
        self.back_day_first += u32::from(back);
        self.last_day_first = day_first.or(self.last_day_first);
        let month_first = day(written, DateOrder::Mdy);
        let back = backward(self.last_month_first, month_first);
        self.odd_month_first += u32::from(back && (proof(written.parts, 1) || proof(before, 1)));
        self.back_month_first += u32::from(back);
        self.last_month_first = month_first.or(self.last_month_first);
        self.last = Some(written);
    }

    /// Whether any date is written so that an order must be known.
    pub(crate) const fn needs_an_order(&self) -> bool {
        self.days > 0
    }

    /// Decides without the names of media, or says why nobody can.
    pub(crate) fn decide_by_numbers(&self) -> Result<(DateOrder, DecidedBy), Undecided> {
        self.decide(Votes::default())
    }

    /// Decides, or says why nobody can.
    pub(crate) fn decide(&self, votes: Votes) -> Result<(DateOrder, DecidedBy), Undecided> {
        if self.days == 0 {
            return Ok((DateOrder::Ymd, DecidedBy::YearFirst));
        }
        let [first, second, third] = self.changes;
        // In a date the day changes most often and the year least: two-digit years that stand first show so.
        if self.year_first_sound && self.short == self.days && third > first && third > second {
            let sure = self.third_is_no_year || third >= 3;
            let example = self.last.map_or([0; 3], |last| last.parts);
            return if sure {
                Ok((DateOrder::Ymd, DecidedBy::YearFirst))
            } else {
                Err(Undecided::BothWays(example))
            };
        }
        if let Some(order) = self.by_number_above_12()? {
            return Ok((order, DecidedBy::NumberAbove12));
        }
        let (ours, theirs) = (votes.day_first, votes.month_first);
        if ours.max(theirs) > 0 && ours.max(theirs) >= 4 * ours.min(theirs) && self.bears(ours > theirs) {
            let order = if ours > theirs { DateOrder::Dmy } else { DateOrder::Mdy };
            return Ok((order, DecidedBy::MediaNames));
        }
        let (ours, theirs) = (self.back_day_first, self.back_month_first);
        // Late lines jump in both orders alike; the wrong order jumps clearly more often.
        let clearly = |more: u32, less: u32| more >= less + 3 && 3 * more >= 4 * less;
        if clearly(theirs, ours) {
            return Ok((DateOrder::Dmy, DecidedBy::FewestJumps));
        }
        if clearly(ours, theirs) {
            return Ok((DateOrder::Mdy, DecidedBy::FewestJumps));
        }
        match self.open {
            Some(written) => Err(Undecided::BothWays(written.parts)),
            // 5/5/24 and the like: both orders name the same days.
            None => Ok((DateOrder::Dmy, DecidedBy::SameEitherWay)),
        }
    }

    /// Whether time does not contradict the names of media.
    const fn bears(&self, day_first: bool) -> bool {
        let (ours, theirs) = (self.back_day_first, self.back_month_first);
        if day_first { ours <= theirs + 2 } else { theirs <= ours + 2 }
    }

    fn by_number_above_12(&self) -> Result<Option<DateOrder>, Undecided> {
        const OVERWHELMING: u32 = 10;
        let (ours, theirs) = (self.first_above, self.second_above);
        match (ours, theirs) {
            (0, 0) => Ok(None),
            // One line alone may be pasted: it must stand where time runs on, and not be lost among many.
            (1, 0) if self.odd_day_first > 0 || self.days > 50 => Ok(None),
            (0, 1) if self.odd_month_first > 0 || self.days > 50 => Ok(None),
            _ if ours >= OVERWHELMING * theirs => Ok(Some(DateOrder::Dmy)),
            _ if theirs >= OVERWHELMING * ours => Ok(Some(DateOrder::Mdy)),
            _ => Err(Undecided::Contradiction { day_first: ours, month_first: theirs }),
        }
    }
}

fn backward(last: Option<Date>, next: Option<Date>) -> bool {
    matches!((last, next), (Some(last), Some(next)) if next < last)
}

/// The day that `written` names under `order`; `None` where the calendar has no such day.
pub(crate) fn day(written: Written, order: DateOrder) -> Option<Date> {
    let [first, second, third] = written.parts;
    let (year, month, day) = match order {
        _ if written.year_first => (first, second, third),
        DateOrder::Dmy => (third, second, first),
        DateOrder::Mdy => (third, first, second),
        DateOrder::Ymd => (first, second, third),
    };
    let year = full_year(year, written.short_year)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The year of our era: of two digits, of four, or of the Buddhist era as Thai phones write it. Years of
/// other calendars (1403, 1446, 2081) are none of ours, nor are any that `WhatsApp` cannot have seen.
fn full_year(year: u16, short: bool) -> Option<i16> {
    const BUDDHIST: u16 = 543;
    let full = match (year, short) {
        (0..=51, true) => 2000 + year,
        (52..=85, true) => 2500 + year - BUDDHIST,
        (2400..=2700, false) => year - BUDDHIST,
        _ => year,
    };
    (2009..=2065).contains(&full).then(|| i16::try_from(full).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(dates: &str) -> Evidence {
        let mut evidence = Evidence::new();
        for date in dates.split_whitespace() {
            let numbers: Vec<&str> = date.split('/').collect();
            let number = |place: usize| numbers[place].parse().expect("a number");
            evidence.see(Written {
                parts: [number(0), number(1), number(2)],
                year_first: numbers[0].len() == 4,
                short_year: numbers[0].len() < 4 && numbers[2].len() < 4,
            });
        }
        evidence
    }

    fn check(dates: &str, expect: Result<(DateOrder, DecidedBy), Undecided>) {
        assert_eq!(evidence(dates).decide(Votes::default()), expect, "{dates}");
    }

    #[test]
    fn a_number_above_twelve_decides_for_the_whole_file() {
        check("5/3/24 6/3/24 25/3/24", Ok((DateOrder::Dmy, DecidedBy::NumberAbove12)));
        check("5/3/24 5/4/24 5/25/24", Ok((DateOrder::Mdy, DecidedBy::NumberAbove12)));
    }

    #[test]
    fn time_running_backward_decides_where_no_number_can() {
        let days = "8/3/24 9/3/24 1/4/24 9/4/24 1/5/24 9/5/24 1/6/24";
        check(days, Ok((DateOrder::Dmy, DecidedBy::FewestJumps)));
        let months = "3/8/24 3/9/24 4/1/24 4/9/24 5/1/24 5/9/24 6/1/24";
        check(months, Ok((DateOrder::Mdy, DecidedBy::FewestJumps)));
        check("8/3/24 9/3/24 1/4/24", Err(Undecided::BothWays([1, 4, 24])));
    }

    #[test]
    fn one_line_out_of_place_decides_nothing_and_one_against_many_is_outvoted() {
        check("9/3/24 9/4/24 13/8/24 9/5/24", Err(Undecided::BothWays([9, 5, 24])));
        let mut months: String = (13..26).map(|day| format!("9/{day}/24 ")).collect::<Vec<_>>().concat();
        months.push_str("13/09/24 9/26/24");
        check(&months, Ok((DateOrder::Mdy, DecidedBy::NumberAbove12)));
    }

    #[test]
    fn what_can_be_read_both_ways_is_not_decided() {
        check("1/2/24 2/2/24 3/2/24", Err(Undecided::BothWays([3, 2, 24])));
        check("3/4/24", Err(Undecided::BothWays([3, 4, 24])));
    }

    #[test]
    fn media_names_outrank_backward_jumps() {
        let votes = Votes { day_first: 1, month_first: 0 };
        let decided = evidence("3/4/24 4/4/24").decide(votes);
        assert_eq!(decided, Ok((DateOrder::Dmy, DecidedBy::MediaNames)));
    }

    #[test]
    fn contradicting_numbers_are_said_not_settled_by_the_larger_half() {
        check("25/3/24 3/26/24 27/3/24", Err(Undecided::Contradiction { day_first: 2, month_first: 1 }));
    }

    #[test]
    fn year_first_needs_no_decision_and_is_never_read_as_day_and_month() {
        check("2024/3/5 2024/3/6", Ok((DateOrder::Ymd, DecidedBy::YearFirst)));
        check("24/3/5 24/3/6 24/3/17", Ok((DateOrder::Ymd, DecidedBy::YearFirst)));
        check("24/3/15 24/3/16 24/3/17 24/3/19", Ok((DateOrder::Ymd, DecidedBy::YearFirst)));
        check("24/3/15 24/3/16", Err(Undecided::BothWays([24, 3, 16])));
        check("1/1/24 1/1/25", Ok((DateOrder::Dmy, DecidedBy::SameEitherWay)));
        check("5/5/24", Ok((DateOrder::Dmy, DecidedBy::SameEitherWay)));
    }

    #[test]
    fn years_of_two_digits_and_of_the_buddhist_era_are_understood() {
        let written = |year, short_year| Written { parts: [5, 3, year], year_first: false, short_year };
        assert_eq!(day(written(24, true), DateOrder::Dmy), Some(jiff::civil::date(2024, 3, 5)));
        assert_eq!(day(written(67, true), DateOrder::Dmy), Some(jiff::civil::date(2024, 3, 5)));
        assert_eq!(day(written(2567, false), DateOrder::Dmy), Some(jiff::civil::date(2024, 3, 5)));
        assert_eq!(day(written(1403, false), DateOrder::Dmy), None);
        assert_eq!(day(written(24, true), DateOrder::Mdy), Some(jiff::civil::date(2024, 5, 3)));
    }
}
