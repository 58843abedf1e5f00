//! The words in which a mark is explained and a draft is answered, keyed by mark and phrase family.
//!
//! They say how a draft *may* read. They never approve, never promise, and never offer another wording.

use crate::draft::{Context, Danger, Limit, Mark, Verdict};
use crate::marks::Category;

/// The clause of the method behind a mark.
pub(crate) fn clause(category: Category, context: Context) -> &'static str {
    match (category, context.limit) {
        (Category::Evade, Limit::Order) => "SAFE-1",
        (Category::Evade, Limit::Space) => "SAFE-3",
        (Category::Evade, _) => "SAFE-2",
        (Category::Threat, _) => "SAFE-5",
        (Category::Pursue, _) => "SPACE-1",
        (Category::Proxy | Category::Monitor, _) => "SPACE-5",
        (Category::SelfPity, _) => "CARE-6",
        (Category::Teach, _) => "WORK-6",
        (Category::Pressure | Category::Guilt | Category::Blame, _) => "SPACE-12",
    }
}

/// How the words may read to someone who is leaving.
pub(crate) fn why(category: Category, family: &str, severity: u8, words: &str) -> String {
    let reading = reading(category, family);
    let advice = match severity {
        0 => "Worth knowing, no more.",
        1 => "It could be shorter, or wait.",
        2 => "It could be left out.",
        _ => "Please let this one go unsent.",
    };
    format!("\u{201c}{}\u{201d}: {reading} {advice}", shortened(words))
}

fn reading(category: Category, family: &str) -> &'static str {
    match (category, family) {
        (Category::Pursue, "turned-up") => "coming near uninvited may frighten, whatever you mean by it.",
        (Category::Pursue, "no-answer") => {
            "silence may itself be the answer; asking after it may feel like being followed."
        }
        (Category::Pursue, "gifts") => "a gift may feel like a debt to someone who wants room.",
        (Category::Pursue, "report") => {
            "good news of your own work, sent in order to tell it, may read as a bid to be taken back."
        }
        (Category::Pursue, "ajar") => {
            "a letter that ends it leaves no door ajar; this may read as hope kept up."
        }
        (Category::Pursue, "more") => {
            "a practical message is a fact, a request and a date; this is more than that."
        }
        (Category::Blame, "more") => "a practical message is a fact, a request and a date; this may sting.",
        (Category::Pressure, "ask") => {
            "a letter that ends it asks for nothing; this may read as a wish for an answer."
        }
        (Category::Pursue, "longing") => {
            "tender words may weigh on someone who is leaving, and may hasten the step away."
        }
        (Category::Pursue, _) => "this may read as a wish for closeness that was not asked for.",
        (Category::Pressure, "last-chance") => "an ultimatum may close the very door it knocks at.",
        (Category::Pressure, "beg") => "pleading may leave no room to say anything but no.",
        (Category::Pressure, "owe") => "being told what is owed may feel like a bill.",
        (Category::Pressure, _) => "this may read as a demand for an answer or for time.",
        (Category::Guilt, "family") => {
            "this may sound as if the pain of others were laid at one person's feet."
        }
        (Category::Guilt, _) => "this may read as: your pain is their doing, and theirs to mend.",
        (Category::SelfPity, _) => "told this way, suffering may feel like a pull to come and rescue.",
        (Category::Blame, "names") => "a label may be all that is remembered of the message.",
        (Category::Blame, _) => "this may read as a verdict on who is at fault.",
        (Category::Teach, "diagnosis") => "a diagnosis from you may feel like being explained away.",
        (Category::Teach, "link") => "a book or a link may read as: you are the one who has to learn.",
        (Category::Teach, _) => "this may sound like a lesson.",
        (Category::Proxy, "send-word") => "word sent through others may feel like being surrounded.",
        (Category::Proxy, _) => "asking others about them may reach them, and may feel like being watched.",
        (Category::Threat, "self-lever") => {
            "this ties their choice to harm to you. If any of it is meant, there is help now, for you."
        }
        (Category::Threat, _) => {
            "this may read as a threat, and may frighten; it can also have legal consequences."
        }
        (Category::Evade, _) => {
            "this goes round a limit that was set; it may be felt as not being heard at all."
        }
        (Category::Monitor, _) => "this shows that you looked, and may feel like being watched.",
    }
}

/// The first words of a long passage.
fn shortened(words: &str) -> String {
    const MOST: usize = 80;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let mut short: String = words.chars().take(MOST).collect();
    short.push('\u{2026}');
    short
}

/// What is said of the whole draft.
pub(crate) fn say(
    verdict: Verdict,
    crisis: Option<Danger>,
    afraid: bool,
    context: Context,
    marks: &[Mark],
) -> &'static str {
    match (crisis, afraid) {
        (Some(Danger::ToSelf), _) if marks.iter().any(|mark| mark.category == Category::Threat) => {
            "These words may point to danger for you. Please see the help page first; someone is there now. Sent, they would also press the other person."
        }
        (Some(Danger::ToSelf), _) => {
            "These words may point to danger for you. Please see the help page first; someone is there now. The draft can wait."
        }
        (Some(Danger::ToOther), _) => {
            "These words may point to harm to someone. Please keep your distance, and see the help page first. The draft can wait."
        }
        (Some(Danger::Both), _) => {
            "These words may point to danger for you and for someone else. Please see the help page now, and stay away from them for now."
        }
        (None, true) => {
            "These sound like words of someone who is hurt or afraid. The help page has people who know about this. You owe no answer."
        }
        (None, false) => match (verdict, context.limit) {
            (Verdict::Stopped, Limit::Order) => {
                "An order is in force. Nothing goes to them, by any way. A lawyer can say what the order permits."
            }
            (Verdict::Stopped, Limit::Space) => {
                "They asked for space. Nothing is begun until they write, or the day they named has passed."
            }
            (Verdict::Stopped, _) => {
                "They asked you to stop. A personal message is not sent, however kind. It can be kept here, as a letter that is never sent."
            }
            (Verdict::LookAgain, _) => {
                "Some words here may read harder than you mean them. Have another look; nothing has to be sent."
            }
            (Verdict::NoneNoticed, _) => "I noticed none of the patterns I check. That is not approval.",
        },
    }
}
