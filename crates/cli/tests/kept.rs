//! A vault of a version to come, as a shell meets it: refused in words, with an exit code, and left as it is.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where an SQLite file holds the version of what is in it (`user_version`; its file format, section 1.3).
const VERSION_AT: std::ops::Range<usize> = 60..64;
const PASSPHRASE: &str = "kept for the day after tomorrow\n";

#[test]
fn a_vault_of_a_newer_halflight_is_refused_in_words_by_every_command_and_left_alone() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/tests/kept/1/vault.db");
    let mut newer = fs::read(kept).expect("it reads");
    let home = tempfile::tempdir().expect("a folder");
    let (data, phrase) = (home.path().join("data"), home.path().join("phrase"));
    fs::create_dir(&data).expect("made");
    fs::write(&phrase, PASSPHRASE).expect("written");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halflight"));
        command.args(args).env_clear().env("HOME", home.path()).stdin(Stdio::null());
        command.env("HALFLIGHT_DATA", &data).env("HALFLIGHT_PASSPHRASE_FILE", &phrase);
        let output = command.output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    };
    // As it was kept it opens, so that nothing but the version is in its way.
    fs::write(data.join("vault.db"), &newer).expect("written");
    assert_eq!(run(&["check"]).0, Some(0));

    newer[VERSION_AT].copy_from_slice(&2_u32.to_be_bytes());
    fs::remove_dir_all(&data).expect("removed");
    fs::create_dir(&data).expect("made");
    fs::write(data.join("vault.db"), &newer).expect("written");
    for args in [&["today"][..], &["check"], &["export"], &["log", "urge", "text", "8"], &["passphrase"]] {
        let (code, told) = run(args);
        assert_eq!(code, Some(1), "{args:?}: {told}");
        assert!(told.contains("was made by a newer Halflight"), "{args:?}: {told}");
        assert!(told.contains("Nothing was changed. Use that version or a later one."), "{args:?}: {told}");
        assert!(fs::read(data.join("vault.db")).expect("it reads") == newer, "{args:?} changed it");
    }
}
