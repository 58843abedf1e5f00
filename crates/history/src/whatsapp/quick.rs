//! The heads that nearly every line of nearly every export has, read without looking twice at a byte.
//!
//! Plain digits, one blank where a blank may be, `AM` or `PM` if any half. Whatever else stands in a line is left
//! to the full grammar in `header`, which must agree with every word said here (a test holds them together).

use super::header::{End, Header, Separator, Shape};

/// Reads the head of `line` if it is of the plain sort.
#[inline]
pub(super) fn read(line: &[u8]) -> Option<Header> {
    let mut at = 0;
    let bracket = line.first() == Some(&b'[');
    at += usize::from(bracket);
    let (first, width) = number(line, &mut at)?;
    let separator = *line.get(at)?;
    at += 1;
    let (second, _) = number(line, &mut at)?;
    if *line.get(at)? != separator {
        return None;
    }
    at += 1;
    let (third, third_width) = year(line, &mut at)?;
    if width > 2 {
        return None;
    }
    let comma = line.get(at) == Some(&b',');
    at += usize::from(comma);
    if line.get(at) != Some(&b' ') {
        return None;
    }
    at += 1;
    let (hour, _) = number(line, &mut at)?;
    let minute = pair(line, &mut at)?;
    let second_of_minute = if line.get(at) == Some(&b':') { Some(pair(line, &mut at)?) } else { None };
    let afternoon = half(line, &mut at);
    let end: &[u8] = if bracket { b"] " } else { b" - " };
    if !line.get(at..)?.starts_with(end) {
        return None;
    }
    let separator = match separator {
        b'/' => Separator::Slash,
        b'.' => Separator::Dot,
        b'-' => Separator::Dash,
        _ => return None,
    };
    let hour = match afternoon {
        None if hour < 24 => hour,
        Some(afternoon) if hour <= 12 => hour % 12 + if afternoon { 12 } else { 0 },
        _ => return None,
    };
    let seconds = second_of_minute.unwrap_or(0);
    if minute > 59 || seconds > 59 {
        return None;
    }
    let shape = Shape {
        end: if bracket { End::Bracket } else { End::Dash },
        separator,
        time_first: false,
        year_first: false,
        short_year: third_width == 2,
        seconds: second_of_minute.is_some(),
        twelve: afternoon.is_some(),
        comma,
        strange: false,
    };
    let clock = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(seconds);
    Some(Header {
        shape,
        parts: [first, second, third],
        clock: Some(clock),
        rest: at + end.len(),
        strange: None,
    })
}

/// A number of one or two digits, with how many.
#[inline]
fn number(line: &[u8], at: &mut usize) -> Option<(u16, u8)> {
    let first = digit(*line.get(*at)?)?;
    *at += 1;
    let Some(second) = line.get(*at).copied().and_then(digit) else { return Some((first, 1)) };
    *at += 1;
    Some((first * 10 + second, 2))
}

/// A number of two or four digits, and nothing more.
#[inline]
fn year(line: &[u8], at: &mut usize) -> Option<(u16, u8)> {
    let (first, width) = number(line, at)?;
    if width < 2 {
        return None;
    }
    if line.get(*at).copied().and_then(digit).is_none() {
        return Some((first, 2));
    }
    let (second, width) = number(line, at)?;
    let more = line.get(*at).copied().and_then(digit);
    (width == 2 && more.is_none()).then_some((first * 100 + second, 4))
}

/// A colon and two digits, and nothing more.
#[inline]
fn pair(line: &[u8], at: &mut usize) -> Option<u16> {
    if line.get(*at) != Some(&b':') {
        return None;
    }
    let tens = digit(*line.get(*at + 1)?)?;
    let ones = digit(*line.get(*at + 2)?)?;
    *at += 3;
    line.get(*at).copied().and_then(digit).is_none().then_some(tens * 10 + ones)
}

/// ` PM`, behind a blank or U+202F: whether it is after noon.
#[inline]
fn half(line: &[u8], at: &mut usize) -> Option<bool> {
    let blank = match line.get(*at..)? {
        [b' ', b'A' | b'P' | b'a' | b'p', ..] => 1,
        [0xE2, 0x80, 0xAF, ..] => 3,
        _ => return None,
    };
    let afternoon = match line.get(*at + blank..*at + blank + 2)? {
        b"AM" | b"am" => false,
        b"PM" | b"pm" => true,
        _ => return None,
    };
    *at += blank + 2;
    Some(afternoon)
}

#[inline]
const fn digit(byte: u8) -> Option<u16> {
    if byte.is_ascii_digit() { Some((byte - b'0') as u16) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whatsapp::header;
    use proptest::prelude::*;

    #[test]
    fn the_plain_heads_are_plain() {
        for line in [
            "12/31/24, 2:05 PM - Anna: hi",
            "31.12.2024 14:05 - A: b",
            "[31-12-24, 14:05:33] A: b",
            "1/2/24, 2:05\u{202f}am - A: b",
        ] {
            assert!(read(line.as_bytes()).is_some(), "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_quickly_is_read_alike_by_the_full_grammar(
            line in "\\[?[0-9]{1,3}[/.-][0-9]{1,2}[/.-][0-9]{1,4},? ?[0-9]{1,2}:[0-9]{1,3}(:[0-9]{2})?( ?[AaPp][Mm]|\u{202f}PM)?( - |\\] ?|: )(Jo: x)?"
        ) {
            if let Some(head) = read(line.as_bytes()) {
                prop_assert_eq!(Some(head), header::full(line.as_bytes()));
            }
        }
    }
}
