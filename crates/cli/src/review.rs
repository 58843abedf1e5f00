//! `halflight review`: reads a draft from standard input and shows what may do harm in it.
//!
//! It prints what the room `review` found, for a person or as JSON; it judges nothing itself, keeps nothing, and
//! offers no other wording.

use std::io::{Read, Write};

use clap::{Args, ValueEnum};

use crate::exit::Failure;
use ::review::{Context, Danger, Limit, Mark, Review, Sort, To, Verdict};

/// The longest draft that is read, in bytes.
const LONGEST: u64 = 8 * 1024 * 1024;

/// Reads a draft from standard input and shows the words that may do harm, and why.
///
/// Marks are read in English; signs of crisis in English and German.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct ReviewArgs {
    /// What sort of message the draft is.
    #[arg(long, value_enum, default_value = "start")]
    pub(crate) sort: SortArg,
    /// The strictest limit in force.
    #[arg(long, value_enum, default_value = "none")]
    pub(crate) limit: LimitArg,
    /// How many of your messages are unanswered.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) unanswered: u32,
    /// Who will read it; told from the text if absent.
    #[arg(long, value_enum)]
    pub(crate) to: Option<ToArg>,
    /// Answers with one JSON document.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A sort of message on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SortArg {
    /// Begins a contact.
    Start,
    /// Answers one.
    Reply,
    /// About children, home, money, belongings, health or work.
    Practical,
    /// The letter that ends it.
    Closure,
}

/// A limit on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LimitArg {
    /// None.
    None,
    /// They asked for space.
    Space,
    /// They said stop.
    ToldToStop,
    /// A court order.
    Order,
}

/// A reader on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ToArg {
    /// The partner.
    Partner,
    /// Someone else.
    Other,
}

impl From<ReviewArgs> for Context {
    fn from(args: ReviewArgs) -> Self {
        Self {
            sort: match args.sort {
                SortArg::Start => Sort::Start,
                SortArg::Reply => Sort::Reply,
                SortArg::Practical => Sort::Practical,
                SortArg::Closure => Sort::Closure,
            },
            limit: match args.limit {
                LimitArg::None => Limit::None,
                LimitArg::Space => Limit::Space,
                LimitArg::ToldToStop => Limit::ToldToStop,
                LimitArg::Order => Limit::Order,
            },
            unanswered: args.unanswered,
            to: match args.to {
                None => To::Inferred,
                Some(ToArg::Partner) => To::Partner,
                Some(ToArg::Other) => To::Other,
            },
        }
    }
}

/// Why a draft could not be reviewed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReviewError {
    /// Standard input could not be read.
    #[error(
        "the draft could not be read from standard input: {0}; try again, or give it as a file with `< draft.txt`"
    )]
    Input(#[source] std::io::Error),
    /// The draft is longer than any that is read.
    #[error("the draft is longer than {} MiB and was not read; give the message alone", LONGEST / 1024 / 1024)]
    TooLong,
    /// The draft is no UTF-8 text.
    #[error("the draft is not UTF-8 text: byte {0} cannot be read; save it as UTF-8 and try again")]
    NotText(usize),
    /// The answer could not be written.
    #[error("the answer could not be written: {0}")]
    Output(#[from] std::io::Error),
    /// The answer could not be put into JSON.
    #[error("the answer could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Reviews the draft on standard input.
pub(crate) fn review(args: ReviewArgs) -> Result<(), Failure> {
    run(args, std::io::stdin().lock(), anstream::stdout().lock()).map_err(|error| match error {
        ReviewError::Output(error) => Failure::from(error),
        error => Failure::work(error.to_string(), "Nothing was kept, and nothing was sent."),
    })
}

/// Reviews the draft on `input` and writes the answer to `out`.
///
/// # Errors
///
/// If the draft cannot be read, is no UTF-8 or is longer than 8 MiB, or if the answer cannot be written.
pub(crate) fn run(args: ReviewArgs, input: impl Read, mut out: impl Write) -> Result<(), ReviewError> {
    let mut bytes = Vec::new();
    input.take(LONGEST + 1).read_to_end(&mut bytes).map_err(ReviewError::Input)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) {
        return Err(ReviewError::TooLong);
    }
    let draft =
        String::from_utf8(bytes).map_err(|error| ReviewError::NotText(error.utf8_error().valid_up_to()))?;
    let review = ::review::read(&draft, &Context::from(args));
    if args.json {
        serde_json::to_writer(&mut out, &answer(&draft, &review))?;
        writeln!(out)?;
        return Ok(());
    }
    page(&draft, &review, &mut out)?;
    Ok(())
}

fn answer(draft: &str, review: &Review) -> serde_json::Value {
    let marks: Vec<serde_json::Value> = review
        .marks
        .iter()
        .map(|mark| {
            serde_json::json!({
                "category": mark.category.name(),
                "severity": mark.severity,
                "start": mark.start,
                "end": mark.end,
                "words": draft.get(mark.start..mark.end).unwrap_or_default(),
                "clause": mark.clause,
                "why": mark.why,
            })
        })
        .collect();
    let crisis = review.crisis.map(|danger| match danger {
        Danger::ToSelf => "self",
        Danger::ToOther => "other",
        Danger::Both => "both",
    });
    let verdict = match review.verdict {
        Verdict::NoneNoticed => "none-noticed",
        Verdict::LookAgain => "look-again",
        Verdict::Stopped => "stopped",
    };
    serde_json::json!({
        "marks": marks,
        "crisis": crisis,
        "afraid": review.afraid,
        "verdict": verdict,
        "say": review.say,
    })
}

/// The answer for a person: what is said of the whole, the draft with its marked words underlined, the reasons.
fn page(draft: &str, review: &Review, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "{}", review.say)?;
    if review.crisis.is_some() || review.afraid {
        writeln!(out, "Help, at any hour: findahelpline.com, or your emergency number.")?;
    }
    if !::review::in_english(draft) {
        writeln!(out, "Marks are read in English only; signs of crisis in German too.")?;
    }
    if review.marks.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    underlined(draft, &review.marks, out)?;
    writeln!(out)?;
    for (number, mark) in (1..).zip(&review.marks) {
        let advice = match mark.severity {
            0 => "worth knowing",
            1 => "soften",
            2 => "leave out",
            _ => "do not send",
        };
        writeln!(out, "[{number}] {} ({advice}, {})", mark.category.name(), mark.clause)?;
        writeln!(out, "    {}", mark.why)?;
    }
    Ok(())
}

/// The draft, each marked passage between underscores and underlined where the terminal can, with its numbers.
fn underlined(draft: &str, marks: &[Mark], out: &mut impl Write) -> std::io::Result<()> {
    let style = anstyle::Style::new().underline();
    let mut at = 0;
    let mut numbered = (1_usize..).zip(marks).peekable();
    while let Some((number, mark)) = numbered.next() {
        // Passages that overlap are shown as one, with all their numbers.
        let (start, mut end) = (mark.start.max(at), mark.end);
        let mut numbers = number.to_string();
        while let Some((next, _)) = numbered.next_if(|(_, next)| next.start < end) {
            numbers.push(',');
            numbers.push_str(&next.to_string());
            end = end.max(marks.get(next - 1).map_or(end, |mark| mark.end));
        }
        write!(out, "{}", draft.get(at..start).unwrap_or_default())?;
        write!(out, "_{style}{}{style:#}_[{numbers}]", draft.get(start..end).unwrap_or_default())?;
        at = end.max(at);
    }
    writeln!(out, "{}", draft.get(at..).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::{LimitArg, ReviewArgs, ReviewError, SortArg, run};

    const PLAIN: ReviewArgs =
        ReviewArgs { sort: SortArg::Start, limit: LimitArg::None, unanswered: 0, to: None, json: false };

    fn page(draft: &[u8]) -> String {
        let mut out = Vec::new();
        run(PLAIN, draft, &mut out).expect("a draft that can be read");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn no_mark_is_said_without_approval() {
        assert_eq!(
            page("Yes, Tuesday works.".as_bytes()),
            "I noticed none of the patterns I check. That is not approval.\n"
        );
    }

    #[test]
    fn marked_words_stand_underlined_in_the_draft() {
        let page = page(b"Hi. I need an answer tonight.");
        assert!(page.contains("_[1]"), "{page}");
        assert!(page.contains("[1] pressure"), "{page}");
    }

    #[test]
    fn json_is_one_document_of_the_contract() {
        let mut out = Vec::new();
        run(ReviewArgs { json: true, ..PLAIN }, &b"Last chance for us"[..], &mut out).expect("read");
        let answer: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(answer["marks"][0]["category"], "pressure");
        assert_eq!(answer["crisis"], serde_json::Value::Null);
        assert_eq!(answer["afraid"], false);
        assert_eq!(answer["verdict"], "look-again");
    }

    #[test]
    fn a_draft_in_another_language_is_told_what_is_read_of_it() {
        assert!(
            page("Kannst du bitte morgen die Kinder abholen, ich schaffe es nicht.".as_bytes())
                .contains("English only")
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        let error = run(PLAIN, &[b'a', 0xff][..], Vec::new()).expect_err("no UTF-8");
        assert!(matches!(error, ReviewError::NotText(1)));
    }
}
