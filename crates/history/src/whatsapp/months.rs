//! Months by name, as phones wrote them into exports until about 2016.
//!
//! Names and their short forms as Unicode CLDR lists them, for the languages such exports are known in.

use super::cursor::Cursor;

/// For each month the beginnings that tell it; a word must be one of these or a longer form of the same name.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "januar",
        "janvier",
        "enero",
        "gennaio",
        "janeiro",
        "januari",
        "января",
        "jänner",
        "ocak",
        "stycznia",
    ],
    &[
        "february",
        "februar",
        "février",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
        "февраля",
        "feber",
        "şubat",
        "lutego",
    ],
    &["march", "märz", "mars", "marzo", "março", "maart", "марта", "mart", "marca"],
    &["april", "avril", "abril", "aprile", "апреля", "nisan", "kwietnia"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj", "мая", "mayıs", "maja"],
    &["june", "juni", "juin", "junio", "giugno", "junho", "июня", "haziran", "czerwca"],
    &["july", "juli", "juillet", "julio", "luglio", "julho", "июля", "temmuz", "lipca"],
    &["august", "août", "agosto", "augustus", "augusti", "августа", "ağustos", "sierpnia"],
    &[
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
        "сентября",
        "eylül",
        "września",
        "sept",
    ],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "октября", "ekim", "października"],
    &["november", "novembre", "noviembre", "novembro", "ноября", "kasım", "listopada"],
    &[
        "december",
        "dezember",
        "décembre",
        "diciembre",
        "dicembre",
        "dezembro",
        "декабря",
        "aralık",
        "grudnia",
    ],
];

/// Reads the month that stands here; leaves the cursor where it was if none does.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<u16> {
    const LONGEST: usize = 24;
    let rest = cursor.rest();
    let length = rest
        .iter()
        .take(LONGEST)
        .take_while(|&&byte| byte.is_ascii_alphabetic() || (byte >= 0x80 && byte != 0xE2))
        .count();
    let word = std::str::from_utf8(&rest[..length]).ok()?.to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let month = MONTHS.iter().position(|names| names.iter().any(|name| name.starts_with(&word)))?;
    cursor.pass(length);
    u16::try_from(month + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_names_of_many_languages_are_months() {
        for (word, month) in [
            ("Jan", 1),
            ("févr", 2),
            ("März", 3),
            ("abr", 4),
            ("Mai", 5),
            ("juin", 6),
            ("июл", 7),
            ("Ağu", 8),
            ("Dez", 12),
        ] {
            assert_eq!(read(&mut Cursor::new(word.as_bytes())), Some(month), "{word}");
        }
        assert_eq!(read(&mut Cursor::new(b"Jansen")), None);
        assert_eq!(read(&mut Cursor::new(b"Ju")), None);
    }
}
