//! The tea leaves in words (FLOW-2): what fell first, and what one did then. To learn from, never a charge.

use super::words::{figure, sure};
use super::{levels, partner};
use crate::Words;
use fluent_bundle::FluentValue;
use history::{Answer, Answered, Measure, Reading};

/// The paragraph; none where nothing fell, or where the page says already that there is too little to tell.
pub(super) fn told(words: &Words, reading: &Reading) -> Option<String> {
    let leaves = &reading.tea_leaves;
    let (fall, answer) = (leaves.first_fall.as_ref()?, leaves.answer.as_ref()?);
    let what = match fall.measure {
        Measure::Starts => "reading-first-fell-starts",
        Measure::Messages => "reading-first-fell-messages",
    };
    let first = words.say_with(what, &levels(words, fall, reading));
    Some([first, answered(words, answer), words.say("reading-to-learn-from")].join(" "))
}

/// What one's own side did in the weeks after.
fn answered(words: &Words, answer: &Answer) -> String {
    let what = match answer.answered {
        Answered::More => "reading-then-you-more",
        Answered::Fewer => "reading-then-you-fewer",
        Answered::NotClear => "reading-then-you-alike",
        Answered::TooLittleToTell => return words.say("reading-then-too-little"),
    };
    let fill: [(&str, FluentValue<'_>); 2] = [
        ("before", figure(words, answer.before_per_week).into()),
        ("after", figure(words, answer.after_per_week).into()),
    ];
    let mut told = vec![words.say_with(what, &fill)];
    if let Some(more) = answer.probability_more.filter(|_| answer.answered != Answered::NotClear) {
        told.push(sure(words, more.max(1.0 - more)));
    }
    told.join(" ")
}

/// How often each side wrote again, unanswered.
pub(super) fn follow_ups(words: &Words, reading: &Reading) -> Option<String> {
    let count = |number: u64| FluentValue::from(super::words::count(number));
    let (mine, theirs) = (reading.follow_ups.me, reading.follow_ups.partner);
    let fill = [
        partner(reading),
        ("mine-n", mine.into()),
        ("mine", count(mine)),
        ("theirs-n", theirs.into()),
        ("theirs", count(theirs)),
    ];
    (mine + theirs > 0).then(|| words.say_with("reading-follow-ups", &fill))
}
