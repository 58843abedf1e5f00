//! The words that phones put beside a twelve-hour time: which half of the day it means.
//!
//! It knows words, not clocks: turning an hour and a half into an hour of 24 is done in `header`.
//! Sources: the day-period names of Unicode CLDR, as Android and iOS write them.

use super::cursor::{Cursor, blank_length};

/// Which half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// Before noon.
    Morning,
    /// Noon and after.
    Afternoon,
}

use Half::{Afternoon, Morning};

/// Words outside plain `am`/`pm`, longest first where one begins another.
const WORDS: &[(&str, Half)] = &[
    ("上午", Morning),
    ("凌晨", Morning),
    ("清晨", Morning),
    ("早上", Morning),
    ("午前", Morning),
    ("오전", Morning),
    ("中午", Afternoon),
    ("下午", Afternoon),
    ("傍晚", Afternoon),
    ("晚上", Afternoon),
    ("午後", Afternoon),
    ("오후", Afternoon),
    ("صباحًا", Morning),
    ("صباحا", Morning),
    ("مساءً", Afternoon),
    ("مساء", Afternoon),
    ("ص", Morning),
    ("م", Afternoon),
    ("ق.ظ.", Morning),
    ("ب.ظ.", Afternoon),
    ("قبل\u{200c}ازظهر", Morning),
    ("بعدازظهر", Afternoon),
    ("לפנה״צ", Morning),
    ("אחה״צ", Afternoon),
    ("לפנה\"צ", Morning),
    ("אחה\"צ", Afternoon),
    ("पूर्वाह्न", Morning),
    ("अपराह्न", Afternoon),
    ("म.पू.", Morning),
    ("म.उ.", Afternoon),
    ("পূর্বাহ্ণ", Morning),
    ("অপরাহ্ণ", Afternoon),
    ("முற்பகல்", Morning),
    ("பிற்பகல்", Afternoon),
    ("ਪੂ.ਦੁ.", Morning),
    ("ਬਾ.ਦੁ.", Afternoon),
    ("ก่อนเที่ยง", Morning),
    ("หลังเที่ยง", Afternoon),
    ("ÖÖ", Morning),
    ("ÖS", Afternoon),
    ("öö", Morning),
    ("ös", Afternoon),
    ("π.μ.", Morning),
    ("μ.μ.", Afternoon),
    ("πμ", Morning),
    ("μμ", Afternoon),
    ("дп", Morning),
    ("пп", Afternoon),
    ("пр.об.", Morning),
    ("сл.об.", Afternoon),
    ("претпл.", Morning),
    ("попл.", Afternoon),
    ("пре подне", Morning),
    ("по подне", Afternoon),
    ("prijepodne", Morning),
    ("poslijepodne", Afternoon),
    ("popodne", Afternoon),
    ("dop.", Morning),
    ("odp.", Afternoon),
    ("pop.", Afternoon),
    ("de.", Morning),
    ("du.", Afternoon),
    ("ap.", Morning),
    ("ip.", Afternoon),
    ("fm", Morning),
    ("em", Afternoon),
    ("SA", Morning),
    ("CH", Afternoon),
    ("PTG", Afternoon),
    ("PG", Morning),
    ("PD", Morning),
    ("MD", Afternoon),
    ("in the morning", Morning),
    ("in the afternoon", Afternoon),
    ("in the evening", Afternoon),
    ("at night", Afternoon),
    ("noon", Afternoon),
    ("midnight", Morning),
];

/// Reads the half of the day that stands here; leaves the cursor where it was if none does.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Half> {
    let rest = cursor.rest();
    let first = *rest.first()?;
    if matches!(first, b']' | b'-' | b':' | b',' | b'0'..=b'9') {
        return None;
    }
    if let Some((half, length)) = latin(rest) {
        cursor.pass(length);
        return Some(half);
    }
    let (word, half) = WORDS.iter().find(|(word, _)| {
        rest.starts_with(word.as_bytes()) && !rest.get(word.len()).is_some_and(u8::is_ascii_alphabetic)
    })?;
    cursor.pass(word.len());
    Some(*half)
}

/// `am`, `PM`, `a.m.`, `p. m.` and their kin, with their length.
fn latin(rest: &[u8]) -> Option<(Half, usize)> {
    let half = match rest.first()? {
        b'a' | b'A' => Morning,
        b'p' | b'P' => Afternoon,
        _ => return None,
    };
    let mut at = 1;
    at += usize::from(rest.get(at) == Some(&b'.'));
    at += blank_length(&rest[at..]);
    if !matches!(rest.get(at), Some(b'm' | b'M')) {
        return None;
    }
    at += 1;
    at += usize::from(rest.get(at) == Some(&b'.'));
    if rest.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    Some((half, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(Half, usize)>) {
        let mut cursor = Cursor::new(text.as_bytes());
        let half = read(&mut cursor);
        assert_eq!(half.map(|half| (half, cursor.at())), expect, "{text}");
    }

    #[test]
    fn every_spelling_of_am_and_pm_is_read_to_its_end() {
        check("AM]", Some((Morning, 2)));
        check("pm - Anna", Some((Afternoon, 2)));
        check("a.m.]", Some((Morning, 4)));
        check("p.\u{a0}m. - ", Some((Afternoon, 6)));
        check("p.\u{202f}m. - ", Some((Afternoon, 7)));
        check("下午2:14", Some((Afternoon, 6)));
        check("午前9:01", Some((Morning, 6)));
        check("오후 2:14", Some((Afternoon, 6)));
        check("م]", Some((Afternoon, 2)));
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_left_alone() {
        check("amber", None);
        check("emil", None);
        check("- Anna", None);
    }
}
