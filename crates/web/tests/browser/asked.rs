//! They reached out: a dinner from the asking to the end that was kept; a reply; a boundary; practical matters.

use crate::house::Life;
use crate::looks::Look;
use crate::person::{Visitor, walk};

const TODAY: &str = "What is happening?";

#[tokio::test]
async fn a_dinner_asked_with_no_length_is_halved_once_they_say_how_long() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("They reached out").await;
        visitor.is_at("They reached out").await;
        visitor.presses("They asked for time with you").await;
        visitor.chooses("For what?", "A meal").await;
        visitor.chooses("By what way?", "Call").await;
        visitor.taps("Go on").await;
        visitor.is_at("How long?").await;
        visitor.sees("Gladly. How long were you thinking of?").await;
        visitor.taps("They have told me how long").await;
        visitor.is_at("They reached out").await;
        visitor.presses("They asked for time with you").await;
        visitor.chooses("For what?", "A meal").await;
        visitor.types("For how long?", "2").await;
        visitor.picks("Minutes, hours or days", "hours").await;
        visitor.types("When would it begin?", "03122027\t0700PM").await;
        visitor.taps("Go on").await;
        visitor.is_at("Yes, to half").await;
        visitor.sees("Yes, gladly. I can stay until 20:00.").await;
        visitor.sees("You leave at 20:00, first.").await;
        visitor.sees("This was good. I have to go now. Thank you.").await;
        calendar(visitor).await;
        visitor.presses("How it went").await;
        visitor.sees("Planned: 60 minutes.").await;
        visitor.types("How many minutes was it?", "55").await;
        visitor.chooses("Who ended it?", "I did").await;
        visitor.taps("Note it").await;
        visitor.is_at(TODAY).await;
        visitor.goes("/asked/answer").await;
        visitor.is_at(TODAY).await;
    })
    .await;
}

/// The end as an entry for a calendar: its name and its title say nothing.
async fn calendar(visitor: &Visitor) {
    visitor.presses("Put the end into a calendar").await;
    let (name, entry) = visitor.is_given().await;
    assert_eq!(name, "appointment.ics");
    let entry = String::from_utf8(entry).expect("text");
    assert!(entry.starts_with("BEGIN:VCALENDAR"), "{entry}");
    assert!(entry.contains("SUMMARY:Appointment\r\n"), "{entry}");
    // Eight in the evening in Berlin, in winter.
    assert!(entry.contains("20270312T190000Z"), "{entry}");
    for word in ["meal", "half", "partner", "Halflight", "leave"] {
        assert!(!entry.to_lowercase().contains(&word.to_lowercase()), "{word} in {entry}");
    }
}

#[tokio::test]
async fn a_message_of_theirs_is_answered_in_its_own_measure() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("They reached out").await;
        visitor.presses("They wrote or called").await;
        visitor.chooses("How did it sound?", "Warm").await;
        visitor.taps("Go on").await;
        visitor.is_at("Answering").await;
        visitor.sees("It need not be now.").await;
        visitor.sees("First talk with a counsellor").await;
        visitor.taps("Write it here first").await;
        visitor.is_at("Your answer").await;
        visitor.types("Your words", "Thank you for the photograph.").await;
        visitor.taps("Look at it").await;
        visitor.is_at("A reply").await;
        visitor.presses("I have sent it").await;
        visitor.taps("Note it").await;
        visitor.is_at(TODAY).await;
    })
    .await;
}

#[tokio::test]
async fn a_boundary_gets_all_of_it_and_space_asked_for_holds_every_start_until_its_day_has_passed() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("They reached out").await;
        visitor.presses("They set a boundary").await;
        visitor.taps("Note it").await;
        visitor.is_at("All of it").await;
        visitor.does_not_see("half of").await;
        visitor.taps("Back to today").await;
        visitor.taps("They reached out").await;
        visitor.presses("They asked for space").await;
        visitor.types("Until", "03122030").await;
        visitor.taps("Note it").await;
        visitor.is_at(TODAY).await;
        visitor.taps("I want to reach out").await;
        visitor.taps("4").await;
        visitor.sees("Not yet. Not before Wednesday 13 March 2030.").await;
        visitor.goes("/draft/new/start").await;
        visitor.types("Your words", "The chestnuts are out.").await;
        visitor.taps("Hold it").await;
        visitor.sees("Held. Not before Wednesday 13 March 2030.").await;
    })
    .await;
}

#[tokio::test]
async fn practical_matters_have_a_log_of_their_own() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::WithChildren, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("They reached out").await;
        visitor.presses("Something practical").await;
        visitor.taps("Go on").await;
        visitor.is_at("Practical matters").await;
        visitor.sees("They began it: Message").await;
        visitor.presses("Note a practical contact").await;
        visitor.chooses("Who began it?", "I did").await;
        visitor.chooses("By what way?", "E-mail").await;
        visitor.taps("Note it").await;
        visitor.sees("You began it: E-mail").await;
        visitor.taps("Write a practical message").await;
        visitor.types("Your words", "The school asks for the form by Friday.").await;
        visitor.taps("Look at it").await;
        visitor.is_at("A practical message").await;
        visitor.sees("Yours to send, elsewhere").await;
    })
    .await;
}

#[tokio::test]
async fn a_hard_time_and_a_piece_of_work_are_noted() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I am having a hard time").await;
        visitor.is_at("A hard time").await;
        visitor.taps("2").await;
        visitor.is_at("A hard time").await;
        visitor.sees("Noted for today.").await;
        visitor.presses("The whole check-in").await;
        visitor.types("Hours slept, exactly", "4.5").await;
        visitor.chooses("Did the day suffer", "Yes").await;
        visitor.chooses("How did you eat?", "A little").await;
        visitor.types("Minutes moved, exactly", "20").await;
        visitor.taps("Keep it").await;
        visitor.is_at(TODAY).await;
        visitor.taps("I am having a hard time").await;
        visitor.taps("Breathe with me").await;
        visitor.is_at("Calm").await;
        visitor.taps("Back to today").await;
        visitor.taps("I did some work").await;
        visitor.is_at("Work on yourself").await;
        visitor.chooses("What sort?", "Reading").await;
        visitor.types("What was it?", "A chapter on listening").await;
        visitor.types("The one thing you took from it", "Ask, then wait").await;
        visitor.taps("Keep it").await;
        visitor.is_at("Work on yourself").await;
        visitor.sees("A chapter on listening").await;
        visitor.sees("Ask, then wait").await;
    })
    .await;
}
