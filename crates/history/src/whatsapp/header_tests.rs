//! Every layout of a head that phones have been seen to write, and the lines that only look like one.

use super::*;

/// Reads `line` and says what was found as `numbers clock |rest`.
fn found(line: &str) -> String {
    read(line.as_bytes()).map_or_else(
        || "no head".to_owned(),
        |head| {
            let [a, b, c] = head.parts;
            let clock = head.clock.map_or_else(
                || "no time".to_owned(),
                |clock| format!("{:02}:{:02}:{:02}", clock / 3600, clock / 60 % 60, clock % 60),
            );
            format!("{a} {b} {c} {clock} |{}", &line[head.rest..])
        },
    )
}

fn check(line: &str, expect: &str) {
    assert_eq!(found(line), expect, "{line}");
}

#[test]
fn android_heads_of_many_countries_are_read() {
    check("12/31/24, 2:05 PM - Anna: hi", "12 31 24 14:05:00 |Anna: hi");
    check("12/31/24, 2:05\u{202f}PM - Anna: hi", "12 31 24 14:05:00 |Anna: hi");
    check("31/12/2024, 14:05 - Anna: hi", "31 12 2024 14:05:00 |Anna: hi");
    check("31/12/2024, 2:05 pm - Anna: hi", "31 12 2024 14:05:00 |Anna: hi");
    check("31/12/2024 14:05 - Anna: oi", "31 12 2024 14:05:00 |Anna: oi");
    check("31.12.24, 14:05 - Anna: hi", "31 12 24 14:05:00 |Anna: hi");
    check("31-12-2024 14:05 - Anna: hoi", "31 12 2024 14:05:00 |Anna: hoi");
    check("2024-12-31, 14:05 - Anna: hej", "2024 12 31 14:05:00 |Anna: hej");
    check("2024-12-31 14.05 - Anna: hei", "2024 12 31 14:05:00 |Anna: hei");
    check("2024-12-31, 2:05 p.m. - Anna: hi", "2024 12 31 14:05:00 |Anna: hi");
    check("31/12/2024 à 14:05 - Anna: oui", "31 12 2024 14:05:00 |Anna: oui");
    check("31.12.2024 klo 14.05 - Anna: joo", "31 12 2024 14:05:00 |Anna: joo");
    check("2024-12-31 kl. 14:05 - Anna: ja", "2024 12 31 14:05:00 |Anna: ja");
    check("31/12/24, 2:05 p. m. - Anna: sí", "31 12 24 14:05:00 |Anna: sí");
    check("31/12/24 2:05 p.\u{a0}m. - Anna: sí", "31 12 24 14:05:00 |Anna: sí");
    check("31. 12. 24, 14:05 - Anna: ano", "31 12 24 14:05:00 |Anna: ano");
    check("2024. 12. 31. 14:05 - Anna: igen", "2024 12 31 14:05:00 |Anna: igen");
    check("31.12.24 г., 14:05 ч. - Anna: да", "31 12 24 14:05:00 |Anna: да");
    check("31/12/24, 14:05 – Anna: hi", "31 12 24 14:05:00 |Anna: hi");
    check("2024. 12. 31. 오후 2:05 - 안나: 네", "2024 12 31 14:05:00 |안나: 네");
    check("2024/12/31 下午2:05 - 安娜: 好", "2024 12 31 14:05:00 |安娜: 好");
    check("2024年12月31日 下午2:05 - 安娜: 好", "2024 12 31 14:05:00 |安娜: 好");
    check("31/12/2567 14:05 - Anna: ค่ะ", "31 12 2567 14:05:00 |Anna: ค่ะ");
    check("31/12/24, 14:05:33 - Anna: hi", "31 12 24 14:05:33 |Anna: hi");
}

#[test]
fn iphone_heads_of_many_countries_are_read() {
    check("[31/12/2024, 14:05:33] Anna: hi", "31 12 2024 14:05:33 |Anna: hi");
    check("[12/31/24, 2:05:33\u{202f}PM] Anna: hi", "12 31 24 14:05:33 |Anna: hi");
    check("\u{200e}[31.12.24, 14:05:33] Anna: hi", "31 12 24 14:05:33 |Anna: hi");
    check("\u{feff}[31.12.24, 14:05:33] Anna: hi", "31 12 24 14:05:33 |Anna: hi");
    check("[31-12-2024 14:05:33] Anna: hoi", "31 12 2024 14:05:33 |Anna: hoi");
    check("[2024-12-31, 2:05:33 PM] Anna: hi", "2024 12 31 14:05:33 |Anna: hi");
    check("[2024/12/31 14:05:33] 安娜: はい", "2024 12 31 14:05:33 |安娜: はい");
    check("[2024/12/31 午後2:05:33] 安娜: はい", "2024 12 31 14:05:33 |安娜: はい");
    check("[2024/12/31 午後0:05:33] 安娜: はい", "2024 12 31 12:05:33 |安娜: はい");
    check("[2024. 12. 31. 오후 2:05:33] 안나: 네", "2024 12 31 14:05:33 |안나: 네");
    check("[31/12/24 à 14:05:33] Anna: oui", "31 12 24 14:05:33 |Anna: oui");
    check("[31.12.2024 klo 14.05.33] Anna: joo", "31 12 2024 14:05:33 |Anna: joo");
    check("[31/12/24, 2:05:33 p. m.] Anna: sí", "31 12 24 14:05:33 |Anna: sí");
    check("[2024-12-31, 14 h 05 min 33 s] Anna: oui", "2024 12 31 14:05:33 |Anna: oui");
    check("[31/12/2024, 14:05] Anna: hi", "31 12 2024 14:05:00 |Anna: hi");
    check("[14:05, 31/12/2024] Anna: hi", "31 12 2024 14:05:00 |Anna: hi");
    check("[3/18/2565 BE, 14:05:33] Anna: hi", "3 18 2565 14:05:33 |Anna: hi");
    check("[3/18/R4, 14:05:33] Anna: hi", "3 18 2022 14:05:33 |Anna: hi");
}

#[test]
fn arabic_and_persian_heads_are_read_with_their_marks_and_digits() {
    check("\u{200f}[٣١\u{200f}/١٢\u{200f}/٢٠٢٤، ٢:٠٥:٣٣ م] آنا: نعم", "31 12 2024 14:05:33 |آنا: نعم");
    check("٣١\u{200f}/١٢\u{200f}/٢٠٢٤، ٢:٠٥ م - آنا: نعم", "31 12 2024 14:05:00 |آنا: نعم");
    check("۲۰۲۴/۱۲/۳۱،\u{200f} ۱۴:۰۵ - آنا: بله", "2024 12 31 14:05:00 |آنا: بله");
    check("३१/१२/२४, २:०५ अपराह्न - आना: हाँ", "31 12 24 14:05:00 |आना: हाँ");
}

#[test]
fn heads_of_long_ago_are_read() {
    check("09/12/2012 17:03:48: Anna: hi", "9 12 2012 17:03:48 |Anna: hi");
    check("3/24/14, 1:59:59 PM: Anna: hi", "3 24 14 13:59:59 |Anna: hi");
    check("2016-06-27, 8:04:08 AM: Neil: Hi", "2016 6 27 08:04:08 |Neil: Hi");
    check("2024년 3월 5일 오후 2:14, 안나 : 네", "2024 3 5 14:14:00 |안나 : 네");
}

#[test]
fn months_by_name_need_no_decision_and_a_year() {
    check("5 January 2016, 14:05 - Anna: hi", "2016 1 5 14:05:00 |Anna: hi");
    check("5. Jan. 2016, 14:05 - Anna: hi", "2016 1 5 14:05:00 |Anna: hi");
    check("[5 de enero de 2016, 2:05:33 p. m.] Anna: sí", "2016 1 5 14:05:33 |Anna: sí");
    check("5 авг. 2016 г., 14:05 - Анна: да", "2016 8 5 14:05:00 |Анна: да");
    check("5 Jan, 14:05 - Anna: hi", "no head");
    check("5 Jansen 2016, 14:05 - Anna: hi", "no head");
}

#[test]
fn noon_and_midnight_are_told_apart() {
    check("1/2/24, 12:05 AM - A: b", "1 2 24 00:05:00 |A: b");
    check("1/2/24, 12:05 PM - A: b", "1 2 24 12:05:00 |A: b");
    check("2024/1/2 凌晨12:05 - A: b", "2024 1 2 00:05:00 |A: b");
    check("2024/1/2 中午12:05 - A: b", "2024 1 2 12:05:00 |A: b");
}

#[test]
fn a_time_that_no_clock_shows_is_seen_as_such() {
    check("1/2/24, 25:05 - A: b", "1 2 24 no time |A: b");
    check("1/2/24, 12:75 - A: b", "1 2 24 no time |A: b");
}

#[test]
fn words_that_only_look_like_a_head_are_none() {
    for line in [
        "",
        "hello",
        "5/3/24",
        "5/3/24, 14:05",
        "5/3/24 see you",
        "12:30 - lunch",
        "10.5.2024 Anna: hi",
        "5/3/2024, call 14:05 - Anna",
        "[5/3/24] Anna: hi",
        "[sic] yes",
        "1.5 - 2.5 cups: sugar",
        "555-123-4567, ask for Bob: thanks",
        "https://x.y/1/2/3",
        "2024",
        "[12:05] Anna: hi",
        "192.168.0.1: host",
        "1/2/24, 14:05-15:00: meeting",
    ] {
        assert_eq!(found(line), "no head", "{line}");
    }
}
