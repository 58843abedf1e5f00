//! A person at the app: what they tap, choose and type, found by the words that stand on it; and what they see.
//!
//! With the keyboard alone nothing is clicked: every thing is reached with Tab, and each stop on the way has to be seen.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use views::{Language, Words};

use crate::chrome::{Chrome, ELEMENT};
use crate::house::{House, Life, PASSPHRASE, Served};
use crate::looks::Look;

const PAGE: &str = include_str!("page.js");
/// How often something is looked for before it is missed, and how long between.
const LOOKS: u32 = 250;
const BETWEEN: Duration = Duration::from_millis(40);
/// More stops than any page has.
const STOPS: u32 = 300;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const DOWN: char = '\u{e015}';
pub(crate) const ESCAPE: char = '\u{e00c}';
pub(crate) const SHIFT: char = '\u{e008}';

/// Somebody at the app, with a browser of their own.
pub(crate) struct Visitor {
    pub(crate) chrome: Chrome,
    pub(crate) house: House,
    pub(crate) look: Look,
    pub(crate) words: Words,
    /// How often something was pressed.
    pub(crate) pressed: Cell<u32>,
}

/// Walks a walk once for each look, over a new house each time; the browser is the same, and forgets in between.
/// After each its logs are read: no other host was asked for anything, and nothing went wrong in the page.
pub(crate) async fn walk(looks: &[Look], life: Life, walk: impl AsyncFn(&mut Visitor)) {
    walk_served(looks, life, Served::Here, walk).await;
}

/// The same, where the app is served in another way.
pub(crate) async fn walk_served(looks: &[Look], life: Life, how: Served, walk: impl AsyncFn(&mut Visitor)) {
    let chrome = Chrome::start().await;
    let mut at_hand = Some(chrome);
    for &look in looks {
        let chrome = at_hand.take().expect("a browser");
        chrome.goes("about:blank").await;
        chrome.cdp("Network.clearBrowserCookies", json!({})).await;
        look.put_on(&chrome).await;
        // What the browser's own first page asked for is none of this walk.
        chrome.log("performance").await;
        chrome.log("browser").await;
        let house = House::open(life, how).await;
        chrome.goes(&house.at("/")).await;
        let mut visitor = Visitor { chrome, house, look, words: Words::english(), pressed: Cell::new(0) };
        walk(&mut visitor).await;
        visitor.nothing_left_the_machine().await;
        visitor.nothing_went_wrong().await;
        visitor.house.close().await;
        at_hand = Some(visitor.chrome);
    }
}

impl Visitor {
    fn by_keys(&self) -> bool {
        self.look == Look::Keys
    }

    /// Asks something of the page.
    pub(crate) async fn ask(&self, question: &str, with: Vec<Value>) -> Result<Value, String> {
        self.chrome.run(&format!("{PAGE}\n{question}"), with).await
    }

    /// Asks for one thing until it is there.
    async fn find(&self, what: &str, with: &[&str]) -> Value {
        let with: Vec<Value> = with.iter().map(|word| json!(word)).collect();
        let told = json!(with).to_string();
        let question =
            format!("return onlyOne({what}(...arguments), `{what} ${{JSON.stringify(arguments)}}`)");
        let mut missing = String::new();
        for _ in 0..LOOKS {
            match self.ask(&question, with.clone()).await {
                Ok(found) if found.get(ELEMENT).is_some() => return found,
                Ok(other) => missing = other.to_string(),
                Err(error) => missing = error,
            }
            tokio::time::sleep(BETWEEN).await;
        }
        panic!("as {:?}, {what} {told} at {}: {missing}", self.look, self.chrome.url().await)
    }

    async fn to_element(&self, thing: &Value, does: &str, with: Value) -> Result<Value, String> {
        let id = thing[ELEMENT].as_str().expect("an element");
        self.chrome.order(&format!("element/{id}/{does}"), with).await
    }

    /// Presses what is found: a click where there is a mouse or a thumb, else Enter at the end of many Tabs.
    async fn press(&self, thing: &Value, key: char) {
        self.pressed.set(self.pressed.get() + 1);
        if self.by_keys() {
            self.reach(thing).await;
            return self.chrome.press(&[key]).await;
        }
        // As a thumb would: it is brought into the middle first, where nothing lies over it.
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.chrome.run(middle, vec![thing.clone()]).await.expect("it can be brought into view");
        let clicked = self.to_element(thing, "click", json!({})).await;
        clicked.unwrap_or_else(|error| panic!("as {:?}: {error}", self.look));
    }

    /// Goes with Tab to a thing, or to the first of its group, and sees each stop on the way.
    async fn reach(&self, thing: &Value) {
        let mut stops = Vec::new();
        for _ in 0..STOPS {
            let here = self.keyboard(thing).await;
            assert!(here["faults"] == json!([]), "at {}: {}", self.chrome.url().await, here["faults"]);
            if here["there"] == true || here["group"] == true {
                return;
            }
            stops.push(here["what"].to_string());
            self.chrome.press(&[TAB]).await;
        }
        panic!("no way with Tab to what is there; stops: {stops:?}")
    }

    /// Where the keyboard is. What is being scrolled to or drawn is given a moment.
    async fn keyboard(&self, thing: &Value) -> Value {
        let mut here = json!({});
        for _ in 0..5 {
            let asked = self.ask("return keyboard(...arguments)", vec![thing.clone()]).await;
            here = asked.unwrap_or_else(|error| panic!("the keyboard: {error}"));
            if here["faults"] == json!([]) {
                break;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        here
    }

    /// Taps the first of several links of one name, as a list has them.
    pub(crate) async fn taps_first(&self, name: &str) {
        let thing = self.find("firstPressable", &[name]).await;
        self.leaves_by(&thing, name).await;
    }

    /// Taps a link or a button that leads to another page, and waits for that page.
    pub(crate) async fn taps(&self, name: &str) {
        let thing = self.find("pressable", &[name]).await;
        self.leaves_by(&thing, name).await;
    }

    async fn leaves_by(&self, thing: &Value, name: &str) {
        self.chrome.run("document.documentElement.dataset.before = 'yes'", vec![]).await.expect("a mark");
        self.press(thing, ENTER).await;
        self.comes_anew(name).await;
    }

    /// Waits until another page is there.
    pub(crate) async fn comes_anew(&self, after: &str) {
        let is_new = "return document.readyState === 'complete' && !document.documentElement.dataset.before";
        for _ in 0..LOOKS {
            if self.chrome.run(is_new, vec![]).await == Ok(json!(true)) {
                return;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        panic!("as {:?}: after {after:?} no other page came at {}", self.look, self.chrome.url().await)
    }

    /// Presses a button or a summary that stays on the page.
    pub(crate) async fn presses(&self, name: &str) {
        let thing = self.find("pressable", &[name]).await;
        self.press(&thing, ENTER).await;
    }

    /// Chooses an answer to a question.
    pub(crate) async fn chooses(&self, question: &str, answer: &str) {
        let thing = self.find("choice", &[question, answer]).await;
        self.marks(&thing).await;
    }

    /// Ticks a box, by its label.
    pub(crate) async fn ticks(&self, label: &str) {
        let thing = self.find("field", &[label]).await;
        self.marks(&thing).await;
    }

    async fn marks(&self, thing: &Value) {
        let checked = async || {
            let checked = self.chrome.run("return arguments[0].checked", vec![thing.clone()]).await;
            checked == Ok(json!(true))
        };
        if self.by_keys() {
            self.reach(thing).await;
            let here = self.ask("return keyboard(...arguments).there", vec![thing.clone()]).await;
            if here == Ok(json!(true)) && !checked().await {
                self.chrome.press(&[SPACE]).await;
            }
            for _ in 0..12 {
                if checked().await {
                    break;
                }
                self.chrome.press(&[DOWN]).await;
            }
        } else if !checked().await {
            self.press(thing, SPACE).await;
        }
        assert!(checked().await, "as {:?}: it stays unmarked", self.look);
    }

    /// Types into a field, by its label, in the place of what was there.
    pub(crate) async fn types(&self, label: &str, text: &str) {
        let thing = self.find("field", &[label]).await;
        // A date has parts, and a tap into its middle would begin with the wrong one.
        let has_parts =
            self.chrome.run("return arguments[0].type.startsWith('date')", vec![thing.clone()]).await;
        if self.by_keys() {
            self.reach(&thing).await;
        } else if has_parts != Ok(json!(true)) {
            self.press(&thing, ENTER).await;
        }
        let typed = self.to_element(&thing, "value", json!({ "text": text })).await;
        typed.unwrap_or_else(|error| panic!("{label}: {error}"));
    }

    /// Gives files to a field, by its label: a line each, from the folder of the project where they name none.
    pub(crate) async fn gives(&self, label: &str, files: &str) {
        let thing = self.find("field", &[label]).await;
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let path = |file| project.join(file).canonicalize().expect("a file").display().to_string();
        let path = files.lines().map(path).collect::<Vec<_>>().join("\n");
        self.to_element(&thing, "value", json!({ "text": path })).await.expect("a file can be given");
    }

    /// Empties a field, by its label.
    pub(crate) async fn empties(&self, label: &str) {
        let thing = self.find("field", &[label]).await;
        self.to_element(&thing, "clear", json!({})).await.expect("it can be emptied");
    }

    /// Chooses from a list, by its label.
    pub(crate) async fn picks(&self, label: &str, which: &str) {
        let list = self.find("field", &[label]).await;
        let one = self.find("option", &[label, which]).await;
        if self.by_keys() {
            self.reach(&list).await;
            let typed = self.to_element(&list, "value", json!({ "text": which })).await;
            typed.expect("a list takes letters");
        } else {
            self.to_element(&one, "click", json!({})).await.expect("a choice of a list");
        }
        let chosen = self.chrome.run("return arguments[0].selected", vec![one]).await;
        assert_eq!(chosen, Ok(json!(true)), "as {:?}: {which:?} of {label:?} is not chosen", self.look);
    }

    /// Goes to an address typed by hand.
    pub(crate) async fn goes(&self, path: &str) {
        self.chrome.goes(&self.house.at(path)).await;
    }

    /// All that can be read on the page.
    pub(crate) async fn reads(&self) -> String {
        let text = self.chrome.run("return document.body ? document.body.innerText : ''", vec![]).await;
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits for words to be there.
    pub(crate) async fn sees(&self, words: &str) {
        for _ in 0..LOOKS {
            if self.reads().await.contains(words) {
                return;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        panic!("as {:?}: no {words:?} at {} in: {}", self.look, self.chrome.url().await, self.reads().await)
    }

    /// Waits until something is so in the page.
    pub(crate) async fn waits_for(&self, what: &str) {
        for _ in 0..LOOKS {
            if self.chrome.run(&format!("return Boolean({what})"), vec![]).await == Ok(json!(true)) {
                return;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        panic!("as {:?}: never {what} at {}", self.look, self.chrome.url().await)
    }

    pub(crate) async fn does_not_see(&self, words: &str) {
        let text = self.reads().await;
        assert!(!text.contains(words), "as {:?}: {words:?} at {}", self.look, self.chrome.url().await);
    }

    /// Whether a link, a button or a summary of that name is there now.
    pub(crate) async fn could_tap(&self, name: &str) -> bool {
        let found = self.ask("return pressable(...arguments).length", vec![json!(name)]).await;
        found.is_ok_and(|found| found != json!(0))
    }

    /// Is at a page, by its heading; and that page is well.
    pub(crate) async fn is_at(&self, heading: &str) {
        let mut there = Ok(Value::Null);
        for _ in 0..LOOKS {
            there = self.ask("return words(document.querySelector('h1'))", vec![]).await;
            if there.as_ref().is_ok_and(|there| there == heading) {
                let faults = self.ask("return faults()", vec![]).await.expect("a page can be looked at");
                assert_eq!(faults, json!([]), "as {:?}, {heading:?}", self.look);
                return;
            }
            tokio::time::sleep(BETWEEN).await;
        }
        let (url, text) = (self.chrome.url().await, self.reads().await);
        panic!("as {:?}: {heading:?} is awaited at {url}, {there:?} is there:\n{text}", self.look)
    }

    /// What stands in a field, by its label.
    pub(crate) async fn value(&self, label: &str) -> String {
        let thing = self.find("field", &[label]).await;
        let value = self.chrome.run("return arguments[0].value", vec![thing]).await;
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).expect("a value")
    }

    /// The file that the browser is given, by its name; it is taken away, so that the next can be told from it.
    pub(crate) async fn is_given(&self) -> (String, Vec<u8>) {
        for _ in 0..LOOKS {
            let there = std::fs::read_dir(self.chrome.downloads()).into_iter().flatten().flatten();
            let file = there.map(|file| file.path()).find(|path| {
                let ending = path.extension().and_then(std::ffi::OsStr::to_str);
                ending.is_some_and(|ending| ["ics", "jsonl", "age"].contains(&ending))
            });
            if let Some(path) = file {
                let bytes = std::fs::read(&path).expect("the file");
                std::fs::remove_file(&path).expect("it is taken away");
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                return (name, bytes);
            }
            tokio::time::sleep(BETWEEN).await;
        }
        panic!("as {:?}: no file came", self.look)
    }

    /// The recovery code that is shown: seven groups of four.
    pub(crate) async fn code(&self) -> String {
        let text = self.reads().await;
        let is_code = |word: &&str| word.len() == 34 && word.matches('-').count() == 6;
        text.split_whitespace().find(is_code).expect("a code is shown").to_owned()
    }

    /// A message in the language that this person reads.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// Chooses a language at the door, and reads in it from then on.
    pub(crate) async fn speaks(&mut self, language: Language) {
        if language != Language::default() {
            self.taps(language.name()).await;
        }
        self.words = Words::of(language);
    }

    /// Opens the vault that is there.
    pub(crate) async fn unlocks(&self) {
        self.is_at(&self.say("unlock-heading")).await;
        self.types(&self.say("unlock-passphrase"), PASSPHRASE).await;
        self.taps(&self.say("unlock-open")).await;
        self.is_at(&self.say("today-question")).await;
    }

    /// The browser's own account of what it asked for: this app, and nobody else.
    pub(crate) async fn nothing_left_the_machine(&self) {
        let asked = self.asked_for().await;
        let ours = self.house.at("/");
        assert!(asked.iter().any(|url| url.starts_with(&ours)), "the log tells of this walk");
        let others: Vec<&String> = asked.iter().filter(|url| !is_ours(url, &ours)).collect();
        assert!(others.is_empty(), "as {:?}, others were asked: {others:?}", self.look);
    }

    /// Every address that was asked for since the log was last read.
    pub(crate) async fn asked_for(&self) -> Vec<String> {
        let lines = self.chrome.log("performance").await;
        let of = |line: Value| -> Option<String> {
            let line: Value = serde_json::from_str(line["message"].as_str()?).ok()?;
            let (message, params) = (&line["message"], &line["message"]["params"]);
            match message["method"].as_str()? {
                "Network.requestWillBeSent" => Some(params["request"]["url"].as_str()?.to_owned()),
                "Network.webSocketCreated" | "Network.webTransportCreated" => {
                    Some(params["url"].as_str()?.to_owned())
                }
                _ => None,
            }
        };
        lines.into_iter().filter_map(of).collect()
    }

    /// What the page complained of: nothing, but for answers that say no on purpose.
    async fn nothing_went_wrong(&self) {
        let lines = self.chrome.log("browser").await;
        let wrong: Vec<&Value> = lines.iter().filter(|line| !is_meant(line)).collect();
        assert!(wrong.is_empty(), "as {:?}: {wrong:?}", self.look);
    }
}

/// Whether a line of the console tells of what was meant: an answer that says no, the clearing when somebody leaves.
fn is_meant(line: &Value) -> bool {
    let no = ["403 (Forbidden)", "404 (Not Found)", "422 (Unprocessable", "429 (Too Many Requests)"];
    let said = line["message"].as_str().unwrap_or_default();
    let is_no = line["source"] == "network" && no.iter().any(|no| said.contains(no));
    is_no || (line["level"] == "INFO" && said.contains("Clear-Site-Data header on"))
}

/// Whether an address is this app's, or lies within the page itself.
fn is_ours(url: &str, ours: &str) -> bool {
    url.starts_with(ours) || url.starts_with("data:") || url == "about:blank"
}
