//! Every trap of a table of messages.

use crate::telling::{check, options, read, told};
use history::{DateOrder, Foreign, Format, ReadError, Source};

#[test]
fn our_own_layout_is_read_in_any_order_of_columns() {
    check(
        "m.csv",
        b"from,time,kind,minutes,text\nJo,2021-02-01T10:00:00+01:00,,,\"a, b\n\"\"c\"\"\"\nMia,2021-02-01T09:01:00Z,call,12,\nMia,2021-02-01 10:02,media,,\nMia,2021-02-01 10:03:05,reaction,,\n",
        &[],
        "Jo 1+0, Mia 1+1; 1 reactions; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn the_table_in_the_documents_says_what_it_says_there() {
    let document = include_str!("../../../../docs/CSV.md");
    let table = document.split("```\n").nth(1).expect("a table in the document");
    let reading = read("m.csv", table.as_bytes(), &[]).expect("a table");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+1; from 2025-03-05T14:05:33+01:00");
    assert_eq!((reading.files[0].format, reading.people[1].call_minutes), (Format::Csv, 12));
}

#[test]
fn semicolons_tabs_and_a_mark_at_the_beginning_are_read() {
    let expect = "Jo 1+0, Mia 1+0; from 2021-02-01T10:00:00+01:00";
    check(
        "m.csv",
        "\u{feff}time;from\r\n2021-02-01 10:00;Jo\r\n2021-02-01 10:01;Mia\r\n".as_bytes(),
        &[],
        expect,
    );
    check("m.tsv", b"Time\tFrom\n2021-02-01 10:00\tJo\n\n2021-02-01 10:01\tMia\n", &[], expect);
}

#[test]
fn the_order_of_day_and_month_is_settled_by_the_whole_table_or_asked_for() {
    check(
        "m.csv",
        b"time,from\n3/4/21 10:00,Jo\n13/4/21 10:01,Mia\n",
        &[],
        "Jo 1+0, Mia 1+0; from 2021-04-03T10:00:00+02:00",
    );
    let both = b"time,from\n3/4/21 10:00,Jo\n4/5/21 10:01,Mia\n";
    assert!(matches!(read("m.csv", both, &[]), Err(ReadError::DatesUndecided { .. })));
    let mut options = options(&[]);
    options.dates = Some(DateOrder::Mdy);
    let reading = history::read(&[Source::held("m.csv", both.to_vec())], &options).expect("a table");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0; from 2021-03-04T10:00:00+01:00");
}

#[test]
fn a_bad_row_is_told_and_costs_nothing_else() {
    check(
        "m.csv",
        b"time,from,kind\n2021-02-01 10:00,Jo,text\n2021-02-01 10:01,Mia\nsome day,Mia,text\n2021-02-01 10:02,,text\n2021-02-01 10:02,Mia,song\n2021-02-01 10:03,\"Mia,text\n2021-02-01 10:04,Mia,text\n",
        &[],
        "Jo 1+0, Mia 1+0; skipped line 3: it has more or fewer fields than the table; skipped line 4: it tells no time that can be read; \
         skipped line 5: it does not tell who sent it; skipped line 6: it is not written as this format is; \
         skipped line 7: the file ends in the middle of it; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn a_table_of_another_layout_is_refused() {
    let other = read("m.csv", b"date,sender,message\n2021-02-01,Jo,a\n", &[]);
    assert!(matches!(other, Err(ReadError::Foreign { what: Foreign::OtherText, .. })), "{other:?}");
}

const IMAZING: &str = "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Attachment,Attachment type";

#[test]
fn imazing_tells_what_was_sent_by_its_type() {
    let table = format!(
        "{IMAZING}\n\
         Mia Sommer,2021-02-01 10:00:00,,,,iMessage,Outgoing,,,Read,,,\"a\nb\",,\n\
         Mia Sommer,2021-02-01 10:01:00,,,,iMessage,Incoming,+15550101234,Mia Sommer,Read,,,b,,\n\
         Mia Sommer,2021-02-01 10:02:00,,,,iMessage,Incoming,mia@x.org,Mia Sommer,Read,,,,IMG_1.HEIC,Image\n\
         Mia Sommer,2021-02-01 10:03:00,,,,iMessage,Notification,,,,,,You named the conversation,,\n\
         Mia Sommer,2021-02-01 10:04:00,,,,iMessage,Incoming,+15550101234,Mia Sommer,Read,,,Loved “b”,,\n\
         Cy,2021-02-01 10:05:00,,,,SMS,Outgoing,,,Read,,,to Cy,,\n\
         Mia Sommer & Cy,2021-02-01 10:06:00,,,,iMessage,Incoming,+15550101234,Mia Sommer,Read,,,to all,,\n"
    );
    check(
        "m.csv",
        table.as_bytes(),
        &["Mia Sommer"],
        "Jo 1+0, Mia Sommer 2+0; 1 of the app; 1 reactions; 2 other chats; from 2021-02-01T10:00:00+01:00",
    );
}

#[test]
fn phone_view_has_no_header_and_the_others_name_on_both() {
    let table = "Received,\"Feb 1, 2021 10:00:54 AM\",Mia,+15550101234,\"a, b\",SMS\n\
                 Sent,\"Feb 1, 2021 10:01:54 AM\",Mia,+15550101234,c,iMessage\n\
                 Sent,\"Feb 1, 2021 1:01:54 PM\",+15550109999,+15550109999,d,SMS\n";
    check(
        "m.csv",
        table.as_bytes(),
        &["Mia"],
        "Jo 1+0, Mia 1+0; 1 other chats; from 2021-02-01T10:00:54+01:00",
    );
}

#[test]
fn a_table_of_a_phone_and_its_backup_count_each_message_once() {
    let table = format!(
        "{IMAZING}\nMia,2021-02-01 10:01:00,,,,SMS,Incoming,+15550101234,Mia,Read,,,hello,,\nMia,2021-02-01 10:02:00,,,,SMS,Outgoing,,,Read,,,new,,\n"
    );
    let sms = "<smses count=\"1\"><sms address=\"(555) 010-1234\" date=\"1612170060000\" type=\"1\" body=\"hello\" contact_name=\"Mia\" /></smses>";
    let files = [Source::held("m.csv", table.into_bytes()), Source::held("sms.xml", sms.into())];
    let reading = history::read(&files, &options(&["Mia"])).expect("both");
    assert_eq!(told(&reading), "Jo 1+0, Mia 1+0; 1 duplicates; from 2021-02-01T10:01:00+01:00");
}
