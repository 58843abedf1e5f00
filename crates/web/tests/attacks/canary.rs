//! A phrase written into every field, then sought where none of it belongs: addresses, headers, titles, file names, the
//! files of the vault.

use std::fs;
use std::path::Path;

use crate::forms;
use crate::home::{Home, PASSPHRASE};
use crate::wire::Answer;

const CANARY: &str = "zimtkolibri";

/// The phrase, as it might stand in a file.
fn shapes(phrase: &str) -> Vec<Vec<u8>> {
    let wide = |order: fn(u16) -> [u8; 2]| phrase.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let hex = phrase.bytes().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    vec![
        phrase.as_bytes().to_vec(),
        phrase.to_uppercase().into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        hex.into_bytes(),
        crate::wire::coded(phrase).into_bytes(),
    ]
}

/// Every file of a folder, and how many there were.
fn seek(folder: &Path, phrase: &str) -> usize {
    let mut files = 0;
    for file in fs::read_dir(folder).expect("the folder").flatten().map(|file| file.path()) {
        if file.is_dir() {
            files += seek(&file, phrase);
            continue;
        }
        let bytes = fs::read(&file).expect("a file");
        assert!(!file.to_string_lossy().contains(phrase), "{}", file.display());
        for shape in shapes(phrase) {
            let found = bytes.windows(shape.len()).any(|window| window == shape);
            assert!(!found, "{} holds it", file.display());
        }
        files += 1;
    }
    files
}

fn tells_nothing_outside_the_page(answer: &Answer, what: &str) {
    for (name, value) in &answer.headers {
        assert!(!value.contains(CANARY), "{what} tells it in {name}: {value}");
    }
    let page = answer.text();
    let title =
        page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    assert!(!title.contains(CANARY), "{what} tells it in its title");
    for address in ["href=\"", "action=\"", "src=\""] {
        let mut addresses = page.split(address).skip(1).filter_map(|rest| rest.split('"').next());
        assert!(!addresses.any(|address| address.contains(CANARY)), "{what} tells it in an address");
    }
}

#[test]
fn a_phrase_written_into_every_field_stays_within_the_pages_and_the_seal() {
    let mut home = Home::kept();
    {
        let browser = home.unlocked();
        let sent = forms::fill_all(&browser, CANARY);
        for (form, answer) in &sent {
            tells_nothing_outside_the_page(answer, &form.action);
        }
        // The forms were sent with each box ticked. What thereby lies outside the seal, by choice, is taken in again and
        // leaves no trace.
        assert!(home.folder().join("plan").exists(), "the plan was let stand on the help page");
        browser.post("/plan", &[("signs", CANARY)]);
        let note = browser.post("/checkin", &[("note", CANARY), ("mood", "4")]);
        tells_nothing_outside_the_page(&note, "a note");
        let dinner = [
            ("happened", "time"),
            ("what", "meal"),
            ("length", "60"),
            ("for", "2099-01-05T19:00"),
            ("channel", "text"),
        ];
        browser.post("/asked", &dinner);
        let mut files = 0;
        for page in forms::pages(&browser) {
            let answer = browser.get(&page);
            tells_nothing_outside_the_page(&answer, &page);
            if let Some(file) = answer.header("content-disposition") {
                files += 1;
                let name = file.split('"').nth(1).expect("a name");
                assert!(
                    [
                        "appointment.ics",
                        "calendar.ics",
                        "summary.pdf",
                        "notes.pdf",
                        "plan.pdf",
                        "pages.pdf",
                        "guide.pdf"
                    ]
                    .contains(&name),
                    "{file}"
                );
                if name.split_once('.').is_some_and(|(_, ending)| ending == "ics") {
                    assert!(!answer.text().contains(CANARY), "the calendar says nothing");
                    assert!(answer.text().contains("SUMMARY:"), "{}", answer.text());
                }
            }
        }
        assert!(files >= 7, "the calendars and the papers were among them: {files}");
        let export = browser.post("/settings/export", &[]);
        assert_eq!(export.header("content-disposition"), Some("attachment; filename=\"journal.jsonl\""));
        assert!(export.text().matches(CANARY).count() >= 6, "it was written all over: {}", export.text());
        let backup = browser.post("/settings/backup", &[("passphrase", CANARY)]);
        assert_eq!(backup.header("content-disposition"), Some("attachment; filename=\"backup.age\""));
        assert!(!backup.text().contains(CANARY), "a copy is sealed");
        assert!(seek(home.folder(), CANARY) >= 1, "there are files");
        browser.post("/lock", &[]);
    }
    assert!(seek(home.folder(), CANARY) >= 1);
    assert!(seek(home.folder(), PASSPHRASE) >= 1);
    home.end();
    assert!(seek(home.folder(), CANARY) >= 1, "nor once it has ended");
}
