//! What is in the program and is no crate: the C library and the compiler's runtime that are linked in, SQLite, fonts,
//! words that others own. `xtask/data/outside.txt` lists them; versions that follow the machine are asked of it.

use super::{binary, said};
use crate::run::Failed;

const LIST: &str = include_str!("../../data/outside.txt");

/// Something in the program that is no crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outside {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression, or words where there is none for it.
    pub(super) licence: String,
    /// Whose it is, and what it does in the program.
    pub(super) note: String,
}

impl Outside {
    /// Its licence as an SPDX expression, if it is one.
    pub(super) fn expression(&self) -> Option<spdx::Expression> {
        spdx::Expression::parse(&self.licence).ok()
    }
}

/// All of them.
pub(super) fn in_the_program() -> Result<Vec<Outside>, Failed> {
    let rows = LIST.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|line| {
        let mut row = read(line).ok_or_else(|| Failed(format!("xtask/data/outside.txt: {line}")))?;
        row.version = version(&row.version)?;
        Ok(row)
    })
    .collect()
}

fn read(line: &str) -> Option<Outside> {
    let mut cells = line.split('|').map(|cell| cell.trim().to_owned());
    let row =
        Outside { name: cells.next()?, version: cells.next()?, licence: cells.next()?, note: cells.next()? };
    cells.next().is_none().then_some(row)
}

/// A version as it stands in the list, or asked of what is linked in.
fn version(told: &str) -> Result<String, Failed> {
    match told {
        "of the machine's glibc" => binary::c_library(),
        "of the machine's gcc" => said("cc", &["-dumpfullversion"]),
        "of the compiler" => {
            let told = said("rustc", &["--version"])?;
            Ok(told.split(' ').nth(1).unwrap_or_default().to_owned())
        }
        "of the crate" => Ok(rusqlite::version().to_owned()),
        told => Ok(told.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_read_and_names_a_known_licence_or_says_why_not() {
        let all = in_the_program().map_err(|failed| failed.0).expect("the list");
        assert!(all.len() >= 6, "{}", all.len());
        for row in &all {
            let known = row.expression().is_some() || row.licence.contains(' ');
            assert!(known && !row.name.is_empty() && !row.note.is_empty(), "{row:?}");
        }
        assert!(all.iter().all(|row| !row.version.starts_with("of the")), "{all:?}");
    }

    #[test]
    fn the_encoder_is_in_the_list_under_the_licence_and_package_that_its_note_names() {
        let note = std::fs::read_to_string(crate::run::root().join("crates/review/data/encoder/SOURCE.md"));
        let note = note.expect("the encoder's note");
        let listed = in_the_program().map_err(|failed| failed.0).expect("the list");
        let encoder = listed.iter().find(|row| row.name == "all-MiniLM-L6-v2").expect("the encoder");
        let package = encoder.version.split(" of ").collect::<Vec<_>>();
        assert_eq!(package.len(), 2, "{encoder:?}");
        assert!(note.contains(&format!("{} {}", package[1], package[0])), "{encoder:?}");
        assert!(note.contains(&encoder.name) && note.contains(&encoder.licence), "{encoder:?}");
    }

    #[test]
    fn every_font_in_the_house_is_in_the_list() {
        let folder = crate::run::root().join("crates/render/fonts");
        let listed = in_the_program().map_err(|failed| failed.0).expect("the list");
        let mut fonts = 0;
        for file in std::fs::read_dir(folder).expect("a folder").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if file.path().extension().is_some_and(|ending| ending == "ttf") {
                let stem = name.split(['-', '.']).next().unwrap_or_default().to_owned();
                assert!(listed.iter().any(|row| row.note.contains(&stem)), "{name}");
                fonts += 1;
            }
        }
        assert!(fonts > 3, "{fonts} fonts");
    }
}
