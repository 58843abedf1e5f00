//! Page data → calendar entries (RFC 5545). Times are in UTC, so that every calendar puts them where they belong; the
//! same entry is written the same way each time. No title says anything.

use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, Property};
use jiff::Timestamp;
use jiff::civil::Date;
use views::asked::Appointment;
use views::calendar::Entry;

/// One appointment as a calendar of its own.
#[must_use]
pub fn one(appointment: &Appointment) -> String {
    all(&[Entry::Meeting(appointment.clone())], false)
}

/// Entries as one calendar; with reminders of care and work if they are wanted: an hour before an appointment, the evening
/// before a hard date. Nothing ever reminds of a meeting.
#[must_use]
pub fn all(entries: &[Entry], reminders: bool) -> String {
    let mut calendar = Calendar::empty();
    // The name of whatever made it says nothing either.
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Calendar//EN"));
    for entry in entries {
        calendar.push(event(entry, reminders));
    }
    calendar.done().to_string()
}

fn event(entry: &Entry, reminders: bool) -> Event {
    let mut event = Event::new();
    match entry {
        Entry::Timed(appointment) | Entry::Meeting(appointment) => event
            .uid(&appointment.uid)
            .summary(&appointment.title)
            .add_property("DTSTAMP", utc(appointment.starts))
            .add_property("DTSTART", utc(appointment.starts))
            .add_property("DTEND", utc(appointment.ends)),
        Entry::Day { uid, on, yearly, title } => {
            let day = |date: Date| date.strftime("%Y%m%d").to_string();
            event.uid(uid).summary(title).add_property("DTSTAMP", format!("{}T000000Z", day(*on)));
            event.append_property(whole_day("DTSTART", day(*on)));
            event.append_property(whole_day("DTEND", day(on.tomorrow().unwrap_or(*on))));
            if *yearly {
                event.add_property("RRULE", "FREQ=YEARLY");
            }
            &mut event
        }
    };
    let reminder = match entry {
        Entry::Timed(appointment) => Some((&appointment.uid, &appointment.title, BEFORE_AN_APPOINTMENT)),
        Entry::Day { uid, title, .. } => Some((uid, title, BEFORE_A_DAY)),
        Entry::Meeting(_) => None,
    };
    if let Some((uid, title, hours)) = reminder.filter(|_| reminders) {
        let mut alarm = Alarm::display(title, -chrono::Duration::hours(hours));
        event.alarm(alarm.uid(&format!("{uid}-r")).done());
    }
    event.add_property("CLASS", "PRIVATE").done()
}

/// So many hours before an appointment, and before the midnight at which a day begins, something reminds of it.
const BEFORE_AN_APPOINTMENT: i64 = 1;
const BEFORE_A_DAY: i64 = 6;

fn whole_day(name: &str, day: String) -> Property {
    Property::new(name, day).add_parameter("VALUE", "DATE").done()
}

/// An instant as the format writes it.
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_appointment_has_its_beginning_its_end_and_a_title_that_says_nothing() {
        let at = |text: &str| text.parse::<Timestamp>().expect("a time");
        let appointment = Appointment {
            uid: "1-2".into(),
            starts: at("2026-03-28T19:00:00+01:00"),
            ends: at("2026-03-29T19:30:00+02:00"),
            title: "Appointment".into(),
        };
        let text = one(&appointment);
        for line in ["DTSTART:20260328T180000Z", "DTEND:20260329T173000Z", "SUMMARY:Appointment", "UID:1-2"] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
        assert_eq!(text.matches("DTSTAMP").count(), 1, "{text}");
        assert_eq!(text.matches("PRODID").count(), 1, "{text}");
        assert_eq!(text, one(&appointment), "the same each time");
    }

    #[test]
    fn another_reader_finds_the_same_times_across_a_change_of_the_clock() {
        let at = |text: &str| text.parse::<Timestamp>().expect("a time");
        let timed = |uid: &str| Appointment {
            uid: uid.into(),
            starts: at("2026-03-28T23:30:00+01:00"),
            ends: at("2026-03-29T03:30:00+02:00"),
            title: "Appointment".into(),
        };
        let day = Entry::Day {
            uid: "d1".into(),
            on: jiff::civil::date(2028, 2, 29),
            yearly: true,
            title: "A rather long title, with; marks, that no line of seventy-five octets can hold: \u{e9}"
                .into(),
        };
        let entries = [Entry::Timed(timed("a1")), Entry::Meeting(timed("m1")), day];
        let text = all(&entries, true);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        let calendar = ical::IcalParser::new(text.as_bytes()).next().expect("one").expect("it is understood");
        let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
            let found = event.properties.iter().find(|property| property.name == name);
            found.and_then(|property| property.value.clone()).unwrap_or_default()
        };
        let [care, meeting, day] = calendar.events.as_slice() else { panic!("{text}") };
        for event in [care, meeting] {
            assert_eq!(value(event, "DTSTART"), "20260328T223000Z");
            assert_eq!(value(event, "DTEND"), "20260329T013000Z", "three hours, though the clock says four");
        }
        assert_eq!((value(day, "DTSTART"), value(day, "DTEND")), ("20280229".into(), "20280301".into()));
        assert!(value(day, "SUMMARY").contains("\u{e9}"), "{}", value(day, "SUMMARY"));
        let alarms: Vec<usize> = calendar.events.iter().map(|event| event.alarms.len()).collect();
        assert_eq!(alarms, [1, 0, 1], "care and work alone");
        assert!(all(&entries, false).matches("VALARM").count() == 0);
        assert_eq!(text, all(&entries, true), "the same each time");
    }
}
