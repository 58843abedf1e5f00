//! What holds for the messages of every language: they parse, they are whole, and they never say what must not be said.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The messages of a language: for each id, its text as it stands in its file.
fn messages(language: Language) -> BTreeMap<&'static str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    for (file, text) in files(language) {
        let mut id = "";
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            if line.starts_with(' ') {
                let message = messages.get_mut(id).expect("a line that goes on follows its first");
                message.push('\n');
                message.push_str(line);
                continue;
            }
            let (named, begins) = line.split_once(" = ").unwrap_or_else(|| panic!("{file}: {line}"));
            id = named;
            assert!(messages.insert(id, begins.to_owned()).is_none(), "{id} stands twice");
        }
    }
    messages
}

/// The names of what a message is filled with.
fn variables(text: &str) -> BTreeSet<&str> {
    let names = text.split('$').skip(1);
    names
        .map(|rest| {
            rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next().unwrap_or("")
        })
        .collect()
}

/// What a language fills in that English leaves out, or leaves out that English fills in, and why that is right.
const FILLED_OTHERWISE: &[(Language, &str)] = &[
    // Weeks go by number in German; English tells them by their Monday alone.
    (Language::German, "week-of-year"),
];

#[test]
fn every_message_file_parses() {
    for &language in Language::ALL {
        for (file, text) in files(language) {
            let read = FluentResource::try_new((*text).to_owned());
            assert!(read.is_ok(), "{}/{file}: {:?}", language.tag(), read.err().map(|(_, errors)| errors));
        }
    }
}

#[test]
fn every_language_has_every_message_and_none_of_its_own() {
    let english: BTreeSet<&str> = messages(Language::English).into_keys().collect();
    assert!(english.len() > 600, "{} messages", english.len());
    for &language in Language::ALL {
        let ids: BTreeSet<&str> = messages(language).into_keys().collect();
        assert_eq!(
            english.difference(&ids).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "{} lacks",
            language.tag()
        );
        assert_eq!(
            ids.difference(&english).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "only {} has",
            language.tag()
        );
    }
}

#[test]
fn every_language_fills_in_the_same() {
    let english = messages(Language::English);
    for &language in Language::ALL {
        for (id, text) in &messages(language) {
            let same = variables(text) == variables(&english[id]);
            let otherwise = FILLED_OTHERWISE.contains(&(language, *id));
            assert!(same != otherwise, "{} in {}: {text}", id, language.tag());
        }
    }
}

/// Every number that bends a word in English bends one in each language, and has a form for whatever is not one.
#[test]
fn what_is_counted_is_counted_in_every_language() {
    let bends = |text: &str, name: &str| text.contains(&format!("${name} ->"));
    let english = messages(Language::English);
    let mut counted = 0;
    for &language in Language::ALL {
        for (id, text) in &messages(language) {
            for name in variables(&english[id]).into_iter().filter(|name| bends(&english[id], name)) {
                assert!(bends(text, name), "{id} in {}: {name} bends nothing", language.tag());
                counted += 1;
            }
            assert_eq!(text.matches("->").count(), text.matches("*[").count(), "{id}: one form for the rest");
        }
    }
    assert!(counted > 60, "{counted}");
}

/// Words that would promise, judge, diagnose, count or call for contact, in each language.
const NEVER_SAID: &[(Language, &[&str])] = &[
    (
        Language::English,
        &[
            "%",
            " odds are",
            "chance of",
            "will come back",
            "win them back",
            "misses you",
            "still loves",
            "loves you",
            "feels for you",
            "wants you",
            "you are safe",
            "you're safe",
            "all clear",
            "approved",
            "you're fine",
            "you are fine",
            "you have depression",
            "diagnos",
            "proven",
            "streak",
            "days since",
            "days left",
            "hours left",
            "best time",
            "time to write",
            "you may write now",
            "committed suicide",
            "successful",
        ],
    ),
    (
        Language::German,
        &[
            "%",
            "prozent",
            "chancen stehen",
            "chance auf",
            "chance, dass",
            "kommt zurück",
            "zurückkommen",
            "zurückgewinn",
            "zurückerober",
            "vermisst dich",
            "liebt dich",
            "fühlt für dich",
            "will dich",
            "denkt an dich",
            "in sicherheit",
            "du bist sicher",
            "entwarnung",
            "genehmigt",
            "freigegeben",
            "alles in ordnung",
            "du bist depressiv",
            "du hast eine depression",
            "diagnos",
            "bewiesen",
            "erwiesen",
            "am stück",
            "serie",
            "tage seit",
            "tagen kein",
            "noch tage",
            "verbleib",
            "stunden übrig",
            "bester zeitpunkt",
            "beste zeit",
            "zeit zu schreiben",
            "zeit, zu schreiben",
            "du darfst jetzt schreiben",
            "schreib jetzt",
            "ab jetzt darfst",
            "selbstmord",
            "freitod",
            "erfolgreich",
        ],
    ),
];

#[test]
fn no_message_promises_judges_counts_or_calls_for_contact() {
    for &language in Language::ALL {
        let never = NEVER_SAID.iter().find(|(of, _)| *of == language).map(|(_, never)| *never);
        let never = never.unwrap_or_else(|| panic!("nothing is said of what {} never says", language.tag()));
        // The one sentence in which that word may be said (CARE-5).
        let allowed = ["this is not a diagnosis.", "das ist keine diagnose."];
        for (id, text) in messages(language) {
            let said = text.to_lowercase();
            let said = if allowed.contains(&said.as_str()) { String::new() } else { said };
            for never in never {
                assert!(!said.contains(never), "{id} in {} says {never:?}", language.tag());
            }
        }
    }
}

/// No language is offered before signs of crisis are read in it; the answer "yes" to the question after danger is
/// written down in the person's language, and has to be read as what it is.
#[test]
fn no_language_is_spoken_in_which_danger_is_not_read() {
    for &language in Language::ALL {
        assert!(review::reads(language.tag()), "{}", language.tag());
        let read = |id: &str| review::crisis(&Words::of(language).say(id));
        let (own, another) = (read("safety-danger-self-note"), read("safety-danger-other-note"));
        assert!(own.to_self && !own.to_other, "{}", language.tag());
        assert!(another.to_other && !another.to_self, "{}", language.tag());
    }
    assert!(!review::reads("xx"));
}

#[test]
fn german_quotes_as_german_does_and_leaves_gender_to_wording() {
    for (id, text) in messages(Language::German) {
        let plain = text.replace("{ \"\" }", "").replace("{ \" \" }", "");
        assert!(!plain.contains(['"', '”', '\'']), "{id}: {text}");
        assert_eq!(plain.matches('„').count(), plain.matches('“').count(), "{id}: {text}");
        for sign in ["*in", ":in", "_in", "/in", "Innen", "(in)"] {
            assert!(!plain.contains(sign), "{id}: {text}");
        }
        // The questionnaires keep their own wording, and say Sie.
        let instrument = id.starts_with("phq-") || id.starts_with("gad-");
        for polite in [" Ihnen", " Ihre", " Ihr ", " Sie haben", " Sie sind", "können Sie", "Bitte geben Sie"]
        {
            assert!(instrument || !plain.contains(polite), "{id} says Sie: {text}");
        }
        for owned in ["dein Mensch ", "dein Ex", "deine Ex", "der Partner", "die Partnerin"] {
            assert!(!plain.contains(owned), "{id} calls the other person something else: {text}");
        }
    }
}

#[test]
fn german_lacks_no_message_so_english_shows_through_nowhere() {
    let (english, german) = (Words::english(), Words::of(Language::German));
    // They hold nothing but what they are filled with, or a command.
    let frames = [
        "entry-when",
        "guide-how-to-ask",
        "guide-how-to-read",
        "map-description-place",
        "month-and-year-short",
        "reading-list",
        "reading-list-of-changes",
        "reading-skipped-line",
        "why-line",
    ];
    // A sentence or two words; single words may well be the same in both.
    let same: Vec<&str> = messages(Language::English)
        .into_keys()
        .filter(|id| english.say(id) == german.say(id) && english.say(id).contains(' '))
        .collect();
    assert_eq!(same, frames, "these are not translated");
}

#[test]
fn a_number_in_a_message_is_written_as_its_language_writes_it() {
    let slept = [("figure", 7.5.into())];
    assert_eq!(Words::english().say_with("told-sleep", &slept), "slept 7.5 hours");
    assert_eq!(Words::of(Language::German).say_with("told-sleep", &slept), "7,5 Stunden geschlafen");
}

#[test]
fn a_message_that_a_language_lacks_is_said_in_english_and_one_that_none_has_shows_its_id() {
    let mut german = Words::of(Language::German);
    german.bundles[0] = FluentBundle::new_concurrent(vec![langid!("de")]);
    assert_eq!(german.say("yes"), "Yes");
    assert!(german.has("yes"));
    assert_eq!(german.say("no-such-message"), "no-such-message");
    assert!(!german.has("no-such-message"));
}

#[test]
fn the_titles_of_clauses_are_those_of_the_method() {
    let words = Words::english();
    for &clause in method::Id::ALL {
        assert_eq!(crate::clause::title(&words, clause), clause.title());
    }
}
