//! Script, and whatever else would leave its place, in every field of every form: shown as the words that it is.

use std::collections::BTreeSet;

use crate::forms::{self, Form};
use crate::home::{Browser, Home};

const SCRIPT: &str = r#""'><script>alert("here")</script><img src=x onerror=alert(1)> " onmouseover="alert(2) </textarea></title> {{7*7}}"#;

/// What must stand nowhere as it was typed.
const RAW: [&str; 5] = ["<script>alert", "<img", "\" onmouseover=\"", "</textarea></title>", "alert(\"here"];

/// Holds a page against having let it through.
fn shows_words_only(page: &str, what: &str) {
    for raw in RAW {
        assert!(!page.contains(raw), "{what} lets {raw:?} through");
    }
    assert!(!page.contains("style=\""), "{what} has a style within it");
    let scripts = page.matches("<script").count();
    let own = page.matches(r#"<script src="/assets/app.js" defer></script>"#).count();
    assert_eq!(scripts, own, "{what} has no script but the app's own file");
}

fn all_pages(browser: &Browser<'_>) -> Vec<(String, String)> {
    let pages = forms::pages(browser).into_iter();
    pages
        // A paper is no page; nothing in it runs.
        .filter(|path| {
            !path.starts_with("/assets/") && !path.starts_with("/papers/") && !path.ends_with("/pdf")
        })
        .map(|path| (path.clone(), browser.get(&path).text()))
        .collect()
}

#[test]
fn script_in_every_field_is_shown_as_words() {
    let home = Home::kept();
    let browser = home.unlocked();
    let sent = forms::fill_all(&browser, SCRIPT);
    let fields: BTreeSet<&str> = sent
        .iter()
        .flat_map(|(form, _)| &form.fields)
        .filter(|field| field.is_free())
        .map(|field| &*field.name)
        .collect();
    for known in ["trigger", "title", "takeaway", "name", "phone", "text", "mentioned", "code"] {
        assert!(fields.contains(known), "{known} is among {fields:?}");
    }
    for (form, answer) in &sent {
        shows_words_only(&answer.text(), &format!("the answer to {}", form.action));
    }
    let mut shown = BTreeSet::new();
    for (path, page) in all_pages(&browser) {
        shows_words_only(&page, &path);
        if forms::plain(&page).contains("<script>alert(\"here\")</script>") {
            shown.insert(path.split('/').nth(1).unwrap_or_default().to_owned());
        }
    }
    for known in ["work", "people", "drafts", "draft"] {
        assert!(shown.contains(known), "the words themselves are shown on {known}: {shown:?}");
    }
}

#[test]
fn script_where_a_name_or_a_figure_belongs_is_refused_and_shown_nowhere() {
    let home = Home::kept();
    let browser = home.unlocked();
    forms::fill_all(&browser, "a plain word");
    let met: Vec<Form> =
        forms::met(&browser).into_iter().filter(|form| form.action != "/settings/backup").collect();
    assert!(met.len() > 15, "{} forms", met.len());
    for form in met {
        let filled: Vec<(&str, &str)> = form.fields.iter().map(|field| (&*field.name, SCRIPT)).collect();
        let answer = browser.post(&form.action, &filled);
        if answer.header("content-disposition").is_some() {
            continue; // A file of what was written, which no browser shows as a page.
        }
        assert!(answer.status < 500, "{} is answered {}", form.action, answer.status);
        assert!(!answer.leads_to().contains("alert"), "{} leads to {}", form.action, answer.leads_to());
        shows_words_only(&answer.text(), &format!("the refusal of {}", form.action));
    }
    for (path, page) in all_pages(&browser) {
        shows_words_only(&page, &path);
    }
}

#[test]
fn a_line_end_in_a_field_makes_no_header() {
    let home = Home::kept();
    let browser = home.unlocked();
    let split = "abc\r\nSet-Cookie: ticket=forged\r\nX-Forged: yes\r\n\r\n<html>";
    let sent = forms::fill_all(&browser, split);
    assert!(sent.len() > 5, "{} forms", sent.len());
    let id = [("id", split), ("sort", "never-send"), ("text", "words"), ("how", "sent"), ("country", split)];
    let crafted =
        ["/draft", "/keep", "/people/remove", "/draft/a%0d%0aX-Forged:yes", "/settings", "/start/you"];
    let answers = sent.into_iter().map(|(_, answer)| answer);
    let answers = answers.chain(crafted.map(|path| browser.post(path, &id)));
    let answers = answers
        .chain([browser.get("/help?country=%0d%0aX-Forged:yes"), browser.get("/why/%0d%0aX-Forged:yes")]);
    for answer in answers {
        assert!(answer.header("x-forged").is_none(), "{:?}", answer.headers);
        assert!(answer.headers.iter().all(|(_, value)| !value.contains("forged")), "{:?}", answer.headers);
    }
}

#[test]
fn forms_that_are_no_text_are_answered_and_the_app_goes_on() {
    let home = Home::kept();
    let browser = home.unlocked();
    let bodies = [
        "title=%",
        "title=%4",
        "title=%zz&sort=other",
        "title=%ff%fe&sort=other",
        "=&=&&&=",
        "title",
        "%00=%00",
        "title=%00&sort=other",
        "sort=other&sort=other&title=a&title=b",
        "title=%f0%9f%92%94&sort=other",
        "title=%ed%a0%80&sort=other",
    ];
    for path in crate::doors::posts(&home) {
        if ["/lock", "/leave", "/settings/erase"].contains(&path.as_str()) {
            continue;
        }
        for body in bodies {
            let answer = browser.ask("POST", &path, "", body);
            assert!(answer.status < 500, "POST {path} with {body} is answered {}", answer.status);
        }
    }
    assert_eq!(browser.get("/work").status, 200);
    assert!(browser.journal().contains('\u{1f494}'), "what is text is kept");
}

#[test]
fn a_path_with_tricks_leads_nowhere_else() {
    let home = Home::kept();
    let browser = home.unlocked();
    let long = "a".repeat(8000);
    let tricks = [
        "..",
        "../app.css",
        "%2e%2e",
        "%2e%2e%2fapp.css",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "app.css%00",
        "%00",
        "app.css/",
        "/app.css",
        ".",
        "",
        "%5c..%5capp.css",
        "app.css%20",
        "APP.CSS",
        "%F0%9F%92%94",
        "%c0%ae%c0%ae",
        "app.css;a=b",
        "%252e%252e",
        "vault.db",
        &long,
    ];
    for under in ["/assets/", "/draft/", "/draft/new/", "/why/"] {
        for trick in tricks {
            let path = format!("{under}{trick}");
            let answer = browser.get(&path);
            assert!(
                [400, 404, 414, 431].contains(&answer.status),
                "GET {:.60} is answered {}",
                path,
                answer.status
            );
            assert!(!answer.text().contains("root:"), "{path:.60}");
            let posted = browser.post(&path, &[("how", "let-go")]);
            assert!(
                [400, 404, 405, 414, 431].contains(&posted.status),
                "POST {:.60}: {}",
                path,
                posted.status
            );
        }
    }
    for path in ["//", "//help", "/help/", "/./help", "/../help", "/%68elp/../work", "/HELP", "*"] {
        let status = browser.get(path).status;
        assert!([200, 400, 404].contains(&status), "{path}: {status}");
    }
}
