//! The vault as a shell meets it: what each command answers, with which exit code, and that no word of the person's
//! is found anywhere but in the answers that they asked for.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const PHRASE: &str = "correct horse battery";

/// A home of its own, with nothing of the machine's in it.
struct Home {
    temporary: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { temporary: tempfile::tempdir().expect("a folder") };
        std::fs::create_dir(home.path("tmp")).expect("made");
        std::fs::write(home.path("phrase"), format!("{PHRASE}\n")).expect("written");
        home
    }

    fn made() -> Self {
        let home = Self::new();
        let output = home.run(&["init", "--recovery-file", &home.named("code")]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.temporary.path().join(name)
    }

    fn named(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halflight"));
        command.env("LC_ALL", "C");
        command
            .args(args)
            .env_clear()
            .env("HOME", self.temporary.path())
            .env("TMPDIR", self.path("tmp"))
            .env("TZ", "Europe/Berlin")
            .env("HALFLIGHT_DATA", self.path("data"))
            .env("HALFLIGHT_PASSPHRASE_FILE", self.path("phrase"));
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).stdin(Stdio::null()).output().expect("it runs")
    }

    /// Runs it; it must succeed and have nothing to complain of.
    #[track_caller]
    fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{args:?}");
        text(&output.stdout)
    }

    /// Runs it; it must fail with `code`. Gives what it complains of.
    #[track_caller]
    fn fails(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", text(&output.stdout));
        text(&output.stderr)
    }

    fn feed(&self, args: &[&str], input: &str) -> Output {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("it reads");
        child.wait_with_output().expect("it ends")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

const FEAR: &str = r#"{"at":"2026-03-05T08:00:00+01:00","event":"fear","of_partner":true}"#;
const NOTE: &str = r#"{"at":"2026-03-05T09:00:00+01:00","event":"note","text":"walked"}"#;

#[test]
fn what_is_logged_is_exported_and_today_says_what_advise_says_of_it() {
    let home = Home::made();
    home.done(&["log", "urge", "text", "8", "a", "song", "at=2026-03-04T20:00:00+01:00"]);
    let answered = home.feed(&["log", "--json", "-"], &format!("{FEAR}\nnot json\n\n{NOTE}\n"));
    assert_eq!(answered.status.code(), Some(0));
    let answers: Vec<Value> =
        text(&answered.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        (answers.len(), &answers[0]["seq"], &answers[1]["line"], &answers[2]["seq"]),
        (3, &2.into(), &2.into(), &3.into())
    );
    assert!(answers[1]["error"].is_string());
    let exported = home.done(&["export"]);
    let urge = r#"{"at":"2026-03-04T20:00:00+01:00","event":"urge","channel":"text","strength":8,"trigger":"a song","acted":false}"#;
    assert_eq!(exported, format!("{urge}\n{FEAR}\n{NOTE}\n"));
    let today: Value = serde_json::from_str(&home.done(&["today", "--json"])).expect("JSON");
    std::fs::write(home.path("plain.jsonl"), exported).expect("written");
    let now = today["now"].as_str().expect("a moment");
    let advised = home.done(&["advise", "--json", "--journal", &home.named("plain.jsonl"), "--now", now]);
    assert_eq!(today, serde_json::from_str::<Value>(&advised).expect("JSON"));
    assert!(home.done(&["check"]).starts_with("3 entries"));
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let home = Home::made();
    let mut child = home
        .command(&["log", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("piped");
    let mut answers = BufReader::new(child.stdout.take().expect("piped")).lines();
    for seq in 1..=3 {
        writeln!(input, "{NOTE}").expect("it reads");
        let answer = answers.next().expect("an answer").expect("text");
        assert_eq!(answer, format!("{{\"seq\":{seq}}}"));
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn lines_of_which_none_is_an_event_fail_and_an_empty_input_does_not() {
    let home = Home::made();
    assert_eq!(home.feed(&["log", "--json", "-"], "nothing\n").status.code(), Some(1));
    assert_eq!(home.feed(&["log", "--json", "-"], "").status.code(), Some(0));
    assert_eq!(home.feed(&["import", "-"], "nothing\n").status.code(), Some(1));
}

#[test]
fn an_export_imported_elsewhere_is_the_same_bytes() {
    let (home, other) = (Home::made(), Home::made());
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/journal.jsonl");
    home.done(&["import", &sample.display().to_string()]);
    let exported = home.done(&["export"]);
    assert!(exported.lines().count() > 100);
    assert_eq!(other.feed(&["import", "-"], &exported).status.code(), Some(0));
    assert_eq!(other.done(&["export"]), exported);
    assert!(other.done(&["import", &sample.display().to_string()]).starts_with("0 added"));
}

#[test]
fn a_vault_is_made_once_and_its_code_is_written_once() {
    let home = Home::made();
    assert!(home.fails(1, &["init", "--recovery-file", &home.named("again")]).contains("already"));
    assert!(!home.path("again").exists());
    let code = std::fs::read_to_string(home.path("code")).expect("it reads");
    assert_eq!(code.trim().split('-').count(), 7);
    assert!(home.done(&["check", "--json"]).contains("\"recovery_code_confirmed\":true"));
}

#[test]
fn a_short_passphrase_makes_no_vault() {
    let home = Home::new();
    std::fs::write(home.path("phrase"), "short\n").expect("written");
    assert!(home.fails(1, &["init", "--recovery-file", &home.named("code")]).contains("8 characters"));
    assert!(!home.path("data/vault.db").exists() && !home.path("code").exists());
}

#[test]
fn the_passphrase_changes_and_the_recovery_code_opens_what_is_forgotten() {
    let home = Home::made();
    home.done(&["log", "fear", "yes"]);
    std::fs::write(home.path("next"), "another passphrase").expect("written");
    let change = |args: &[&str]| {
        let mut command = home.command(args);
        command
            .env("HALFLIGHT_NEW_PASSPHRASE_FILE", home.path("next"))
            .env("HALFLIGHT_RECOVERY_FILE", home.path("code"));
        command.stdin(Stdio::null()).output().expect("it runs")
    };
    assert!(change(&["passphrase"]).status.success());
    assert!(home.fails(1, &["today"]).contains("does not open"));
    std::fs::write(home.path("next"), PHRASE).expect("written");
    let recovered = change(&["passphrase", "--recover"]);
    assert!(recovered.status.success(), "{}", text(&recovered.stderr));
    assert!(home.done(&["export"]).contains("fear"));
}

/// Flips a byte of the first entry's ciphertext, wherever in the file it lies.
fn damage(home: &Home) {
    let file = home.path("data/vault.db");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let body = runtime.block_on(async {
        use journal::store::{Access, Owner, Sqlite, Store};
        let mut store = Store::Sqlite(Sqlite::open(&file, Access::Read).await.expect("it opens"));
        let page = store.read(Owner::ONLY, journal::wire::Seq(0), 1).await.expect("it reads");
        page.rows.into_iter().next().and_then(Result::ok).expect("an entry").body
    });
    let mut bytes = std::fs::read(&file).expect("it reads");
    let at = bytes.windows(body.len()).position(|window| window == body).expect("it lies there");
    bytes[at + 5] ^= 1;
    std::fs::write(&file, bytes).expect("written");
}

#[test]
fn a_flipped_byte_is_named_by_check_told_by_today_and_costs_no_other_entry() {
    let home = Home::made();
    home.feed(&["log", "--json", "-"], &format!("{FEAR}\n{NOTE}\n"));
    damage(&home);
    let output = home.run(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("entry 1 was changed or damaged"), "{}", text(&output.stdout));
    let today = home.run(&["today", "--json"]);
    assert_eq!(today.status.code(), Some(0));
    assert!(text(&today.stderr).contains("entry 1"), "{}", text(&today.stderr));
    let exported = home.run(&["export"]);
    assert_eq!(text(&exported.stdout), format!("{NOTE}\n"));
    assert!(text(&exported.stderr).contains("entry 1"));
}

#[test]
fn a_backup_goes_back_and_half_of_it_changes_nothing() {
    let home = Home::made();
    home.feed(&["log", "--json", "-"], &format!("{FEAR}\n{NOTE}\n"));
    let backup = home.named("b.age");
    home.done(&["backup", &backup]);
    home.fails(1, &["backup", &backup]);
    home.done(&["erase", "--entry", "2", "--yes"]);
    let before = home.done(&["export"]);
    let bytes = std::fs::read(&backup).expect("it reads");
    std::fs::write(home.path("half.age"), &bytes[..bytes.len() - 9]).expect("written");
    assert!(home.fails(1, &["restore", &home.named("half.age")]).contains("breaks off"));
    assert_eq!(home.done(&["export"]), before);
    assert!(home.done(&["restore", &backup]).contains("2 entries are restored"));
    assert_eq!(home.done(&["export"]), format!("{FEAR}\n{NOTE}\n"));
    home.done(&["erase", "--previous", "--yes"]);
    // Where there is no vault, a backup makes one.
    home.done(&["erase", "--everything", "--yes"]);
    home.done(&["restore", &backup, "--recovery-file", &home.named("new-code")]);
    assert_eq!(home.done(&["export"]), format!("{FEAR}\n{NOTE}\n"));
}

#[test]
fn the_standard_tool_opens_a_backup_to_the_same_lines() {
    let home = Home::made();
    home.feed(&["log", "--json", "-"], &format!("{FEAR}\n{NOTE}\n"));
    let Ok(made) = Command::new("age-keygen").args(["-o", &home.named("key")]).output() else {
        // Without the tool there is nothing to compare with; the format's own tests stand.
        return;
    };
    let recipient = text(&made.stderr).trim().rsplit(' ').next().expect("a recipient").to_owned();
    let backup = home.named("b.age");
    home.done(&["backup", &backup, "--recipient", &recipient]);
    let opened =
        Command::new("age").args(["-d", "-i", &home.named("key"), &backup]).output().expect("it runs");
    assert_eq!(text(&opened.stdout), format!("{FEAR}\n{NOTE}\n"));
    // And what the standard tool seals, Halflight restores.
    let sealed = home.named("theirs.age");
    let mut age = Command::new("age")
        .args(["-r", &recipient, "-o", &sealed])
        .stdin(Stdio::piped())
        .spawn()
        .expect("it starts");
    age.stdin.take().expect("piped").write_all(format!("{NOTE}\n").as_bytes()).expect("it reads");
    assert!(age.wait().expect("it ends").success());
    home.done(&["restore", &sealed, "--identity", &home.named("key")]);
    assert_eq!(home.done(&["export"]), format!("{NOTE}\n"));
}

#[test]
fn erasing_says_what_may_remain_and_lifts_no_limit() {
    let home = Home::made();
    home.feed(&["log", "--json", "-"], &format!("{FEAR}\n{NOTE}\n"));
    assert!(home.fails(1, &["erase", "--entry", "1"]).contains("nothing was erased"));
    let said = home.done(&["erase", "--entry", "1", "--yes"]);
    assert!(said.contains("backups") && said.contains("SAFE-11"), "{said}");
    let today: Value = serde_json::from_str(&home.done(&["today", "--json"])).expect("JSON");
    assert_eq!(today["limits"], serde_json::json!(["SAFE-4"]));
    assert!(home.fails(1, &["erase", "--id", "nobody", "--yes"]).contains("nothing in the vault"));
}

#[test]
fn help_knows_the_country_without_a_passphrase_until_everything_is_erased() {
    let home = Home::made();
    home.done(&["log", "situation", "country=IE"]);
    let help = |home: &Home| {
        let mut command = home.command(&["help"]);
        text(&command.env_remove("HALFLIGHT_PASSPHRASE_FILE").output().expect("it runs").stdout)
    };
    assert!(help(&home).contains("116 123"), "{}", help(&home));
    home.done(&["erase", "--everything", "--yes"]);
    assert!(!help(&home).contains("116 123") && !home.path("data").join("country").exists());
}

#[test]
fn a_chat_is_kept_as_counts_once_however_often_it_is_imported_and_can_be_taken_out() {
    let home = Home::made();
    let sample = |name: &str| format!("{}/../../samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let import = |name: &str| {
        let chat = sample(name);
        home.done(&["import", &chat, "--me", "Robin Birke", "--zone", "Europe/Berlin", "--as", "phone"])
    };
    let first = import("whatsapp-android-day-first.txt");
    assert!(first.contains(" 0 known already"), "{first}");
    let again = import("whatsapp-android-month-first.txt");
    assert!(again.starts_with("0 added"), "the same chat, its dates in the other order: {again}");
    let export = home.done(&["export"]);
    assert!(export.lines().count() > 1000 && !export.contains("milk"), "counts and no words");
    home.done(&["erase", "--import", "phone", "--yes"]);
    assert!(!home.done(&["export"]).contains("\"event\":\"message\""));
    let refused = home.fails(1, &["import", &sample("whatsapp-android-day-first.txt"), "--me", "Nobody"]);
    assert!(refused.contains("Robin Birke"), "{refused}");
}

#[test]
fn completions_know_the_events() {
    let script = Home::new().done(&["completions", "bash"]);
    assert!(script.contains("questionnaire") && script.contains("told-to-stop"));
}

#[test]
fn wrong_usage_is_told_as_such() {
    let home = Home::new();
    home.fails(2, &["log", "contact", "me", "pigeon"]);
    home.fails(2, &["erase"]);
    assert!(home.fails(1, &["today"]).contains("no vault"));
}

const CANARY: &str = "CanaryPhraseOfTheNight";
const PARTNER: &str = "Wilhelmina-Partner";

/// Looks for the person's words in every file of the home; only what they asked to be plain may hold them.
#[track_caller]
fn nowhere(folder: &Path, plain: &[&str]) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        assert!(!name.contains(CANARY) && !name.contains(PARTNER), "{name}");
        if path.is_dir() {
            nowhere(&path, plain);
        } else if !plain.contains(&name.as_str()) {
            holds_none(&std::fs::read(&path).expect("it reads"), &name);
        }
    }
}

#[track_caller]
fn holds_none(bytes: &[u8], whose: &str) {
    for word in [CANARY, PARTNER, PHRASE] {
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for form in [word.as_bytes(), word.to_lowercase().as_bytes(), &wide] {
            assert!(!bytes.windows(form.len()).any(|window| window == form), "{word} is in {whose}");
        }
    }
}

/// An event of every kind that holds words, with the canary and the name in each of them.
fn canaries() -> String {
    let golden = include_str!("../../journal/src/wire/golden.jsonl");
    let with = |line: &str| {
        let mut event: Value = serde_json::from_str(line).expect("JSON");
        for field in [
            "text", "title", "takeaway", "trigger", "topic", "name", "if_then", "change", "plan", "phone",
            "import", "id",
        ] {
            let is_words =
                event[field].is_string() && !(field == "name" && event["event"] == "questionnaire");
            if is_words {
                event[field] = format!("{CANARY} {PARTNER}").into();
            }
        }
        format!("{event}\n")
    };
    golden.lines().map(with).collect()
}

#[test]
fn no_word_of_the_persons_is_found_where_it_was_not_asked_for() {
    let home = Home::made();
    let plain = ["phrase", "plain.jsonl"];
    // While the vault is open, its log lies beside it.
    let mut child = home
        .command(&["log", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("piped");
    let mut answers = BufReader::new(child.stdout.take().expect("piped")).lines();
    for line in canaries().lines() {
        writeln!(input, "{line}").expect("it reads");
        let answer = answers.next().expect("an answer").expect("text");
        assert!(answer.contains("seq"), "{answer}");
    }
    nowhere(home.temporary.path(), &plain);
    // Lines that are refused are not told with their words.
    for bad in [
        format!("{CANARY} {PARTNER}"),
        format!(r#"{{"at":"{CANARY}","event":"{PARTNER}"}}"#),
        format!(r#"{{"at":"2026-03-05T09:00:00+01:00","event":"{CANARY}"}}"#),
        format!(r#"{{"at":"2026-03-05T09:00:00+01:00","event":"note","text":["{CANARY}"]}}"#),
    ] {
        writeln!(input, "{bad}").expect("it reads");
        holds_none(answers.next().expect("an answer").expect("text").as_bytes(), "an answer");
    }
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    holds_none(&output.stderr, "the log's errors");
    std::fs::write(home.path("plain.jsonl"), canaries()).expect("written");
    std::fs::write(home.path("bad.age"), "no backup").expect("written");
    let (backup, bad) = (home.named("b.age"), home.named("bad.age"));
    let plain_file = home.named("plain.jsonl");
    let commands: &[&[&str]] = &[
        &["log", "note", CANARY, PARTNER],
        &["log", CANARY, PARTNER],
        &["log", "contact", CANARY],
        &["log", "note", CANARY, "for=never", "minutes=-3"],
        &["import", &plain_file],
        &["today", "--json"],
        &["check"],
        &["backup", &backup],
        &["restore", &backup],
        &["restore", &bad],
        &["erase", "--entry", "3", "--yes"],
        &["erase", "--id", CANARY, "--yes"],
        &["check", "--json"],
    ];
    for args in commands {
        let output = home.run(args);
        holds_none(&output.stderr, &format!("the errors of {args:?}"));
        if args[0] != "today" {
            holds_none(&output.stdout, &format!("the answer of {args:?}"));
        }
        nowhere(home.temporary.path(), &plain);
    }
    damage(&home);
    holds_none(&home.run(&["check"]).stderr, "the errors of check");
    nowhere(home.temporary.path(), &plain);
}
