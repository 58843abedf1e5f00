//! The drafts of `crates/review/dev`, with their labels, for training and for scoring. It trains and scores nothing.

use std::fs;
use std::path::Path;

use review::tend::COLUMNS;

use super::patterns::readings;
use crate::dice::Dice;
use crate::run::{Failed, root};

/// The names of the columns: the marks in their order, then the signs of crisis.
pub(crate) const NAMES: [&str; COLUMNS] = [
    "pursue",
    "pressure",
    "guilt",
    "self-pity",
    "blame",
    "teach",
    "proxy",
    "threat",
    "evade",
    "monitor",
    "self",
    "other",
    "afraid",
];
/// The first column of a sign of crisis.
const SIGNS: usize = 10;

/// A labelled draft.
pub(crate) struct Draft {
    /// Who wrote it: `a` to `u` the writers, `z` an earlier set, `p` a pattern.
    pub(crate) writer: char,
    /// The severity of each column; none where it does not apply.
    pub(crate) labels: [Option<u8>; COLUMNS],
    /// Whether a column without a label is known not to apply: of the marks, of the signs.
    known: [bool; 2],
    pub(crate) text: String,
}

impl Draft {
    /// Whether the draft is of the column's kind, and how much that weighs.
    pub(crate) fn teaches(&self, column: usize) -> (bool, f64) {
        let is = match self.labels[column] {
            Some(0) => false,
            label => label.is_some(),
        };
        let known = is || self.known[usize::from(column >= SIGNS)];
        let weight = match (self.writer, known) {
            ('z', true) if column >= SIGNS => 1.0,
            ('z', true) | ('p', _) => 0.5,
            ('z', false) => 0.2,
            _ => 1.0,
        };
        (is, weight)
    }

    /// Whether it carries a mark of severity 1 or more, or a sign.
    pub(crate) fn is(&self, column: usize) -> bool {
        self.labels[column].is_some_and(|severity| severity > 0)
    }

    /// Whether it carries neither a mark nor a sign, not even a slight one.
    pub(crate) fn harmless(&self) -> bool {
        self.labels.iter().all(Option::is_none)
    }
}

/// Reads `pursue:1,self` or `none`.
fn labels(words: &str) -> Result<[Option<u8>; COLUMNS], Failed> {
    let mut labels = [None; COLUMNS];
    for word in words.split([',', '+']).filter(|word| *word != "none") {
        let both: &[&str] = if word == "both" { &["self", "other"] } else { &[word] };
        for word in both {
            let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
            let severity = word[bare.len()..].parse().unwrap_or(2);
            let name = bare.trim_end_matches(':');
            let column = NAMES.iter().position(|known| *known == name);
            let column = column.ok_or_else(|| Failed(format!("there is no label {word:?}")))?;
            labels[column] = Some(severity);
        }
    }
    Ok(labels)
}

/// A file of drafts: writer, labels, family, style, text.
fn read_file(path: &str) -> Result<Vec<Draft>, Failed> {
    let mut drafts = Vec::new();
    for line in lines(&root().join(path))? {
        let fields: Vec<&str> = line.split('\t').collect();
        let [writer, words, _, _, text] = fields[..] else {
            return Err(Failed(format!("{path}: not five fields: {line}")));
        };
        drafts.push(Draft {
            writer: writer.chars().next().unwrap_or('?'),
            labels: labels(words)?,
            known: [true; 2],
            text: text.replace("\\n", "\n"),
        });
    }
    Ok(drafts)
}

/// Drafts in four fields: labels, family, style, text.
pub(crate) fn of_fields(file: &str) -> Result<Vec<Draft>, Failed> {
    let mut drafts = Vec::new();
    for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [words, _, _, text] = fields[..] else {
            return Err(Failed("a line has not four fields".to_owned()));
        };
        let text = text.replace("\\n", "\n");
        drafts.push(Draft { writer: 'x', labels: labels(words)?, known: [true; 2], text });
    }
    Ok(drafts)
}

/// The drafts kept aside by family and by style.
pub(crate) fn kept_aside() -> Result<Vec<Draft>, Failed> {
    read_file("crates/review/dev/aside/drafts.tsv")
}

/// Everything that is learned from, in a fixed order.
pub(crate) fn learned() -> Result<Vec<Draft>, Failed> {
    let dev = root().join("crates/review/dev");
    let mut drafts = read_file("crates/review/dev/drafts.tsv")?;
    for path in files(&dev.join("marks"), "txt")? {
        headed(&path, 'z', &mut drafts)?;
    }
    for path in files(&dev, "tsv")?.iter().filter(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("crisis-") && name != "crisis-de.tsv")
    }) {
        for line in lines(path)? {
            let Some((words, text)) = line.split_once('\t') else { continue };
            let labels = labels(words)?;
            drafts.push(Draft { writer: 'z', labels, known: [false, true], text: text.to_owned() });
        }
    }
    for path in files(&dev.join("patterns"), "txt")? {
        headed(&path, 'p', &mut drafts)?;
    }
    Ok(drafts)
}

/// A file with headers `[labels family]`, then a draft, or a pattern of drafts, a line.
fn headed(path: &Path, writer: char, drafts: &mut Vec<Draft>) -> Result<(), Failed> {
    let mut header = [None; COLUMNS];
    let mut none = false;
    let mut dice = Dice::new(1);
    for line in lines(path)? {
        if let Some(inner) = line.strip_prefix('[') {
            let words = inner.trim_end_matches(']').split(' ').next().unwrap_or_default();
            header = labels(words)?;
            none = words == "none";
            continue;
        }
        let texts: Vec<String> =
            if writer == 'p' { readings(&line, &mut dice).into_iter().collect() } else { vec![line] };
        let known = [writer == 'p' || none, writer == 'p' || none];
        drafts.extend(texts.into_iter().map(|text| Draft { writer, labels: header, known, text }));
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<std::path::PathBuf>, Failed> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect();
    files.sort();
    Ok(files)
}

fn lines(path: &Path) -> Result<Vec<String>, Failed> {
    let text = fs::read_to_string(path)?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}
