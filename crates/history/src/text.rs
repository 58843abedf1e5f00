//! Text as UTF-8 bytes, whatever it was saved as.
//!
//! UTF-8 is passed through untouched, even where single bytes are not valid: a bad byte in somebody's words
//! costs nothing. Only UTF-16, which some computers save, is rewritten.

use std::borrow::Cow;

/// `bytes` as UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    /// No chat of this size was ever exported; what claims to be one is left as it is, to be refused.
    const MOST: usize = 512 << 20;
    if bytes.len() > MOST {
        return Cow::Borrowed(bytes);
    }
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        // Without a mark: a plain sign and a zero byte in turn, from the first on.
        [first, 0, second, 0, ..] if *first > 0 && *second > 0 => encoding_rs::UTF_16LE,
        [0, first, 0, second, ..] if *first > 0 && *second > 0 => encoding_rs::UTF_16BE,
        _ if only_returns(bytes) => {
            return Cow::Owned(bytes.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect());
        }
        _ => return Cow::Borrowed(bytes),
    };
    Cow::Owned(encoding.decode_with_bom_removal(bytes).0.into_owned().into_bytes())
}

/// Whether lines end in carriage returns alone, as on computers of long ago.
fn only_returns(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 64 << 10;
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    memchr::memchr(b'\n', beginning).is_none() && memchr::memchr(b'\r', beginning).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_becomes_utf_8_with_and_without_a_mark() {
        let text = "[5/3/24, 14:05:33] Änna: hi";
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(utf8(&units), text.as_bytes());
        let marked: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(utf8(&marked), text.as_bytes());
    }

    #[test]
    fn utf_8_is_not_copied() {
        assert!(matches!(utf8("Änna".as_bytes()), Cow::Borrowed(_)));
    }
}
