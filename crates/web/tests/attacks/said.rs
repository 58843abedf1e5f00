//! Every sentence that the product can say: its messages in each language, the guide, the clauses of the method, and the
//! words that stand in the source of the commands. And whether one of them says what it must not.

use std::fs;
use std::path::{Path, PathBuf};

/// A sentence, and the file it stands in.
pub(crate) struct Said {
    pub(crate) file: String,
    pub(crate) text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings.contains(&ending) {
            found.push(path);
        }
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Said> {
    let mut found = Vec::new();
    for (folder, endings) in [
        ("crates/views/messages", &["ftl"][..]),
        ("guide", &["md"]),
        ("crates/method/src", &["md"]),
        ("crates/cli/src", &["rs"]),
        ("crates/history/src", &["rs"]),
        ("crates/review/src", &["rs"]),
        ("crates/render/src", &["rs"]),
    ] {
        files(&root().join(folder), endings, &mut found);
    }
    found.sort();
    let said: Vec<Said> = found.iter().flat_map(|path| sentences(path)).collect();
    assert!(said.len() > 4_000, "{} sentences", said.len());
    said
}

fn sentences(path: &Path) -> Vec<Said> {
    let text = fs::read_to_string(path).expect("a text");
    let bare = match path.extension().and_then(|ending| ending.to_str()) {
        Some("ftl") => messages(&text),
        Some("rs") => literals(&text),
        _ => without_cases(without_head(&text)),
    };
    let file = path.strip_prefix(root()).unwrap_or(path).display().to_string();
    let ends = |sign: char| matches!(sign, '.' | '!' | '?' | ':' | ';' | '|');
    let lines = bare.split("\n\n").map(|part| part.replace('\n', " "));
    let parts = lines.flat_map(|line| line.split_inclusive(ends).map(str::to_owned).collect::<Vec<_>>());
    let whole = parts.filter(|part| part.split_whitespace().count() > 1);
    whole.map(|text| Said { file: file.clone(), text: text.trim().to_owned() }).collect()
}

/// The head of a guide page holds questions as people ask them, to be found by; they are nobody's answer.
fn without_head(text: &str) -> &str {
    let head = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    head.map_or(text, |(_, body)| body)
}

/// Cases are journals and what is expected of them; nobody is told them as advice.
fn without_cases(text: &str) -> String {
    let rows = text.lines().filter(|line| !line.starts_with('|'));
    rows.collect::<Vec<_>>().join("\n")
}

/// The messages of a file, a paragraph each.
fn messages(text: &str) -> String {
    let values = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let value = line.split_once(" = ").filter(|(id, _)| !id.contains(' ')).map(|(_, value)| value);
        value.unwrap_or(line).trim_start_matches(['[', '*']).to_owned()
    });
    values.collect::<Vec<_>>().join("\n\n")
}

/// What stands between quotation marks in a source, outside its comments.
fn literals(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let bare: Vec<&str> = lines.collect();
    let bare = bare.join("\n").replace("\\\"", "'");
    let quoted = bare.split('"').skip(1).step_by(2).map(|literal| literal.replace("\\n", "\n\n"));
    quoted.filter(|literal| literal.contains(' ')).collect::<Vec<_>>().join("\n\n")
}

/// A rule on what is never said: each of these in one sentence, and none of those that turn it into its opposite.
pub(crate) struct Never<'r> {
    /// Phrases; of each group one has to be there. A phrase is words in their order, `*` stands for up to three others.
    pub(crate) groups: &'r [&'r [&'r str]],
    /// Words that make a sentence say something else.
    pub(crate) unless: &'r [&'r str],
    /// Sentences that may be said, whole.
    pub(crate) allowed: &'r [&'r str],
}

impl Never<'_> {
    pub(crate) fn is_broken_by(&self, sentence: &str) -> bool {
        let words = words(sentence);
        let says = |phrase: &&str| holds(&words, phrase);
        if self.allowed.contains(&sentence) {
            return false;
        }
        self.groups.iter().all(|group| group.iter().any(says)) && !self.unless.iter().any(says)
    }

    /// Every sentence that breaks it.
    pub(crate) fn broken<'s>(&self, said: &'s [Said]) -> Vec<String> {
        let broken = said.iter().filter(|said| self.is_broken_by(&said.text));
        broken.map(|said: &'s Said| format!("{}: {}", said.file, said.text)).collect()
    }
}

/// Small letters, apostrophes of one kind, figures as `#`.
fn words(sentence: &str) -> Vec<String> {
    let plain = sentence.to_lowercase().replace('\u{2019}', "'");
    let fits = |sign: char| sign.is_alphanumeric() || sign == '\'' || sign == '%';
    let words = plain.split(|sign| !fits(sign)).filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let figure = word.trim_end_matches('%');
            let is_figure = !figure.is_empty() && figure.chars().all(|sign| sign.is_ascii_digit());
            let percent = word.ends_with('%');
            match (is_figure, percent) {
                (true, true) => vec!["#".to_owned(), "%".to_owned()],
                (true, false) => vec!["#".to_owned()],
                _ => vec![word.trim_matches('\'').to_owned()],
            }
        })
        .collect()
}

fn holds(words: &[String], phrase: &str) -> bool {
    let parts: Vec<&str> = phrase.split(' ').collect();
    (0..words.len()).any(|start| follows(&words[start..], &parts))
}

fn follows(words: &[String], parts: &[&str]) -> bool {
    match parts {
        [] => true,
        ["*", rest @ ..] => (0..=3.min(words.len())).any(|skip| follows(&words[skip..], rest)),
        [part, rest @ ..] => {
            words.first().is_some_and(|word| part.split('|').any(|one| one == word))
                && follows(&words[1..], rest)
        }
    }
}

#[test]
fn a_phrase_is_found_in_its_order_and_with_words_between() {
    let words = words("You\u{2019}re 80% likely to be back together, they say.");
    assert!(holds(&words, "# %") && holds(&words, "you're") && holds(&words, "likely * together|again"));
    assert!(!holds(&words, "together likely") && !holds(&words, "likely together"));
}
