//! The forms of a page, as a browser would read them: where each goes, and its fields.

use crate::home::Browser;
use crate::wire::Answer;

/// A form that is sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<Field>,
}

/// A field: its name, its sort, and the value that it has or offers first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) sort: String,
    pub(crate) value: String,
}

impl Field {
    /// Whether a person may write into it whatever they like.
    pub(crate) fn is_free(&self) -> bool {
        ["text", "tel", "search", "password", "textarea"].contains(&self.sort.as_str())
    }
}

/// The tags of a page from `name` on, each up to the next of them.
fn after<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!("<{name} ")).skip(1).collect()
}

/// The value of an attribute within the first tag of `text`.
fn attribute(text: &str, name: &str) -> Option<String> {
    let tag = text.split('>').next()?;
    let value = tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

/// Character references as characters.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

/// The value of the field of that name.
pub(crate) fn value(page: &str, name: &str) -> Option<String> {
    let named = |tag: &&str| attribute(tag, "name").as_deref() == Some(name);
    after(page, "input").into_iter().find(named).and_then(|tag| attribute(tag, "value"))
}

/// Every form of a page that is sent by POST.
pub(crate) fn all(page: &str) -> Vec<Form> {
    let forms = after(page, "form").into_iter().map(|form| form.split("</form>").next().unwrap_or(form));
    forms
        .filter(|form| attribute(form, "method").as_deref() == Some("post"))
        .map(|form| Form {
            action: attribute(form, "action").expect("a form goes somewhere"),
            fields: fields(form),
        })
        .collect()
}

fn fields(form: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut add = |name: Option<String>, sort: String, value: String| {
        // Of several to choose from, the first.
        if let Some(name) = name.filter(|name| !fields.iter().any(|field| field.name == *name)) {
            fields.push(Field { name, sort, value });
        }
    };
    for tag in after(form, "input") {
        let sort = attribute(tag, "type").unwrap_or_else(|| "text".into());
        let value = match sort.as_str() {
            "number" => "3".into(),
            _ => attribute(tag, "value").unwrap_or_default(),
        };
        add(attribute(tag, "name"), sort, value);
    }
    for tag in after(form, "textarea") {
        add(attribute(tag, "name"), "textarea".into(), String::new());
    }
    for tag in after(form, "select") {
        add(attribute(tag, "name"), "select".into(), String::new());
    }
    for tag in after(form, "button") {
        add(attribute(tag, "name"), "button".into(), attribute(tag, "value").unwrap_or_default());
    }
    fields
}

#[test]
fn a_form_is_read_with_its_fields() {
    let page = r#"<form method="get" action="/no"></form><form method="post" action="/a"><input type="radio" name="b" value="1">
        <input type="radio" name="b" value="2"><textarea id="c" name="c"></textarea><button name="d" value="&quot;">x</button></form>"#;
    let forms = all(page);
    assert_eq!(forms.len(), 1);
    assert_eq!(forms[0].action, "/a");
    let read: Vec<(&str, &str)> = forms[0].fields.iter().map(|field| (&*field.name, &*field.value)).collect();
    assert_eq!(read, [("b", "1"), ("c", ""), ("d", "\"")]);
}

/// Forms that shut the door or change what may be written; none of them has a field to write into.
const SHUTTING: [&str; 6] =
    ["/lock", "/leave", "/sample/leave", "/settings/erase", "/settings/limit", "/settings/fear"];

/// Pages beside those of the list of doors: every sort of draft, and the drafts themselves.
pub(crate) fn pages(browser: &Browser<'_>) -> Vec<String> {
    let mut pages = crate::doors::gets(browser.home);
    pages.extend(["start", "reply", "practical", "closure"].map(|sort| format!("/draft/new/{sort}")));
    pages.extend(["doctor", "counsellor", "journal"].map(|paper| format!("/papers/{paper}")));
    let list = browser.get("/drafts").text();
    let linked = list.split("href=\"/draft/").skip(1).filter_map(|link| link.split('"').next());
    pages.extend(
        linked.filter(|link| !link.starts_with("new/")).map(|link| format!("/draft/{}", plain(link))),
    );
    pages
}

/// Every form that can be met now.
pub(crate) fn met(browser: &Browser<'_>) -> std::collections::BTreeSet<Form> {
    let met = pages(browser).into_iter().flat_map(|page| all(&browser.get(&page).text()));
    met.filter(|form| !SHUTTING.contains(&form.action.as_str())).collect()
}

/// Sends every form that has a field to write into, with `text` in each of them; what was sent, and what came back.
pub(crate) fn fill_all(browser: &Browser<'_>, text: &str) -> Vec<(Form, Answer)> {
    let mut sent: Vec<(Form, Answer)> = Vec::new();
    // What is written opens further forms: a draft its editor, a piece of work its mention.
    for _ in 0..2 {
        browser.post("/asked", &[("happened", "message"), ("channel", "text"), ("tone", "warm")]);
        for form in met(browser) {
            let is_free = form.fields.iter().any(Field::is_free);
            if is_free && !sent.iter().any(|(known, _)| *known == form) {
                let value =
                    |field: &Field| if field.is_free() { text.to_owned() } else { field.value.clone() };
                let filled: Vec<(String, String)> =
                    form.fields.iter().map(|field| (field.name.clone(), value(field))).collect();
                let filled: Vec<(&str, &str)> =
                    filled.iter().map(|(name, value)| (&**name, &**value)).collect();
                let answer = browser.post(&form.action, &filled);
                sent.push((form, answer));
            }
        }
    }
    sent
}
