//! What looks after a person beside the urge: forms for the doctor, what is missing, the plan; a history read in.

use crate::house::{Life, PASSPHRASE};
use crate::looks::Look;
use crate::person::walk;

#[tokio::test]
async fn a_form_is_filled_in_and_its_ninth_question_opens_help() {
    walk(&[Look::Phone, Look::Keys, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("I am having a hard time").await;
        visitor.taps("Forms for your doctor").await;
        visitor.is_at("Forms for your doctor").await;
        visitor.taps("Fill it in Nine questions on mood").await;
        visitor.chooses("1.", "Nearly every day").await;
        visitor.chooses("2.", "Nearly every day").await;
        visitor.chooses("9.", "Several days").await;
        visitor.taps("Keep my answers").await;
        visitor.is_at("Help, now").await;
        visitor.goes("/forms").await;
        visitor.sees("An answer is missing, so no total is shown.").await;
        visitor.sees("This is not a diagnosis.").await;
    })
    .await;
}

#[tokio::test]
async fn a_need_is_named_and_met_and_a_plan_stands_on_the_help_page_by_choice() {
    walk(&[Look::Phone, Look::LargeText, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.goes("/needs").await;
        visitor.is_at("What is missing").await;
        visitor.taps("It is missing Money").await;
        visitor.sees("Missing now").await;
        visitor.taps("It is there Money").await;
        visitor.does_not_see("Missing now").await;
        visitor.taps("Help").await;
        visitor.taps("Make it your own").await;
        visitor.is_at("A plan for the worst hour").await;
        visitor.types("2.", "The long way round the lake.").await;
        visitor.taps("Keep the plan").await;
        visitor.taps("Lock").await;
        visitor.taps("Help").await;
        visitor.does_not_see("The long way round the lake.").await;
        visitor.goes("/unlock").await;
        visitor.unlocks().await;
        visitor.goes("/plan").await;
        visitor.ticks("Show it on the help page too").await;
        visitor.taps("Keep the plan").await;
        visitor.taps("Lock").await;
        visitor.taps("Help").await;
        visitor.sees("The long way round the lake.").await;
    })
    .await;
}

#[tokio::test]
async fn a_history_is_read_in_looked_at_kept_and_taken_out() {
    walk(&[Look::Desk, Look::Phone, Look::NoScript], Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.taps("Flow").await;
        visitor.is_at("The flow").await;
        visitor.gives("Files", "samples/whatsapp-android-day-first.txt").await;
        visitor.taps("Read").await;
        visitor.is_at("It is not read yet").await;
        visitor.chooses("Who are you in it?", "Robin Birke").await;
        visitor.taps("Read again").await;
        visitor.is_at("How it was read").await;
        visitor.sees("1948 messages").await;
        visitor.does_not_see("Can you bring milk?").await;
        visitor.taps("Keep the counts").await;
        visitor.goes("/flow").await;
        visitor.sees("Histories that are kept").await;
        visitor.presses("1948 messages").await;
        visitor.taps("Erase these counts").await;
        visitor.goes("/flow").await;
        visitor.is_at("The flow").await;
        visitor.does_not_see("Histories that are kept").await;
    })
    .await;
}

#[tokio::test]
async fn a_mood_is_two_taps_from_the_lock_screen_and_a_whole_check_in_twelve_more() {
    walk(&[Look::Phone, Look::LargeText, Look::NoScript], Life::Lived, async |visitor| {
        visitor.is_at("Open").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.pressed.set(0);
        visitor.taps("Open, to note a mood").await;
        visitor.taps("4").await;
        assert_eq!(visitor.pressed.get(), 2);
        visitor.sees("Noted for today.").await;
        visitor.pressed.set(0);
        visitor.presses("The whole check-in").await;
        for (question, answer) in [
            ("Mood, 0 to 10", "5"),
            ("Hours slept", "6"),
            ("Minutes to fall asleep", "30"),
            ("Minutes awake in the night", "15"),
            ("Did the day suffer from the night?", "No"),
            ("How did you eat?", "A little"),
            ("Did you work, or do what you had to?", "Yes"),
            ("Minutes moved", "30"),
            ("People you were among", "2"),
        ] {
            visitor.chooses(question, answer).await;
        }
        visitor.taps("Keep it").await;
        visitor.is_at("What is happening?").await;
        assert!(visitor.pressed.get() <= 12, "{} taps", visitor.pressed.get());
        visitor.goes("/journal").await;
        visitor.sees("slept 6 hours").await;
    })
    .await;
}

#[tokio::test]
async fn what_helped_stands_first_and_what_does_not_help_is_put_away() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.goes("/calm").await;
        visitor.is_at("Calm").await;
        visitor.taps("It helped : Ten minutes outside").await;
        visitor.sees("It helped you before.").await;
        let first = visitor.ask("return words(all('section.card h2')[0])", vec![]).await;
        assert_eq!(first, Ok(serde_json::json!("Ten minutes outside")));
        visitor.taps("Not for me : Something cold").await;
        visitor.presses("Put away").await;
        visitor.sees("Something cold").await;
        visitor.taps("Show it again : Something cold").await;
        visitor.does_not_see("Put away").await;
        visitor.taps("Write for ten minutes").await;
        visitor.is_at("Ten minutes of writing").await;
        visitor.chooses("Which question?", "Three things I did today").await;
        visitor.types("Your words", "Soup, the bins, a call with my sister.").await;
        visitor.taps("Keep it").await;
        visitor.goes("/journal").await;
        visitor.sees("Soup, the bins").await;
    })
    .await;
}

#[tokio::test]
async fn a_slip_is_met_with_what_set_it_off_and_what_to_do_instead() {
    walk(Look::ALL, Life::Lived, async |visitor| {
        visitor.unlocks().await;
        visitor.goes("/people").await;
        visitor.presses("Tell a friend, not them").await;
        visitor.taps("Make it a plan").await;
        visitor.sees("I tell Rosa instead.").await;
        visitor.goes("/urge").await;
        visitor.chooses("How?", "Message").await;
        visitor.taps("7").await;
        visitor.sees("I tell Rosa instead.").await;
        visitor.presses("I have reached out").await;
        visitor.chooses("How?", "Message").await;
        visitor.taps("Note it").await;
        visitor.is_at("Noted, without reproach").await;
        visitor.types("What set it off?", "the song from the lake").await;
        visitor.types("What will you do the next time?", "I go down and take out the bins").await;
        visitor.taps("Keep the plan").await;
        visitor.sees("If the song from the lake: I go down and take out the bins").await;
        visitor.does_not_see("streak").await;
    })
    .await;
}
