//! The chat inside a zip, as the app exports it together with pictures and voice messages.
//!
//! Only the chat is unpacked, into memory and never to a disk, and never more than a fixed size. Which entry is
//! the chat is told by what it holds, since names differ by phone and language.

use crate::error::ZipTrouble;
use crate::sniff::{self, Holds};
use crate::text;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most a chat may unpack to. Forty thousand long messages stay far below.
const MOST: u64 = 256 << 20;
/// How much of an entry is looked at to tell a chat from another text.
const BEGINNING: u64 = 64 << 10;
/// How many texts in one zip are looked at.
const MOST_TEXTS: usize = 200;

/// Unpacks the chat of the zip that `bytes` are.
pub(crate) fn chat(bytes: &[u8]) -> Result<Vec<u8>, ZipTrouble> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ZipTrouble::Damaged)?;
    let mut texts: Vec<(usize, String)> = Vec::new();
    for place in 0..zip.len() {
        let entry = zip.by_index_raw(place).map_err(ZipTrouble::Damaged)?;
        if climbs(entry.name_raw()) {
            return Err(ZipTrouble::ClimbingPath);
        }
        let name = String::from_utf8_lossy(entry.name_raw()).to_lowercase();
        // Computers add shadow entries of their own.
        let shadow = name.starts_with("__macosx/")
            || name.rsplit('/').next().is_some_and(|name| name.starts_with("._"));
        if entry.is_file() && is_text(&name) && !shadow {
            if entry.encrypted() {
                return Err(ZipTrouble::Locked);
            }
            texts.push((place, name));
        }
    }
    let mut chats = Vec::new();
    for (place, name) in texts.into_iter().take(MOST_TEXTS) {
        let beginning = text::utf8(&unpack(&mut zip, place, BEGINNING)?).into_owned();
        if sniff::of(&beginning) == Holds::WhatsappText {
            chats.push((place, name));
        }
    }
    let place = the_chat(&chats)?;
    let unpacked = unpack(&mut zip, place, MOST + 1)?;
    if unpacked.len() as u64 > MOST {
        return Err(ZipTrouble::TooLarge { limit: MOST });
    }
    Ok(unpacked)
}

/// Whether a lower-case name is that of a text.
fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "txt")
}

/// Whether a path would leave the folder it is unpacked in. Nothing is unpacked to a disk here; yet no phone
/// writes such a zip, so its other claims are worth as little.
fn climbs(path: &[u8]) -> bool {
    let rooted =
        path.first().is_some_and(|&byte| byte == b'/' || byte == b'\\') || path.get(1) == Some(&b':');
    rooted || path.split(|&byte| byte == b'/' || byte == b'\\').any(|part| part == b"..")
}

/// Of several texts that read like chats, the one that is named as the export names it: the others were sent in it.
fn the_chat(chats: &[(usize, String)]) -> Result<usize, ZipTrouble> {
    let export = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or(name);
        file == "_chat.txt" || file.contains("whatsapp")
    };
    let mut named = chats.iter().filter(|(_, name)| export(name));
    match (chats, named.next(), named.next()) {
        ([], ..) => Err(ZipTrouble::NoChat),
        ([(place, _)], ..) | (_, Some((place, _)), None) => Ok(*place),
        _ => Err(ZipTrouble::SeveralChats(chats.len())),
    }
}

/// Unpacks at most `most` bytes of an entry.
fn unpack(zip: &mut ZipArchive<Cursor<&[u8]>>, place: usize, most: u64) -> Result<Vec<u8>, ZipTrouble> {
    let entry = zip.by_index(place).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ZipTrouble::Locked,
        other => ZipTrouble::Damaged(other),
    })?;
    let mut bytes = Vec::new();
    entry.take(most).read_to_end(&mut bytes).map_err(ZipTrouble::Unpack)?;
    Ok(bytes)
}
