//! Files that a command reads, opened with one wording for what went wrong. What is in them is the command's matter.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::exit::Failure;

/// Opens a file for reading; `-` is standard input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path).map_err(|error| unread(path, &error))?;
    Ok(Box::new(file))
}

/// Why a file was not read, and what to do now.
pub(crate) fn unread(path: &Path, error: &io::Error) -> Failure {
    let (what, now) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("there is no such file", "See whether the name is right; put it in quotes if it holds blanks.")
        }
        io::ErrorKind::IsADirectory => ("it is a folder", "Name a file in it."),
        io::ErrorKind::PermissionDenied => ("you may not read it", "See whose file it is."),
        _ => ("it could not be opened", "See whether other programs can open it."),
    };
    Failure::work(format!("{} was not read: {what}", path.display()), now)
}
