//! The list of licences: every crate in the program, with its version, its licence and the texts that it ships, each
//! text once. Where a crate ships none, the standard text of its licence stands in, and that is said.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use spdx::{Expression, LicenseItem};

use super::crates::Crate;
use super::outside::Outside;
use crate::run::Failed;

/// How names of files with a licence, or with what belongs to one, begin.
const FILES: &[&str] = &["licence", "license", "copying", "copyright", "notice", "unlicense"];

/// Texts, each with a number, in the order in which they were first met.
#[derive(Default)]
struct Texts {
    numbers: BTreeMap<String, usize>,
    told: Vec<(String, String)>,
}

impl Texts {
    /// The number of a text, which is kept if it is a new one.
    fn number(&mut self, title: &str, text: &str) -> usize {
        let same: Vec<&str> = text.split_whitespace().collect();
        let next = self.told.len() + 1;
        let number = *self.numbers.entry(same.join(" ")).or_insert(next);
        if number == next {
            self.told.push((title.to_owned(), text.trim_end().replace("\r\n", "\n")));
        }
        number
    }
}

/// The whole list as text.
pub(super) fn of(crates: &[Crate], outside: &[Outside]) -> Result<String, Failed> {
    let mut texts = Texts::default();
    let mut list = String::from(
        "Halflight is free software under AGPL-3.0-or-later, without any warranty. This is what is in the program, and\n\
         under which licence each part came. Numbers lead to the texts below; * is the standard text of a licence, where\n\
         a crate ships none of its own.\n\nCrates\n------\n",
    );
    for of in crates {
        let numbers = texts_of(of, &mut texts)?;
        let licence = of.licence.as_deref().unwrap_or("as its text says");
        row(&mut list, &of.name, &of.version, licence, &numbers);
    }
    list += "\nNo crates\n---------\n";
    for of in outside {
        let numbers = match of.expression() {
            Some(expression) => standard(&expression, &mut texts),
            None => Vec::new(),
        };
        row(&mut list, &of.name, &of.version, &of.licence, &numbers);
        let _written = writeln!(list, "    {}", of.note);
    }
    for (number, (title, text)) in texts.told.iter().enumerate() {
        let head = format!("[{}] {title}", number + 1);
        let _written = write!(list, "\n\n{head}\n{}\n\n{text}\n", "=".repeat(head.len().min(110)));
    }
    Ok(list)
}

fn row(list: &mut String, name: &str, version: &str, licence: &str, numbers: &[String]) {
    // Writing into a text does not fail.
    let _written = writeln!(list, "{name} {version}  {licence}  {}", numbers.join(" "));
}

/// The texts that a crate ships, else the standard ones.
fn texts_of(of: &Crate, texts: &mut Texts) -> Result<Vec<String>, Failed> {
    let shipped = shipped(&of.folder)?;
    if !shipped.is_empty() {
        let mut number = |(name, text): (String, String)| {
            format!("[{}]", texts.number(&format!("{name} of {} {}", of.name, of.version), &text))
        };
        return Ok(shipped.into_iter().map(&mut number).collect());
    }
    let unknown =
        || Failed(format!("{} {} ships no licence and names none that is known", of.name, of.version));
    let told = of.licence.as_deref().ok_or_else(unknown)?;
    let expression = Expression::parse(told).map_err(|_| unknown())?;
    let numbers = standard(&expression, texts);
    if numbers.is_empty() { Err(unknown()) } else { Ok(numbers) }
}

/// The licence files of a folder, by name.
fn shipped(folder: &Path) -> Result<Vec<(String, String)>, Failed> {
    let mut found = Vec::new();
    let folders = [folder.to_path_buf(), folder.join("LICENSES")];
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_code = path.extension().is_some_and(|ending| ending == "rs");
            let small = name.to_lowercase();
            let inside = folder.ends_with("LICENSES");
            if path.is_file() && !is_code && (inside || FILES.iter().any(|start| small.starts_with(start))) {
                found.push((name, String::from_utf8_lossy(&fs::read(&path)?).into_owned()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The standard texts of every licence and exception that an expression names.
fn standard(expression: &Expression, texts: &mut Texts) -> Vec<String> {
    let mut numbers = Vec::new();
    for requirement in expression.requirements() {
        if let LicenseItem::Spdx { id, .. } = &requirement.req.license {
            let number = texts.number(&format!("the standard text of {}", id.name), id.text());
            numbers.push(format!("[{number}]*"));
        }
        if let Some(spdx::AdditionItem::Spdx(exception)) = &requirement.req.addition {
            let number = texts.number(&format!("the standard text of {}", exception.name), exception.text());
            numbers.push(format!("[{number}]*"));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(name: &str, licence: Option<&str>, folder: &Path) -> Crate {
        Crate {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.map(Into::into),
            description: None,
            repository: None,
            checksum: None,
            folder: folder.to_path_buf(),
            needs: Vec::new(),
        }
    }

    #[test]
    fn a_text_that_two_crates_ship_stands_once_and_each_names_it() {
        let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        fs::write(one.path().join("LICENSE-MIT"), "Copyright someone\n\nTake it.\n").expect("written");
        fs::write(two.path().join("COPYING"), "Copyright someone\r\n\r\nTake it.").expect("written");
        fs::write(two.path().join("license.rs"), "fn code() {}").expect("written");
        let crates = [made("one", Some("MIT"), one.path()), made("two", None, two.path())];
        let list = of(&crates, &[]).map_err(|failed| failed.0).expect("a list");
        assert_eq!(list.matches("Take it.").count(), 1, "{list}");
        assert!(list.contains("one 1.0.0  MIT  [1]\ntwo 1.0.0  as its text says  [1]\n"), "{list}");
        assert!(!list.contains("fn code"), "{list}");
    }

    #[test]
    fn a_crate_without_a_text_gets_the_standard_one_and_one_without_anything_is_refused() {
        let empty = tempfile::tempdir().expect("a folder");
        let list = of(&[made("bare", Some("MIT OR Apache-2.0"), empty.path())], &[]);
        let list = list.map_err(|failed| failed.0).expect("a list");
        assert!(list.contains("bare 1.0.0  MIT OR Apache-2.0  [1]* [2]*"), "{list}");
        assert!(list.contains("Permission is hereby granted") && list.contains("Apache License"), "{list}");
        for licence in [None, Some("an agreement by word of mouth")] {
            let refused = of(&[made("bare", licence, empty.path())], &[]);
            assert!(refused.is_err_and(|failed| failed.0.contains("bare 1.0.0")));
        }
    }

    #[test]
    fn what_is_no_crate_has_its_texts_too() {
        let outside = super::super::outside::in_the_program().map_err(|failed| failed.0).expect("the list");
        let list = of(&[], &outside).map_err(|failed| failed.0).expect("a list");
        for text in
            ["SIL OPEN FONT LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "GCC Runtime Library Exception"]
        {
            assert!(list.to_lowercase().contains(&text.to_lowercase()), "{text}");
        }
    }
}
