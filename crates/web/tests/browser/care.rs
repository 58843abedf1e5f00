//! What looks after a person beside the urge: forms for the doctor, what is missing, the plan; a history read in.

use crate::house::Life;
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
