//! SAFE-11 at the moment of erasing: what an entry must leave behind so that erasing it lifts nothing.
//!
//! Only the bare fact is kept, never a word. Which store keeps it, and how, is not known here.

use crate::event::{Entry, Event, Instrument, LimitKind, Shadow, Signs, Tone};

/// What is left of `entry` once it is erased; none for the many entries that restrain nothing.
#[must_use]
pub fn left_by(entry: &Entry) -> Option<Shadow> {
    match &entry.event {
        Event::Limit(limit) if limit.kind != LimitKind::None => Some(Shadow::Limit(*limit)),
        Event::Fear { of_partner: true } => Some(Shadow::Fear),
        Event::Contact(contact) if contact.tone == Some(Tone::Stop) => Some(Shadow::Stop),
        Event::Erased(shadow) => Some(*shadow),
        event => words(entry.signs, event),
    }
}

fn words(signs: Signs, event: &Event) -> Option<Shadow> {
    let left = Signs { marked: false, to_self: signs.to_self || ninth_item(event), ..signs };
    (!left.is_quiet()).then_some(Shadow::Words(left))
}

/// Whether the ninth answer of the longer mood questionnaire is above 0 (CARE-8).
fn ninth_item(event: &Event) -> bool {
    let Event::Questionnaire(form) = event else { return false };
    form.instrument() == Instrument::Phq9 && form.answers().last().copied().flatten() > Some(0)
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;

    use super::*;
    use crate::event::{How, Limit};
    use crate::moment::Moment;
    use crate::standing::Standing;
    use crate::{Id, advise};

    fn entry(event: Event, signs: Signs) -> Entry {
        let at = Moment { instant: jiff::Timestamp::UNIX_EPOCH, offset: jiff::tz::Offset::UTC };
        Entry { at, id: Some("x".into()), signs, event }
    }

    /// What is in force once `entry` has been erased.
    fn limits_after_erasing(entry: &Entry) -> alloc::vec::Vec<Id> {
        let event = Event::Erased(left_by(entry).expect("it leaves something"));
        let shadow = Entry { at: entry.at, id: None, signs: Signs::default(), event };
        let now = Moment { instant: crate::moment::hours_after(entry.instant(), 1), ..entry.at };
        advise(&Standing::replay([shadow]), now).limits
    }

    #[test]
    fn an_erased_limit_still_holds() {
        let limit = |kind| Limit { kind, until: None, channel: None, how: How::Asked, confirmed: false };
        let erased = |kind| limits_after_erasing(&entry(Event::Limit(limit(kind)), Signs::default()));
        assert_eq!(erased(LimitKind::Order), [Id::Safe1]);
        assert_eq!(erased(LimitKind::ToldToStop), [Id::Safe2]);
        assert_eq!(erased(LimitKind::Space), [Id::Safe3]);
    }

    #[test]
    fn an_erased_fear_still_holds() {
        let fear = entry(Event::Fear { of_partner: true }, Signs::default());
        assert_eq!(limits_after_erasing(&fear), [Id::Safe4]);
    }

    #[test]
    fn erased_words_of_harm_still_act_as_a_stop_and_keep_no_word() {
        let note = Event::Note { text: Box::from("words") };
        let words = entry(note, Signs { to_other: true, ..Signs::default() });
        assert_eq!(limits_after_erasing(&words), [Id::Safe2, Id::Safe5]);
    }

    #[test]
    fn an_entry_that_restrains_nothing_leaves_nothing() {
        let calm = Event::Fear { of_partner: false };
        assert_eq!(left_by(&entry(calm, Signs { marked: true, ..Signs::default() })), None);
    }

    #[test]
    fn an_erased_entry_is_not_seen_as_something_written() {
        let shadow = entry(Event::Erased(Shadow::Stop), Signs::default());
        let now = shadow.instant();
        let standing = Standing::replay([shadow]);
        assert_eq!(standing.traces.seen(now).count(), 0);
        assert_eq!(standing.contacts.seen(now).count(), 0);
        assert_eq!(standing.contacts.said(now).count(), 1);
    }
}
