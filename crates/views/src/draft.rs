//! Drafts as pages: which may be begun, which wait and until when, and how one reads with its marks in place.
//! It writes no word of a draft.

use method::event::{Draft, DraftSort, Wish};
use method::present::Personal;
use method::safe::fear;
use method::space::answer;
use method::space::draft::{Held, Release, closure_sent, held};
use method::space::reply::Replying;
use method::{Guidance, Id, Opening, Present};
use review::{Category, Context, Danger, Limit, Mark, Review, Sort, To, Verdict};

use crate::{Words, advice};

/// Which drafts may be begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five kinds of draft, each open or not by itself")]
pub struct Kinds {
    /// To begin a contact.
    pub start: bool,
    /// To answer.
    pub reply: bool,
    /// Practical.
    pub practical: bool,
    /// The closure letter.
    pub closure: bool,
    /// Never to be sent.
    pub letter: bool,
}

impl Kinds {
    /// Whether a draft of that sort may be begun.
    #[must_use]
    pub const fn allows(self, sort: DraftSort) -> bool {
        match sort {
            DraftSort::Start => self.start,
            DraftSort::Reply => self.reply,
            DraftSort::Practical => self.practical,
            DraftSort::Closure => self.closure,
            DraftSort::NeverSend => self.letter,
        }
    }

    /// Whether any may be begun.
    #[must_use]
    pub const fn any(self) -> bool {
        self.start || self.reply || self.practical || self.closure || self.letter
    }

    /// Whether nothing stands in the way of personal drafts.
    #[must_use]
    pub const fn all_personal(self) -> bool {
        self.reply && (self.start || self.closure)
    }
}

/// Which drafts may be begun at this moment. Under SAFE-1 none; under SAFE-2 practical ones where something is shared,
/// and letters never to be sent (SAFE-2, SAFE-4, SPACE-11, DECIDE-5).
#[must_use]
pub fn kinds(guidance: &Guidance, present: &Present<'_>) -> Kinds {
    let holds = |id| guidance.limits.contains(&id);
    let (order, stopped) = (holds(Id::Safe1), holds(Id::Safe2) || holds(Id::Safe5));
    if order {
        return Kinds::default();
    }
    // A question on fear that was skipped is asked before anything is begun (SAFE-4).
    let may_start = !stopped && fear::was_answered(present) && guidance.start.verdict != Opening::Never;
    let ending = present.wish == Wish::End;
    Kinds {
        start: may_start && !ending,
        reply: !stopped && guidance.reply.verdict == Replying::Yes && is_to_answer(present),
        practical: !stopped || present.shares_something(),
        closure: may_start && ending && closure_sent(present).is_none(),
        letter: true,
    }
}

/// Whether the last personal word is the partner's. Otherwise a "reply" would be a start under another name, and the pace
/// and SPACE-8 would not see it (SPACE-9).
#[must_use]
pub fn is_to_answer(present: &Present<'_>) -> bool {
    present.contacts.last().is_some_and(Personal::is_partners_word)
}

/// A draft that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// What it is for, in words.
    pub sort: String,
    /// What may become of it, in words.
    pub state: String,
    /// How it begins.
    pub begins: String,
}

/// So many characters of a draft are shown in a list.
const BEGINNING: usize = 60;

/// The drafts that have not ended, newest first.
#[must_use]
pub fn waiting(words: &Words, guidance: &Guidance, present: &Present<'_>) -> Vec<Waiting> {
    held(present)
        .into_iter()
        .rev()
        .map(|noted| {
            let draft = &noted.what.0;
            Waiting {
                id: draft.id.to_string(),
                sort: words.say(&format!("draft-sort-{}", draft.sort.name())),
                state: release(guidance, &draft.id)
                    .map(|held| state(words, guidance, present, draft.sort, held))
                    .unwrap_or_default(),
                begins: beginning(&draft.text),
            }
        })
        .collect()
}

fn beginning(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let mut begins: String = line.chars().take(BEGINNING).collect();
    if begins.len() < text.trim().len() {
        begins.push('…');
    }
    begins
}

fn release<'a>(guidance: &'a Guidance, id: &str) -> Option<&'a Held> {
    guidance.drafts.iter().find(|held| &*held.id == id)
}

/// A letter never to be sent is not "not to be sent": it is kept.
fn state(words: &Words, guidance: &Guidance, present: &Present<'_>, sort: DraftSort, held: &Held) -> String {
    if sort == DraftSort::Reply && held.release == Release::Free && !is_to_answer(present) {
        return words.say("draft-nothing-to-answer");
    }
    if sort == DraftSort::NeverSend && held.because == [Id::Space11] {
        return words.say("draft-letter-kept");
    }
    advice::held(words, guidance, held)
}

/// A draft that has not ended, and the context it is to be read in.
#[must_use]
pub fn find<'a>(id: &str, guidance: &Guidance, present: &'a Present<'_>) -> Option<(&'a Draft, Context)> {
    let draft = held(present).into_iter().map(|noted| &noted.what.0).find(|draft| &*draft.id == id)?;
    let sort = match draft.sort {
        DraftSort::Start | DraftSort::NeverSend => Sort::Start,
        DraftSort::Reply => Sort::Reply,
        DraftSort::Practical => Sort::Practical,
        DraftSort::Closure => Sort::Closure,
    };
    let limit = limit(draft, guidance);
    Some((draft, Context { sort, limit, unanswered: unanswered(present), to: To::Partner }))
}

/// The limit under which a draft is read. A letter that nobody gets is read as if none held: it is not polished for
/// sending.
fn limit(draft: &Draft, guidance: &Guidance) -> Limit {
    let holds = |id| guidance.limits.contains(&id);
    match draft.sort {
        DraftSort::NeverSend => Limit::None,
        _ if holds(Id::Safe1) => Limit::Order,
        _ if holds(Id::Safe2) => Limit::ToldToStop,
        _ if holds(Id::Safe3) => Limit::Space,
        _ => Limit::None,
    }
}

/// How many starts of the person's stand without any word of the partner's.
fn unanswered(present: &Present<'_>) -> u32 {
    u32::try_from(answer::starts_without_word(present)).unwrap_or(u32::MAX)
}

/// A draft, read: its words with the marks in place, and what may become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub heading: String,
    /// The name of its sort.
    pub sort: &'static str,
    /// What may become of it, in words.
    pub state: String,
    /// The clauses behind that.
    pub because: Vec<&'static str>,
    /// The whole text.
    pub text: String,
    /// The text in pieces, in order.
    pub pieces: Vec<Piece>,
    /// What is said of the whole.
    pub say: String,
    /// The marks, each with its reason.
    pub notes: Vec<Note>,
    /// Whether its words were looked at for marks; a letter's are not.
    pub is_reviewed: bool,
    /// Whether the text may be changed: its editor is open.
    pub may_change: bool,
    /// Whether it may be sent by now.
    pub may_be_sent: bool,
}

/// A piece of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// The numbers of the notes on it, from 1.
    pub notes: Vec<usize>,
    /// Those that end with it; there their number stands.
    pub ending: Vec<usize>,
}

/// A mark, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which mark.
    pub category: String,
    /// How much it weighs.
    pub weight: String,
    /// The words it stands on, and how they may read.
    pub why: String,
    /// The clause.
    pub because: Vec<&'static str>,
}

/// Puts a draft and its review side by side. A letter that nobody gets carries no marks: there is nothing to soften.
#[must_use]
pub fn reading(
    words: &Words,
    guidance: &Guidance,
    present: &Present<'_>,
    draft: &Draft,
    review: &Review,
) -> Reading {
    let letter = draft.sort == DraftSort::NeverSend;
    let unmarked = Review { marks: Vec::new(), ..review.clone() };
    let quiet = review.crisis.is_none() && !review.afraid;
    let review = if letter { &unmarked } else { review };
    let held = release(guidance, &draft.id);
    let answers = draft.sort != DraftSort::Reply || is_to_answer(present);
    let free = answers && held.is_some_and(|held| held.release == Release::Free);
    let notes = review.marks.iter().map(|mark| Note {
        category: words.say(&format!("mark-{}", mark.category.name())),
        weight: words.say(&format!("weight-{}", mark.severity)),
        why: why(words, mark, &draft.text),
        because: vec![mark.clause],
    });
    Reading {
        id: draft.id.to_string(),
        heading: words.say(&format!("draft-sort-{}", draft.sort.name())),
        sort: draft.sort.name(),
        state: held.map(|held| state(words, guidance, present, draft.sort, held)).unwrap_or_default(),
        because: held.map(|held| advice::ids(&held.because)).unwrap_or_default(),
        text: draft.text.to_string(),
        pieces: pieces(&draft.text, review),
        say: if letter && quiet {
            words.say("draft-letter-said")
        } else {
            words.say(said_id(review, limit(draft, guidance)))
        },
        notes: notes.collect(),
        is_reviewed: !letter,
        may_change: kinds(guidance, present).allows(draft.sort),
        may_be_sent: free && draft.sort != DraftSort::NeverSend,
    }
}

/// The id of what is said of the whole.
fn said_id(review: &Review, limit: Limit) -> &'static str {
    let pressing = || review.marks.iter().any(|mark| mark.category == Category::Threat);
    match (review.crisis, review.afraid, review.verdict, limit) {
        (Some(Danger::ToSelf), ..) if pressing() => "review-self-pressing",
        (Some(Danger::ToSelf), ..) => "review-self",
        (Some(Danger::ToOther), ..) => "review-other",
        (Some(Danger::Both), ..) => "review-both",
        (None, true, ..) => "review-afraid",
        (None, false, Verdict::Stopped, Limit::Order) => "review-order",
        (None, false, Verdict::Stopped, Limit::Space) => "review-space",
        (None, false, Verdict::Stopped, _) => "review-stop",
        (None, false, Verdict::LookAgain, _) => "review-look-again",
        (None, false, Verdict::NoneNoticed, _) => "review-none-noticed",
    }
}

/// So many characters of marked words are quoted.
const QUOTED: usize = 80;

/// How marked words may read; in English as the review itself says it, which knows more kinds.
fn why(words: &Words, mark: &Mark, text: &str) -> String {
    if words.is_english() {
        return mark.why.clone();
    }
    let marked = text.get(mark.start..mark.end).unwrap_or_default();
    let mut quoted: String = marked.chars().take(QUOTED).collect();
    if quoted.len() < marked.len() {
        quoted.push('…');
    }
    let reading = words.say(&format!("mark-reads-{}", mark.category.name()));
    let advice = words.say(&format!("mark-could-{}", mark.severity.min(3)));
    words.say_with(
        "mark-why",
        &[("words", quoted.into()), ("reading", reading.into()), ("advice", advice.into())],
    )
}

/// Cuts a text wherever a mark begins or ends.
fn pieces(text: &str, review: &Review) -> Vec<Piece> {
    let mut cuts: Vec<usize> = review.marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.retain(|&cut| text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|edge| Piece {
            text: text[edge[0]..edge[1]].to_owned(),
            notes: numbered(review, |mark| mark.start <= edge[0] && edge[1] <= mark.end),
            ending: numbered(review, |mark| mark.end == edge[1] && mark.start < mark.end),
        })
        .collect()
}

/// The numbers of the marks that `are` such.
fn numbered(review: &Review, are: impl Fn(&Mark) -> bool) -> Vec<usize> {
    (1..).zip(&review.marks).filter(|(_, mark)| are(mark)).map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_put_together_are_the_text_and_marks_stand_on_their_words() {
        let text = "Hi ü. Call me now, you never tried. Bye";
        let review = review::read(text, &Context::default());
        assert!(!review.marks.is_empty());
        let pieces = pieces(text, &review);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        for (number, mark) in (1..).zip(&review.marks) {
            let marked: String = pieces
                .iter()
                .filter(|piece| piece.notes.contains(&number))
                .map(|piece| &*piece.text)
                .collect();
            assert_eq!(marked, text[mark.start..mark.end]);
        }
    }

    #[test]
    fn every_mark_and_weight_and_sort_has_its_words() {
        let words = Words::english();
        for mark in review::Category::ALL {
            for id in ["mark", "mark-reads"] {
                assert!(words.has(&format!("{id}-{}", mark.name())), "{id}-{}", mark.name());
            }
        }
        for id in ["weight", "mark-could"] {
            assert!((0..4).all(|weight| words.has(&format!("{id}-{weight}"))));
        }
        for sort in DraftSort::ALL {
            for id in ["draft-sort", "write-heading", "write-what", "write-keep"] {
                assert!(words.has(&format!("{id}-{}", sort.name())), "{id}-{}", sort.name());
            }
        }
    }

    /// Drafts and limits by which the review says each of its sentences.
    fn every_review() -> Vec<(Review, Limit)> {
        let drafts = [
            "See you at three.",
            "Answer me now, you never tried.",
            "I want to kill myself.",
            "If you leave me I will kill myself.",
            "I want to kill him.",
            "I want to kill him and then myself.",
            "He choked me and I am afraid of him.",
        ];
        let limits = [Limit::None, Limit::Order, Limit::ToldToStop, Limit::Space];
        let read =
            |draft: &str, limit| (review::read(draft, &Context { limit, ..Context::default() }), limit);
        drafts.iter().flat_map(|draft| limits.map(|limit| read(draft, limit))).collect()
    }

    #[test]
    fn other_languages_have_the_sentence_that_the_review_says_in_english() {
        let (words, mut told) = (Words::english(), Vec::new());
        for (review, limit) in every_review() {
            let id = said_id(&review, limit);
            assert_eq!(words.say(id), review.say, "{id}");
            told.push(id);
        }
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), 10, "each sentence is met: {told:?}");
    }

    #[test]
    fn a_mark_is_explained_in_the_language_of_the_page() {
        let draft = "Answer me now, you never tried.";
        let review = review::read(draft, &Context::default());
        let mark = review.marks.first().expect("it presses");
        assert_eq!(why(&Words::english(), mark, draft), mark.why);
        let german = why(&Words::of(crate::Language::German), mark, draft);
        assert!(german.starts_with(&format!("„{}“: ", &draft[mark.start..mark.end])), "{german}");
        assert!(german.ends_with('.') && !german.contains("mark-"), "{german}");
    }
}
