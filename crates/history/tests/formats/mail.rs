//! Every trap of mailboxes and single mails.

use crate::telling::{check, options, read, told};
use history::{Format, ReadError, Source};
use std::fmt::Write as _;

const SEPARATOR: &str = "From x@y.z Mon Feb  1 09:00:00 2021\n";

/// A mail with these fields more.
fn mail(from: &str, to: &str, minute: u32, more: &str) -> String {
    format!(
        "From: {from}\nTo: {to}\nSubject: a\nDate: Mon, 1 Feb 2021 10:{minute:02}:00 +0100\nMessage-ID: <{minute}.{}@x>\n{more}\nhello\n\n",
        from.len()
    )
}

fn mailbox(mails: &[String]) -> String {
    mails.iter().fold(String::new(), |mut all, mail| {
        let _ = write!(all, "{SEPARATOR}{mail}");
        all
    })
}

const JO: &str = "Jo <jo@x.org>";
const MIA: &str = "\"Sommer, Mia\" <Mia@x.org>";

#[track_caller]
fn says(mails: &[String], partner: &[&str], expect: &str) {
    check("inbox.mbox", mailbox(mails).as_bytes(), partner, expect);
}

#[test]
fn a_mailbox_is_read_by_names_and_addresses() {
    let mails = [mail(JO, MIA, 0, ""), mail(MIA, JO, 5, ""), mail("Cy <cy@x.org>", JO, 6, "")];
    let expect = "Jo 1+0, Sommer, Mia 1+0; 1 other chats; from 2021-02-01T10:00:00+01:00";
    says(&mails, &["Sommer, Mia"], expect);
    says(&mails, &["mia@x.org"], expect);
    let reading = read("inbox.mbox", mailbox(&mails).as_bytes(), &["mia@x.org"]).expect("a mailbox");
    assert_eq!(
        (reading.files[0].format, reading.weeks[0].partner.median_reply_minutes),
        (Format::Mbox, Some(5.0))
    );
    assert!(matches!(
        read("inbox.mbox", mailbox(&mails).as_bytes(), &[]),
        Err(ReadError::PartnerNeeded { .. })
    ));
}

#[test]
fn a_single_mail_is_read_too_and_quotes_are_no_heads() {
    let one = mail(JO, MIA, 0, "").replace(
        "hello",
        "> From: Mia <mia@x.org>\n> Date: Mon, 1 Feb 2021 09:00:00 +0100\n[5/3/24, 14:05:33] Anna: hi",
    );
    check("a.eml", one.as_bytes(), &["mia@x.org"], "Jo 1+0, Sommer, Mia 0+0; from 2021-02-01T10:00:00+01:00");
    check(
        "a.eml",
        one.replace('\n', "\r\n").as_bytes(),
        &["mia@x.org"],
        "Jo 1+0, Sommer, Mia 0+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn an_unescaped_line_of_a_body_separates_nothing_and_a_bare_one_does() {
    let body = mail(JO, MIA, 0, "")
        .replace("hello", "well,\n\nFrom here on: nothing\n\nFrom Monday we begin\nNote: early\n");
    let bare = format!("From -\n{}", mail(MIA, JO, 5, ""));
    check(
        "inbox.mbox",
        (mailbox(&[body]) + &bare).as_bytes(),
        &["mia@x.org"],
        "Jo 1+0, Sommer, Mia 1+0; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn without_a_date_the_line_before_tells_it_or_the_way_it_came() {
    let undated = |from: &str, to: &str, more: &str| {
        mail(from, to, 0, more).replace("Date: Mon, 1 Feb 2021 10:00:00 +0100\n", "")
    };
    says(&[undated(JO, MIA, "")], &["mia@x.org"], "Jo 1+0, Sommer, Mia 0+0; from 2021-02-01T10:00:00+01:00");
    let way = "Received: from a by b; Mon, 1 Feb 2021 09:30:00 +0000\nReceived: from c by a; Mon, 1 Feb 2021 09:29:00 +0000\n";
    check(
        "a.eml",
        undated(MIA, JO, way).as_bytes(),
        &["mia@x.org"],
        "Jo 0+0, Sommer, Mia 1+0; from 2021-02-01T10:30:00+01:00",
    );
    let lost = format!("From -\n{}", undated(MIA, JO, ""));
    check(
        "inbox.mbox",
        (mailbox(&[mail(JO, MIA, 0, "")]) + &lost).as_bytes(),
        &["mia@x.org"],
        "Jo 1+0, Sommer, Mia 0+0; skipped line 10: it tells no time that can be read; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn names_in_encoded_words_are_names() {
    let mails = [
        mail(JO, "=?UTF-8?Q?Zo=C3=AB?= <zoe@x.org>", 0, ""),
        mail("=?koi8-r?B?8MXU0g==?= <zoe@x.org>", JO, 1, ""),
    ];
    says(&mails, &["Zoë"], "Jo 1+0, Петр 1+0; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn a_mail_in_two_folders_and_to_two_addresses_counts_once_and_a_draft_not() {
    let mails = [
        mail(JO, MIA, 0, ""),
        mail(JO, MIA, 0, ""),
        mail(JO, "mia@x.org, Mia at work <mia@work.org>", 1, ""),
        mail(JO, MIA, 2, "X-Gmail-Labels: Drafts,Opened\n"),
        mail("Mia at work <mia@work.org>", JO, 3, ""),
    ];
    says(
        &mails,
        &["mia@x.org", "mia@work.org"],
        "Jo 2+0, Sommer, Mia 1+0; 1 doubled; skipped line 28: it was never sent; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_mail_to_others_is_none_to_the_partner() {
    let mails = [
        mail(JO, MIA, 0, ""),
        mail(JO, "Cy <cy@x.org>", 1, ""),
        mail(MIA, "Cy <cy@x.org>", 2, "Cc: jo@x.org\n"),
        mail(MIA, "Cy <cy@x.org>", 3, ""),
    ];
    says(&mails, &["mia@x.org"], "Jo 1+0, Sommer, Mia 1+0; 2 other chats; from 2021-02-01T10:00:00+01:00");
}

#[test]
fn mails_of_a_folder_are_one_and_of_another_mailbox_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, mail) in [
        ("1.eml", mail(JO, MIA, 0, "")),
        ("2.eml", mail(MIA, JO, 1, "")),
        ("3.eml", mail("Cy <cy@x.org>", JO, 2, "")),
    ] {
        std::fs::write(folder.path().join(name), mail).expect("a file");
    }
    let source = Source::open(folder.path()).expect("the folder");
    let reading = history::read(&[source], &options(&["mia@x.org"])).expect("mails");
    assert_eq!(told(&reading), "Jo 1+0, Sommer, Mia 1+0; 1 other chats; from 2021-02-01T10:00:00+01:00");
    assert_eq!(reading.files.len(), 1);
    let others = mailbox(&[mail("Cy <cy@x.org>", MIA, 0, "")]);
    assert!(matches!(read("inbox.mbox", others.as_bytes(), &["mia@x.org"]), Err(ReadError::NotInIt { .. })));
}
