//! A Debian package from a folder: `dpkg-deb` does it, and the same folder gives the same bytes, whenever and by whomever
//! it is packed. What goes into the folder is not known here.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use crate::run::{self, Failed};

/// What Debian calls the machines that a release is built for.
pub(super) const ARCHITECTURE: &str = "amd64";

/// A package being put together.
pub(super) struct Package {
    folder: PathBuf,
}

impl Package {
    /// An empty one in `folder`.
    pub(super) fn new(folder: &Path) -> Result<Self, Failed> {
        fs::create_dir_all(folder.join("DEBIAN"))?;
        Ok(Self { folder: folder.to_path_buf() })
    }

    /// Puts a file at a place below the root.
    pub(super) fn put(&self, place: &str, bytes: &[u8]) -> Result<(), Failed> {
        self.write(place, bytes, 0o644)
    }

    /// Puts a program at a place below the root.
    pub(super) fn put_program(&self, place: &str, bytes: &[u8]) -> Result<(), Failed> {
        self.write(place, bytes, 0o755)
    }

    /// Puts a file that is kept packed, as Debian wants it of manuals and long texts.
    pub(super) fn put_packed(&self, place: &str, bytes: &[u8]) -> Result<(), Failed> {
        self.put(place, bytes)?;
        let path = self.folder.join(place);
        // Neither the name nor the time goes into it.
        let packed = Command::new("gzip").args(["-9n", "--force"]).arg(&path).status()?;
        if packed.success() { Ok(()) } else { Err(Failed(format!("gzip could not pack {place} ({packed})"))) }
    }

    fn write(&self, place: &str, bytes: &[u8], mode: u32) -> Result<(), Failed> {
        let path = self.folder.join(place);
        fs::create_dir_all(path.parent().unwrap_or(&self.folder))?;
        fs::write(&path, bytes)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
        Ok(())
    }

    /// How many KiB it takes when it is installed.
    pub(super) fn installed_kib(&self) -> Result<u64, Failed> {
        let mut kib = 0;
        for path in below(&self.folder)? {
            let control = path.starts_with(self.folder.join("DEBIAN"));
            // What a folder takes differs between file systems; Debian counts one.
            let takes = if path.is_dir() { 1 } else { fs::metadata(&path)?.len().div_ceil(1024) };
            kib += if control { 0 } else { takes };
        }
        Ok(kib)
    }

    /// Packs it into `deb`, every file bearing the same time.
    pub(super) fn pack(&self, deb: &Path, epoch_seconds: u64) -> Result<(), Failed> {
        let time = UNIX_EPOCH + Duration::from_secs(epoch_seconds);
        for path in below(&self.folder)? {
            if path.is_dir() {
                // Whatever the mask of whoever packs it.
                fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
            }
            File::open(&path)?.set_modified(time)?;
        }
        if !run::is_there("dpkg-deb") {
            return Err(Failed("dpkg-deb is missing; on Debian it is in the package dpkg".into()));
        }
        // One thread: what comes out then depends on no machine's number of cores.
        let packing = ["--root-owner-group", "--uniform-compression", "-Zxz", "--threads-max=1", "--build"];
        let mut command = Command::new("dpkg-deb");
        command.args(packing).arg(&self.folder).arg(deb);
        let output = command.env("SOURCE_DATE_EPOCH", epoch_seconds.to_string()).output()?;
        if output.status.success() {
            Ok(())
        } else {
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            Err(Failed(format!("dpkg-deb made no package ({})\n{why}", output.status)))
        }
    }
}

/// A folder and everything in it, a folder after what it holds.
fn below(folder: &Path) -> Result<Vec<PathBuf>, Failed> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.push(folder.to_path_buf());
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROL: &str = "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: Nobody <nobody@example.invalid>\nDescription: small\n";

    /// A package whose files were last touched at a time of their own.
    fn packed(note: &str, touched_seconds: u64, epoch_seconds: u64) -> Vec<u8> {
        let folder = tempfile::tempdir().expect("a folder");
        let package = Package::new(&folder.path().join("root")).map_err(|failed| failed.0).expect("made");
        let put = [
            package.put("DEBIAN/control", CONTROL.as_bytes()),
            package.put_program("usr/bin/small", b"#!/bin/sh\n"),
            package.put_packed("usr/share/doc/small/note", note.as_bytes()),
        ];
        assert!(put.iter().all(Result::is_ok), "{put:?}");
        // Two files, and six folders from the root on.
        assert_eq!(package.installed_kib().map_err(|failed| failed.0), Ok(8));
        for path in below(&package.folder).map_err(|failed| failed.0).expect("listed") {
            let touched = UNIX_EPOCH + Duration::from_secs(touched_seconds);
            File::open(path).and_then(|file| file.set_modified(touched)).expect("touched");
        }
        let deb = folder.path().join("small.deb");
        package.pack(&deb, epoch_seconds).map_err(|failed| failed.0).expect("packed");
        fs::read(deb).expect("it reads")
    }

    const MARCH: u64 = 1_772_359_200;

    #[test]
    fn the_same_files_at_another_time_in_another_folder_are_the_same_package() {
        let one = packed("the same", 1_000_000_000, MARCH);
        assert!(one == packed("the same", 1_900_000_000, MARCH));
        assert!(one != packed("another", 1_000_000_000, MARCH));
        assert!(one != packed("the same", 1_000_000_000, MARCH + 1));
    }

    #[test]
    fn files_belong_to_root_and_programs_alone_can_be_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let deb = folder.path().join("small.deb");
        fs::write(&deb, packed("a note", MARCH, MARCH)).expect("written");
        let listed = Command::new("dpkg-deb").arg("--contents").arg(&deb).env("TZ", "UTC").output();
        let listed = String::from_utf8(listed.expect("it runs").stdout).expect("text");
        let line = |name: &str| listed.lines().find(|line| line.ends_with(name)).expect("it is there");
        let (program, note) = (line("usr/bin/small"), line("small/note.gz"));
        assert!(program.starts_with("-rwxr-xr-x root/root") && note.starts_with("-rw-r--r-- root/root"));
        assert!(listed.lines().all(|line| line.contains("2026-03-01 10:00")), "{listed}");
    }
}
