//! The one way in: bytes of a file → what they are → the reader of that format → an [`Export`].
//! It reads no message itself.
//!
//! A format is a module with a `read` of its own. Adding one is a line in `sniff`, one here, and the module.

use crate::archive::Zip;
use crate::audit::Format;
use crate::error::{Foreign, ReadError, ZipTrouble};
use crate::export::{Export, Settings, Trouble};
use crate::sniff::{self, Holds};
use crate::source::Source;
use crate::{imessage, mail, meta, sms, table, telegram, text, whatsapp};
use std::path::Path;

/// What was found in a source.
#[derive(Debug)]
pub(crate) struct Found {
    /// The path or name it is told under.
    pub(crate) name: String,
    /// What it is.
    pub(crate) export: Export,
    /// Whether it was searched for, in a folder or a zip, rather than given.
    pub(crate) searched: bool,
}

/// Reads what a source holds: a file, the exports in a zip, the exports in a folder.
pub(crate) fn read(source: &Source, settings: &Settings<'_>) -> Result<Vec<Found>, ReadError> {
    let Some(files) = source.files() else {
        return file(&source.name, source.bytes(), source.path(), settings);
    };
    let mut all = Vec::new();
    let mut trouble = None;
    for path in files {
        // What cannot be opened or is no export is passed over: a folder holds all sorts of things.
        let Ok(part) = Source::open(path) else { continue };
        match file(&part.name, part.bytes(), part.path(), settings) {
            Ok(found) => all.extend(found.into_iter().map(|found| Found { searched: true, ..found })),
            Err(
                ReadError::Foreign { .. }
                | ReadError::Empty { .. }
                | ReadError::Zip { trouble: ZipTrouble::NoChat, .. },
            ) => {}
            Err(error) => trouble = trouble.or(Some(error)),
        }
    }
    let all = joined(all, &source.name);
    match (all.is_empty(), trouble) {
        (_, Some(trouble)) => Err(trouble),
        (true, None) => Err(ReadError::NothingInFolder { file: source.name.clone() }),
        (false, None) => Ok(all),
    }
}

/// Brings together the files of one export: those of a format that spreads its chats over many.
fn joined(found: Vec<Found>, whole: &str) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for part in found {
        let spreads =
            matches!(part.export.format, Format::Messenger | Format::Instagram | Format::Mbox | Format::Csv);
        match all.iter_mut().find(|known| spreads && known.export.format == part.export.format) {
            Some(known) => {
                whole.clone_into(&mut known.name);
                known.export.take_in(part.export);
            }
            None => all.push(part),
        }
    }
    all
}

/// Reads one file.
fn file(
    name: &str,
    bytes: &[u8],
    path: Option<&Path>,
    settings: &Settings<'_>,
) -> Result<Vec<Found>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty { file: name.to_owned() });
    }
    let plain = text::utf8(bytes);
    match sniff::of(&plain) {
        Holds::Zip => zip(name, bytes, settings),
        holds => {
            let export = one(name, holds, &plain, path, settings)?;
            Ok(vec![Found { name: name.to_owned(), export, searched: false }])
        }
    }
}

/// Reads the exports in a zip.
fn zip(name: &str, bytes: &[u8], settings: &Settings<'_>) -> Result<Vec<Found>, ReadError> {
    let failed = |trouble| ReadError::Zip { file: name.to_owned(), trouble };
    let mut zip = Zip::open(bytes).map_err(failed)?;
    let entries = zip.exports().map_err(failed)?;
    let several = entries.len() > 1;
    let mut all = Vec::new();
    for entry in entries {
        let unpacked = zip.read(&entry).map_err(failed)?;
        let name = if several { format!("{name}/{}", entry.name) } else { name.to_owned() };
        let plain = text::utf8(&unpacked);
        let export = one(&name, sniff::of(&plain), &plain, None, settings)?;
        all.push(Found { name, export, searched: several });
    }
    Ok(joined(all, name))
}

/// Reads one export, which is no zip.
fn one(
    name: &str,
    holds: Holds,
    plain: &[u8],
    path: Option<&Path>,
    settings: &Settings<'_>,
) -> Result<Export, ReadError> {
    let read = match holds {
        Holds::WhatsappText => whatsapp::read(plain, settings),
        Holds::Database => imessage::read(plain, path),
        Holds::Mail => mail::read(plain),
        Holds::Meta => meta::read(plain, name),
        Holds::Sms => sms::read(plain),
        Holds::Table => table::read(plain, settings),
        Holds::Telegram => telegram::read(plain, settings),
        Holds::Zip => Err(Trouble::Foreign(Foreign::Archive)),
        Holds::Other(what) => Err(Trouble::Foreign(what)),
    };
    read.map_err(|trouble| explained(trouble, name.to_owned(), settings))
}

fn explained(trouble: Trouble, file: String, settings: &Settings<'_>) -> ReadError {
    let example = |[first, second, third]: [u16; 3]| format!("{first}/{second}/{third}");
    match trouble {
        Trouble::Foreign(what) => ReadError::Foreign { file, what },
        Trouble::UnknownWord { line, head } => ReadError::UnknownWord { file, line, head },
        Trouble::BothWays(parts) => ReadError::DatesUndecided { file, example: example(parts) },
        Trouble::Contradiction { day_first, month_first } => {
            ReadError::DatesContradict { file, day_first, month_first }
        }
        Trouble::NoDays(parts, order) => {
            ReadError::NoDays { file, example: example(parts), order: settings.dates.unwrap_or(order) }
        }
        Trouble::Database(what) => ReadError::Database { file, what },
        Trouble::Nothing(why) => ReadError::NothingInIt { file, why },
    }
}
