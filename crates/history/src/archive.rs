//! The exports inside a zip, as the apps write them together with pictures and voice messages.
//!
//! What is read is unpacked into memory and never to a disk, and never more than a fixed size. Which entries are
//! exports is told by what they hold, since names differ by phone and language.

use crate::error::ZipTrouble;
use crate::sniff::{self, Holds};
use crate::text;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most an entry may unpack to. Forty thousand long messages stay far below.
const MOST: u64 = 256 << 20;
/// The most that all entries together may unpack to.
const MOST_TOGETHER: u64 = 4 << 30;
/// How much of an entry is looked at to tell an export from another file.
const BEGINNING: u64 = 64 << 10;
/// How many entries of one zip are looked at.
const MOST_ENTRIES: usize = 20_000;

/// An entry that holds an export.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    place: usize,
    /// Its path within the zip.
    pub(crate) name: String,
}

/// A zip, opened.
pub(crate) struct Zip<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Zip<'a> {
    /// Opens the zip that `bytes` are.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ZipTrouble> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(ZipTrouble::Damaged)?;
        Ok(Self { zip, unpacked: 0 })
    }

    /// The entries that hold exports, in the order of their names.
    pub(crate) fn exports(&mut self) -> Result<Vec<Entry>, ZipTrouble> {
        let mut candidates: Vec<Entry> = Vec::new();
        let mut locked = false;
        for place in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(place).map_err(ZipTrouble::Damaged)?;
            if climbs(entry.name_raw()) {
                return Err(ZipTrouble::ClimbingPath);
            }
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let lower = name.to_lowercase();
            // Computers add shadow entries of their own.
            let shadow = lower.starts_with("__macosx/")
                || lower.rsplit('/').next().is_some_and(|name| name.starts_with("._"));
            if entry.is_file() && !is_medium(&lower) && !shadow {
                locked |= entry.encrypted();
                if !entry.encrypted() {
                    candidates.push(Entry { place, name });
                }
            }
        }
        let mut chats = Vec::new();
        let mut exports = Vec::new();
        for entry in candidates.into_iter().take(MOST_ENTRIES) {
            let beginning = text::utf8(&self.unpack(entry.place, BEGINNING)?).into_owned();
            match sniff::of(&beginning) {
                // A text that was sent in a chat may be a chat itself: only what is named as one is looked at.
                Holds::WhatsappText if entry.name.to_lowercase().ends_with(".txt") => chats.push(entry),
                Holds::WhatsappText | Holds::Zip | Holds::Other(_) => {}
                Holds::Database | Holds::Mail | Holds::Meta | Holds::Sms | Holds::Table | Holds::Telegram => {
                    exports.push(entry);
                }
            }
        }
        exports.extend(the_chat(chats)?);
        if exports.is_empty() {
            return Err(if locked { ZipTrouble::Locked } else { ZipTrouble::NoChat });
        }
        exports.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(exports)
    }

    /// Unpacks an entry whole.
    pub(crate) fn read(&mut self, entry: &Entry) -> Result<Vec<u8>, ZipTrouble> {
        let bytes = self.unpack(entry.place, MOST + 1)?;
        self.unpacked += bytes.len() as u64;
        if bytes.len() as u64 > MOST || self.unpacked > MOST_TOGETHER {
            return Err(ZipTrouble::TooLarge { limit: MOST });
        }
        Ok(bytes)
    }

    /// Unpacks at most `most` bytes of an entry.
    fn unpack(&mut self, place: usize, most: u64) -> Result<Vec<u8>, ZipTrouble> {
        let entry = self.zip.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ZipTrouble::Locked,
            other => ZipTrouble::Damaged(other),
        })?;
        let mut bytes = Vec::new();
        entry.take(most).read_to_end(&mut bytes).map_err(ZipTrouble::Unpack)?;
        Ok(bytes)
    }
}

/// Whether a lower-case name is that of a picture, a sound, a film or the like, which is not even looked at.
fn is_medium(name: &str) -> bool {
    const MEDIA: [&str; 32] = [
        "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff", "svg", "ico", "mp4",
        "mov", "m4v", "avi", "mkv", "webm", "3gp", "opus", "ogg", "oga", "mp3", "m4a", "aac", "amr", "wav",
        "caf", "pdf", "tgs", "vcf", "docx",
    ];
    name.rsplit_once('.').is_some_and(|(_, ending)| MEDIA.contains(&ending))
}

/// Whether a path would leave the folder it is unpacked in. Nothing is unpacked to a disk here; yet no phone
/// writes such a zip, so its other claims are worth as little.
fn climbs(path: &[u8]) -> bool {
    let rooted =
        path.first().is_some_and(|&byte| byte == b'/' || byte == b'\\') || path.get(1) == Some(&b':');
    rooted || path.split(|&byte| byte == b'/' || byte == b'\\').any(|part| part == b"..")
}

/// Of several texts that read like WhatsApp's chats, the one that is named as the export names it: the others were
/// sent in it.
fn the_chat(mut chats: Vec<Entry>) -> Result<Option<Entry>, ZipTrouble> {
    let export = |entry: &Entry| {
        let name = entry.name.to_lowercase();
        let file = name.rsplit('/').next().unwrap_or(&name);
        file == "_chat.txt" || file.contains("whatsapp")
    };
    let named: Vec<usize> = (0..chats.len()).filter(|&place| export(&chats[place])).collect();
    match (chats.len(), named.as_slice()) {
        (0, _) => Ok(None),
        (1, _) => Ok(chats.pop()),
        (_, [only]) => Ok(Some(chats.swap_remove(*only))),
        (several, _) => Err(ZipTrouble::SeveralChats(several)),
    }
}
