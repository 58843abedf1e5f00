//! Page data → calendar entries (RFC 5545). Times are in UTC, so that every calendar puts them where they belong; the
//! same entry is written the same way each time. No reminder is set, and the title says nothing.

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::Timestamp;
use jiff::civil::Date;
use views::asked::Appointment;
use views::calendar::Entry;

/// One appointment as a calendar of its own.
#[must_use]
pub fn one(appointment: &Appointment) -> String {
    all(&[Entry::Timed(appointment.clone())])
}

/// Entries as one calendar.
#[must_use]
pub fn all(entries: &[Entry]) -> String {
    let mut calendar = Calendar::empty();
    // The name of whatever made it says nothing either.
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Calendar//EN"));
    for entry in entries {
        calendar.push(event(entry));
    }
    calendar.done().to_string()
}

fn event(entry: &Entry) -> Event {
    let mut event = Event::new();
    match entry {
        Entry::Timed(appointment) => event
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
    event.add_property("CLASS", "PRIVATE").done()
}

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
}
