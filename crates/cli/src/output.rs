//! Files that a command writes where the person says. It overwrites what stands there, as a shell would.

use std::path::Path;

use views::paper::Paper;

use crate::exit::Failure;

/// Writes a file that `flag` named.
pub(crate) fn write(path: &Path, flag: &str, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| {
        let what = format!("{} could not be written ({})", path.display(), error.kind());
        Failure::work(what, format!("Choose another place with {flag}."))
    })
}

/// Writes a paper as PDF to a file that `--pdf` named.
pub(crate) fn pdf(path: &Path, paper: &Paper) -> Result<(), Failure> {
    let set = render::pdf::pdf(paper);
    let bytes =
        set.map_err(|error| Failure::work(error.to_string(), "Leave --pdf out, and tell whoever made it."))?;
    write(path, "--pdf", &bytes)
}
