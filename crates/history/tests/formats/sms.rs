//! Every trap of a backup by SMS Backup & Restore.

use crate::telling::{check, options, read, told, warns};
use history::{Format, ReadError, Source, Warning};
use std::fmt::Write as _;

const MS: u64 = 1_612_170_000_000;

fn backup(rows: &[String]) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore-->\n<?xml-stylesheet type=\"text/xsl\" href=\"sms.xsl\"?>\n<smses count=\"99\" backup_set=\"x\">\n{}\n</smses>\n",
        rows.join("\n")
    )
}

/// A text from (1) or to (2) `address`, so many seconds after ten.
fn sms(seconds: u64, sort: u8, address: &str, name: &str, body: &str) -> String {
    format!(
        "  <sms protocol=\"0\" address=\"{address}\" date=\"{}\" type=\"{sort}\" subject=\"null\" body=\"{body}\" toa=\"null\" sc_toa=\"null\" service_center=\"+4917\" read=\"1\" status=\"-1\" locked=\"0\" readable_date=\"1 Feb 2021 10:00:00\" contact_name=\"{name}\" />",
        MS + seconds * 1000
    )
}

fn mms(date: u64, sort: u8, address: &str, name: &str, parts: &str, addrs: &str) -> String {
    let m_type = if sort == 1 { 132 } else { 128 };
    format!(
        "  <mms date=\"{date}\" rr=\"129\" msg_box=\"{sort}\" address=\"{address}\" m_type=\"{m_type}\" text_only=\"0\" contact_name=\"{name}\">\n    <parts>\n{parts}    </parts>\n    <addrs>\n{addrs}    </addrs>\n  </mms>"
    )
}

fn addr(address: &str, sort: u8) -> String {
    format!("      <addr address=\"{address}\" type=\"{sort}\" charset=\"106\" />\n")
}

const PICTURE: &str = "      <part seq=\"-1\" ct=\"application/smil\" text=\"&lt;smil&gt;\" />\n      <part seq=\"0\" ct=\"image/jpeg\" name=\"x.jpg\" text=\"null\" data=\"/9j/4AAQ+SkZJRg==\" />\n";
const WORDS: &str = "      <part seq=\"0\" ct=\"text/plain\" name=\"null\" text=\"hello\" />\n";
const MIA: &str = "+491701234567";

#[track_caller]
fn says(rows: &[String], partner: &[&str], expect: &str) {
    check("sms.xml", backup(rows).as_bytes(), partner, expect);
}

#[test]
fn a_time_that_no_message_can_be_of_is_told_and_stretches_nothing() {
    let rows = [
        sms(0, 2, MIA, "Mia", "a"),
        sms(60, 1, MIA, "Mia", "a"),
        // One digit too many, and a clock that was never set.
        sms(61, 1, MIA, "Mia", "a").replace("\"16121700", "\"161217000"),
        sms(62, 1, MIA, "Mia", "a").replace("\"1612170062000\"", "\"7200000\""),
    ];
    says(
        &rows,
        &["Mia"],
        "Jo 1+0, Mia 1+0; skipped line 7: it tells no time that can be read; skipped line 8: it tells no time that can be read; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn texts_are_read_with_emoji_as_two_halves_and_a_count_that_lies() {
    let rows = [sms(0, 2, MIA, "Mia", "hi &#55357;&#56396; &amp; so"), sms(60, 1, MIA, "Mia", "a&#10;b")];
    let reading = read("sms.xml", backup(&rows).as_bytes(), &["Mia"]).expect("a backup");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
    assert_eq!(reading.files[0].format, Format::SmsBackup);
}

#[test]
fn one_person_is_one_under_every_form_of_the_number_and_short() {
    let rows = [
        sms(0, 2, "+15550101234", "Mia", "a"),
        sms(1, 1, "(555) 010-1234", "(Unknown)", "a"),
        sms(2, 1, "0101234", "null", "a"),
        sms(3, 1, "+445550109999", "Cy", "a"),
    ];
    says(&rows, &["Mia"], "Jo 1+0, Mia 2+0; 1 other chats; from 2021-02-01T10:00:00+01:00");
    says(&rows, &["555-010-1234"], "Jo 1+0, Mia 2+0; 1 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_short_number_that_may_be_anothers_is_nobodys() {
    let rows = [
        sms(0, 2, "+15550101234", "Mia", "a"),
        sms(1, 1, "+15560101234", "Cy", "a"),
        sms(2, 1, "0101234", "null", "a"),
    ];
    says(&rows, &["Mia"], "Jo 1+0, Mia 0+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn drafts_and_what_was_never_sent_are_told_and_not_counted() {
    let rows = [
        sms(0, 2, MIA, "Mia", "a"),
        sms(1, 3, MIA, "Mia", "draft"),
        sms(2, 5, MIA, "Mia", "failed"),
        sms(3, 1, MIA, "Mia", "b"),
    ];
    says(
        &rows,
        &["Mia"],
        "Jo 1+0, Mia 1+0; skipped line 6: it was never sent; skipped line 7: it was never sent; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn an_entry_that_stands_twice_is_counted_once_in_order_or_not() {
    let rows = [
        sms(0, 2, MIA, "Mia", "same"),
        sms(0, 2, MIA, "Mia", "same"),
        sms(0, 2, MIA, "Mia", "else"),
        sms(0, 1, MIA, "Mia", "same"),
        sms(60, 1, MIA, "Mia", "a"),
    ];
    says(&rows, &["Mia"], "Jo 2+0, Mia 2+0; 1 doubled; from 2021-02-01T10:00:00+01:00");
    let mut again = rows.to_vec();
    again.extend(rows.clone());
    says(&again, &["Mia"], "Jo 2+0, Mia 2+0; 6 doubled; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn picture_messages_have_seconds_or_milliseconds_and_only_arrivals_are_no_messages() {
    let rows = [
        mms(MS, 2, MIA, "Mia", PICTURE, &(addr("insert-address-token", 137) + &addr(MIA, 151))),
        mms(MS / 1000 + 5, 1, MIA, "Mia", WORDS, &(addr(MIA, 137) + &addr("+491709999999", 151))),
        mms(MS, 1, MIA, "Mia", "", "").replace("m_type=\"132\"", "m_type=\"134\""),
        mms(MS + 9000, 1, MIA, "Mia", "", "").replace("m_type=\"132\"", "m_type=\"130\""),
    ];
    says(&rows, &["Mia"], "Jo 1+0, Mia 2+0; 1 of the app; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn of_a_message_to_several_the_sender_is_told_by_the_address_of_type_137() {
    let several = format!("{MIA}~+491702222222");
    let all = |from: &str| addr(from, 137) + &addr(MIA, 151) + &addr("+491702222222", 151);
    let rows = [
        sms(0, 2, MIA, "Mia", "a"),
        sms(0, 1, "+491702222222", "Cy", "a"),
        mms(MS + 1000, 1, &several, "Mia, Cy", WORDS, &all("0170 1234567")),
        mms(MS + 2000, 1, &several, "Mia, Cy", WORDS, &all("+491702222222")),
        mms(MS + 3000, 2, &several, "Mia, Cy", WORDS, &all("insert-address-token")),
        mms(MS + 4000, 1, &several, "Mia, Cy", WORDS, &all("insert-address-token")),
    ];
    let reading = read("sms.xml", backup(&rows).as_bytes(), &["Mia"]).expect("a backup");
    assert_eq!(
        told(&reading),
        "Jo 2+0, Mia 1+0; 1 others; 1 other chats; skipped line 37: it does not tell who sent it; from 2021-02-01T10:00:00+01:00"
    );
    assert!(warns(&reading, |warning| matches!(warning, Warning::Group { others: 1, .. })));
}

#[test]
fn a_cut_backup_is_read_to_the_cut_and_a_broken_entry_costs_itself() {
    let rows = [sms(0, 2, MIA, "Mia", "a"), sms(1, 1, MIA, "Mia", "b"), sms(2, 1, MIA, "Mia", "c")];
    let whole = backup(&rows);
    let cut = &whole[..whole.find("body=\"c").expect("the last one") + 7];
    check(
        "sms.xml",
        cut.as_bytes(),
        &["Mia"],
        "Jo 1+0, Mia 1+0; skipped line 7: the file ends in the middle of it; from 2021-02-01T10:00:00+01:00",
    );
    let broken = whole
        .replace("address=\"+491701234567\" date=\"1612170001000\"", "address=+49170 date=\"1612170001000\"");
    check(
        "sms.xml",
        broken.as_bytes(),
        &["Mia"],
        "Jo 1+0, Mia 1+0; skipped line 6: it is not written as this format is; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn values_in_single_quotes_and_words_that_look_like_tags_are_words() {
    let quoted = sms(0, 2, MIA, "Mia", "x").replace("body=\"x\"", "body='say \"type=1\" &lt;sms &gt;'");
    says(&[quoted, sms(1, 1, MIA, "Mia", "b")], &["Mia"], "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_reaction_sent_as_text_is_no_message() {
    let rows = [
        sms(0, 2, MIA, "Mia", "at eight?"),
        sms(1, 1, MIA, "Mia", "Liked “at eight?”"),
        sms(2, 1, MIA, "Mia", "Liked it"),
    ];
    says(&rows, &["Mia"], "Jo 1+0, Mia 1+0; 1 reactions; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn calls_beside_the_texts_count_with_their_minutes() {
    let call = |seconds: u64, sort: u8, number: &str, duration: u32| {
        format!(
            "  <call number=\"{number}\" duration=\"{duration}\" date=\"{}\" type=\"{sort}\" presentation=\"1\" readable_date=\"x\" contact_name=\"Mia\" />",
            MS + 1000 * seconds
        )
    };
    let rows = [
        call(0, 1, MIA, 125),
        call(60, 2, MIA, 0),
        call(120, 3, MIA, 20),
        call(180, 5, MIA, 0),
        call(200, 3, "", 0),
        call(240, 9, MIA, 0),
    ];
    let calls = backup(&rows).replace("smses", "calls");
    let texts = backup(&[sms(0, 2, MIA, "Mia", "a"), sms(5, 1, MIA, "Mia", "b")]);
    let files = [Source::held("sms.xml", texts.into_bytes()), Source::held("calls.xml", calls.into_bytes())];
    let reading = history::read(&files, &options(&["Mia"])).expect("a backup");
    assert_eq!(
        told(&reading),
        "Jo 1+1, Mia 1+3; 1 other chats; skipped line 10: it does not tell who sent it; from 2021-02-01T10:00:00+01:00"
    );
    assert_eq!([reading.people[0].call_minutes, reading.people[1].call_minutes], [0, 2]);
}

#[test]
fn the_partner_must_be_named_where_several_write_and_be_in_it() {
    let rows = [sms(0, 2, MIA, "Mia", "a"), sms(1, 1, "+491702222222", "Cy", "b")];
    let asked = read("sms.xml", backup(&rows).as_bytes(), &[]);
    assert!(
        matches!(&asked, Err(ReadError::PartnerNeeded { people, .. }) if people == &["Mia", "Cy"]),
        "{asked:?}"
    );
    assert!(matches!(
        read("sms.xml", backup(&rows).as_bytes(), &["Bo"]),
        Err(ReadError::PartnerNotInIt { .. })
    ));
    says(&rows[..1], &[], "Jo 1+0, Mia 0+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_backup_of_a_phone_on_which_one_is_somebody_else_is_refused() {
    let rows = [sms(0, 2, "+491709999999", "Jo", "a"), sms(1, 1, "+491702222222", "Cy", "b")];
    let refused = read("sms.xml", backup(&rows).as_bytes(), &["Mia"]);
    assert!(matches!(refused, Err(ReadError::NotYourDevice { .. })), "{refused:?}");
}

#[test]
fn what_a_large_backup_says_does_not_depend_on_where_its_middle_falls() {
    let mut rows = String::new();
    for place in 0..9000_u64 {
        let row = sms(
            place * 60,
            if place % 3 == 0 { 2 } else { 1 },
            if place % 2 == 0 { MIA } else { "0170/1234567" },
            "Mia",
            "&lt;sms &gt; and so on",
        );
        let _ = writeln!(rows, "{row}");
    }
    let file = backup(&[rows]);
    assert!(file.len() > 2 << 20, "large enough to be read in two halves");
    check("sms.xml", file.as_bytes(), &["Mia"], "Jo 3000+0, Mia 6000+0; from 2021-02-01T10:00:00+01:00");
}
