//! What a record is: somebody's text, a medium, a call, or a line of the app itself.
//!
//! It looks at the first line of a record and forgets it. It never takes words of a person for the app's: a
//! phrase counts only after the invisible mark that WhatsApp sets before its own words, or where the whole line
//! is nothing else, or where nobody would write so by chance. What stands under no name is judged in `lines`.

use super::cursor::{blank_length, mark_length, trim};
use super::lines::Marks;
use super::phrases::{ATTACHED, CALLS, DELETED, MISSED_CALLS, NOTICES, OMITTED, TO_YOU, UNANSWERED};
use std::sync::LazyLock;

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Words of a person (a deleted message and a poll too).
    Text,
    /// A picture, a voice message, a document, a place.
    Media,
    /// A call, with its minutes where they are told.
    Call(Option<u16>),
    /// What reads as a call on an iPhone, without the mark that one has there.
    PlainCall(Option<u16>),
    /// What reads as the notice about encryption on an iPhone, without its mark.
    PlainNotice,
    /// A line of the app.
    System,
    /// The same as `Unsure`, and as long as only the app's sentences are.
    Sentence,
    /// Begins with the app's mark, yet is in no table: counted as a message and said.
    Unsure,
}

/// Says what stands under `sender`'s name. Only iPhones (`by_iphone`) put lines of the app under a name.
pub(crate) fn of(body: &[u8], sender: &[u8], marks: Marks, by_iphone: bool) -> Body {
    let (text, marked) = after_marks(body);
    if marked && by_iphone && marks == Marks::TellTheApp {
        return of_marked(text, sender);
    }
    match of_plain(text) {
        Body::PlainNotice if !by_iphone => Body::Text,
        Body::PlainCall(minutes) if !by_iphone => Body::Call(minutes),
        found => found,
    }
}

/// Says whether a line under no name is a call.
pub(crate) fn of_nameless(line: &[u8]) -> Body {
    let (text, _) = after_marks(line);
    call(text, true).map_or(Body::System, Body::Call)
}

/// Passes blanks and marks; says whether a left-to-right or right-to-left mark was among them.
fn after_marks(mut text: &[u8]) -> (&[u8], bool) {
    let mut marked = false;
    loop {
        let blank = blank_length(text);
        let mark = mark_length(text);
        if blank + mark == 0 {
            return (text, marked);
        }
        marked |= matches!(text, [0xE2, 0x80, 0x8E | 0x8F, ..]);
        text = &text[blank.max(mark)..];
    }
}

/// Whether the app's mark stands before `body`.
pub(crate) fn is_marked(body: &[u8]) -> bool {
    after_marks(body).1
}

fn of_plain(text: &[u8]) -> Body {
    // All of the app's forms for media end in a bracket, or begin as Android names its files.
    let closed = match text.trim_ascii_end().last() {
        None => return Body::Text,
        Some(b'>') => is_attached(text) || (text.starts_with(b"<") && is_omitted(text)),
        Some(b')' | 0x80..) => names_a_file(text),
        _ => is_android_name(text),
    };
    if closed {
        return Body::Media;
    }
    if !FIRST_WORDS.may_begin(text.strip_prefix(b"<").unwrap_or(text)) {
        return Body::Text;
    }
    if begins_with_any(text, &NOTICES) {
        return Body::PlainNotice;
    }
    // Android has been seen to put a call in angle brackets.
    let inner = text.strip_prefix(b"<").and_then(|inner| inner.strip_suffix(b">")).unwrap_or(text);
    call(inner, false).map_or(Body::Text, Body::PlainCall)
}

fn of_marked(text: &[u8], sender: &[u8]) -> Body {
    if let Some(minutes) = call(text, true) {
        return Body::Call(minutes);
    }
    if begins_with_any(text, &NOTICES) {
        return Body::System;
    }
    if is_omitted(text) || names_a_file(text) {
        return Body::Media;
    }
    if speaks_of(text, sender) {
        return Body::System;
    }
    let lower = String::from_utf8_lossy(text).to_lowercase();
    // The German word for the timer holds the one for what was deleted.
    if lower.contains("selbstlöschend") {
        return Body::System;
    }
    if is_deleted(&lower) {
        return Body::Text;
    }
    if begins_with_any(text, &TO_YOU) || names_the_app(&lower) {
        return Body::System;
    }
    if lower.contains("https://") || is_poll(&lower) {
        return Body::Media;
    }
    if is_sentence(&lower) { Body::Sentence } else { Body::Unsure }
}

/// Whether a text is too much of a sentence to stand for a medium in a language that is not known.
fn is_sentence(text: &str) -> bool {
    let stops = text.trim_end().ends_with(['.', '。', '।', '۔', '!']);
    text.chars().count() >= if stops { 20 } else { 45 }
}

/// Whether a line of the app tells what `sender` did: it begins with the name it stands under.
fn speaks_of(text: &[u8], sender: &[u8]) -> bool {
    let sender = trim(sender);
    let sender = sender.strip_prefix(b"~").map_or(sender, trim);
    let text = text.strip_prefix(b"~").map_or(text, trim);
    let Some(rest) = text.strip_prefix(sender) else { return false };
    let possessive = rest.starts_with(b"'s ") || rest.starts_with("’s ".as_bytes());
    !sender.is_empty() && (blank_length(rest) + mark_length(rest) > 0 || possessive)
}

/// `POLL:`, `UMFRAGE:` and so on: one word and a colon.
fn is_poll(lower: &str) -> bool {
    lower
        .trim_end()
        .strip_suffix(':')
        .is_some_and(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
}

/// Whether this stands where a message stood: deleted, not yet arrived, to be seen once, or not to be shown here.
fn is_deleted(lower: &str) -> bool {
    DELETED.iter().any(|stem| lower.contains(stem.as_str()))
}

/// Whether a line of the app speaks of the app: its notices about safety and business do, in every language.
fn names_the_app(lower: &str) -> bool {
    ["whatsapp", "واتساب", "واتس اب", "واتساپ"].iter().any(|name| lower.contains(name))
}

/// `image omitted`, `<Media omitted>`, `<attached: …>` and their kin.
fn is_omitted(text: &[u8]) -> bool {
    const LONGEST: usize = 300;
    if text.len() > LONGEST {
        return false;
    }
    let bracketed = text.first() == Some(&b'<');
    let closed = trim(text).last() == Some(&b'>');
    if bracketed && closed && call(&text[1..trim(text).len().max(2) - 1], false).is_some() {
        return false;
    }
    if bracketed && closed && memchr::memmem::find(text, b": ").is_some() {
        return true;
    }
    let attached = closed && memchr::memmem::find(text, b" <").is_some();
    let lower = String::from_utf8_lossy(text).to_lowercase();
    let short = lower.chars().count() <= 60;
    attached || ((short || bracketed) && OMITTED.iter().any(|stem| lower.contains(stem.as_str())))
}

/// `plan.pdf • 2 pages <attached: …>`: the app's mark before the bracket.
fn is_attached(text: &[u8]) -> bool {
    text.len() < 400 && memchr::memmem::find(text, "\u{200e}<".as_bytes()).is_some()
}

/// Whether a medium was exported as a file of its own, not left out.
pub(crate) fn brings_a_file(body: &[u8]) -> bool {
    let (text, _) = after_marks(body);
    let bracketed = text.first() == Some(&b'<') && memchr::memmem::find(text, b": ").is_some();
    bracketed || is_attached(text) || names_a_file(text)
}

/// The day that the name of a medium tells, as year, month, day: `IMG-20241202-WA0001.jpg` on Android,
/// `00000012-PHOTO-2024-12-02-21-23-40.jpg` on iPhones. Looks only at the beginning of the record.
pub(crate) fn day_in_name(body: &[u8]) -> Option<(u16, u8, u8)> {
    let (text, _) = after_marks(body);
    let text = &text[..text.len().min(120)];
    if is_android_name(text) {
        return day(&text[4..8], &text[8..10], &text[10..12]);
    }
    if text.first() != Some(&b'<') {
        return None;
    }
    ["-PHOTO-", "-VIDEO-", "-AUDIO-", "-STICKER-", "-GIF-"].iter().find_map(|kind| {
        let at = memchr::memmem::find(text, kind.as_bytes())? + kind.len();
        let digits = text.get(at..at + 10)?;
        day(&digits[..4], &digits[5..7], &digits[8..])
    })
}

fn day(year: &[u8], month: &[u8], day: &[u8]) -> Option<(u16, u8, u8)> {
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse::<u16>().ok();
    let (month, day) = (number(month)?, number(day)?);
    let sound = (1..=12).contains(&month) && (1..=31).contains(&day);
    Some((number(year)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)).filter(|_| sound)
}

/// `IMG-20241202-WA`, whatever the three letters.
fn is_android_name(text: &[u8]) -> bool {
    text.len() > 15
        && text[3] == b'-'
        && text[..3].iter().all(u8::is_ascii_uppercase)
        && text[4..12].iter().all(u8::is_ascii_digit)
        && &text[12..15] == b"-WA"
}

/// A file of the export: named as Android names media, or followed by the app's word in brackets.
fn names_a_file(text: &[u8]) -> bool {
    if is_android_name(text) {
        return true;
    }
    let Some(open) = trim(text).strip_suffix(b")").and_then(|text| memchr::memrchr(b'(', text)) else {
        return false;
    };
    memchr::memchr(b'.', &text[..open]).is_some()
        && ATTACHED.iter().any(|word| memchr::memmem::find(&text[open..], word.as_bytes()).is_some())
}

/// The minutes of the call that `text` tells of, or `None` if it tells of none.
///
/// `by_app` is whether the app is known to have written it; else the line must be nothing but the call.
#[expect(clippy::option_option, reason = "no call, a call, and a call with its length are three answers")]
fn call(text: &[u8], by_app: bool) -> Option<Option<u16>> {
    const LONGEST: usize = 200;
    if text.len() > LONGEST || !FIRST_WORDS.may_begin(text) {
        return None;
    }
    let text = String::from_utf8_lossy(trim(text));
    let text = text.trim_end_matches('.');
    if let Some((_, rest)) = after_phrase(text, &MISSED_CALLS) {
        let sound = by_app || rest.is_empty() || is_unanswered(rest) || minutes(rest).is_some();
        return sound.then_some(None);
    }
    let (apart, rest) = after_phrase(text, &CALLS)?;
    if let Some(minutes) = minutes(rest).filter(|_| by_app || apart) {
        return Some(Some(minutes));
    }
    // Bare, it is the app's only as the app spells it.
    let bare = rest.is_empty() && (by_app || CALLS.iter().any(|phrase| phrase == text));
    ((by_app && apart) || bare || is_unanswered(rest)).then_some(None)
}

/// What follows the longest phrase of `table` that `text` begins with, and whether a comma or stop is between.
fn after_phrase<'a>(text: &'a str, table: &[String]) -> Option<(bool, &'a str)> {
    let begins =
        |phrase: &&String| text.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase));
    let phrase = table.iter().filter(begins).max_by_key(|phrase| phrase.len())?;
    let rest = &text[phrase.len()..];
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let after = rest.trim_start().trim_start_matches([',', '،', '，', '.', '·', '•']);
    let apart = after.len() < rest.trim_start().len();
    Some((apart, std::str::from_utf8(trim(after.as_bytes())).ok()?))
}

fn is_unanswered(rest: &str) -> bool {
    UNANSWERED.iter().any(|phrase| phrase.eq_ignore_ascii_case(rest))
}

/// The whole minutes of a length such as `12 min`, `1 hr 5 min`, `28 sec`; `None` if it is no length.
fn minutes(text: &str) -> Option<u16> {
    let mut seconds = 0_u32;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let count: u32 = rest[..digits].parse().ok().filter(|&count| count < 6000)?;
        rest = rest[digits..].trim_start();
        let end = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        seconds +=
            count * unit(rest[..end].trim_matches(|c: char| c.is_whitespace() || c == '.' || c == ','))?;
        rest = &rest[end..];
    }
    (!text.is_empty()).then(|| u16::try_from(seconds / 60).unwrap_or(u16::MAX))
}

/// How many seconds a unit of a call's length has.
fn unit(word: &str) -> Option<u32> {
    const HOURS: &[&str] = &[
        "h", "hr", "hrs", "hour", "hours", "Std", "std", "ч", "час", "uur", "u", "godz", "sa", "saat", "t",
        "tim", "timer", "hod", "óra", "ώρα", "jam", "小时", "小時", "時間", "시간", "שעה", "ساعة",
    ];
    const MINUTES: &[&str] = &[
        "m",
        "min",
        "mins",
        "minute",
        "minutes",
        "Min",
        "мин",
        "хв",
        "dk",
        "perc",
        "λεπ",
        "menit",
        "mnt",
        "phút",
        "分",
        "分钟",
        "分鐘",
        "분",
        "דק׳",
        "דקות",
        "دقيقة",
        "دقائق",
        "मिनट",
        "นาที",
    ];
    const SECONDS: &[&str] = &[
        "s",
        "sec",
        "secs",
        "second",
        "seconds",
        "seg",
        "Sek",
        "sek",
        "с",
        "сек",
        "sn",
        "mp",
        "δευτ",
        "detik",
        "dtk",
        "giây",
        "秒",
        "초",
        "שנ׳",
        "ثانية",
        "सेकंड",
        "sek.",
    ];
    let is = |table: &[&str]| table.contains(&word);
    if is(HOURS) {
        Some(3600)
    } else if is(MINUTES) {
        Some(60)
    } else {
        is(SECONDS).then_some(1)
    }
}

fn begins_with_any(text: &[u8], table: &[String]) -> bool {
    table.iter().any(|phrase| text.starts_with(phrase.as_bytes()))
}

/// A sieve over the first four bytes of every phrase that may stand without a mark, so that the words of
/// people pass at the cost of one look.
struct Sieve(Box<[u64]>);

static FIRST_WORDS: LazyLock<Sieve> = LazyLock::new(|| {
    let mut sieve = Sieve(vec![0; 1024].into());
    for phrase in NOTICES.iter().chain(&*MISSED_CALLS).chain(&*CALLS) {
        sieve.add(phrase.as_bytes());
    }
    sieve
});

impl Sieve {
    fn place(text: &[u8]) -> Option<(usize, u64)> {
        let first = text.get(..4)?;
        let key = first.iter().fold(0_u32, |key, byte| key << 8 | u32::from(byte.to_ascii_lowercase()));
        let hash = key.wrapping_mul(0x9E37_79B1) >> 16;
        Some(((hash >> 6) as usize, 1 << (hash & 63)))
    }

    fn add(&mut self, phrase: &[u8]) {
        let (cell, bit) = Self::place(phrase).expect("every phrase has four bytes");
        self.0[cell] |= bit;
    }

    fn may_begin(&self, text: &[u8]) -> bool {
        Self::place(text).is_some_and(|(cell, bit)| self.0[cell] & bit != 0)
    }
}

#[cfg(test)]
#[path = "body_tests.rs"]
mod tests;
