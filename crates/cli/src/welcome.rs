//! `halflight welcome`: what this is, and a real run over a labelled sample.
//! It reads nothing of the person's.

use std::io::{self, Write};

use app::sample;
use jiff::civil::date;
use jiff::tz::TimeZone;
use method::Moment;
use views::Words;

use crate::advise;
use crate::exit::Failure;
use crate::page;
use crate::tongue::Tongue;

/// A chat of the same two, as a phone exports it.
const SAMPLE_CHAT: &[u8] = include_bytes!("../../../samples/whatsapp-android-day-first.txt");
const SAMPLE_CHAT_NAME: &str = "samples/whatsapp-android-day-first.txt";

/// What to type next, and the message that says what it does.
const COMMANDS: &[(&str, &str)] = &[
    ("halflight init", "welcome-init"),
    ("halflight log urge text 8", "welcome-log"),
    ("halflight today", "welcome-today"),
    ("halflight advise --journal FILE.jsonl", "welcome-advise"),
    ("halflight read CHAT.txt --me NAME", "welcome-read"),
    ("halflight review < draft.txt", "welcome-review"),
    ("halflight guide she does not answer", "welcome-guide"),
    ("halflight why SPACE-2", "welcome-why"),
    ("halflight help", "welcome-help-command"),
    ("halflight --help", "welcome-more"),
];

/// What `welcome` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct WelcomeArgs {
    #[command(flatten)]
    tongue: Tongue,
}

pub(crate) fn run(args: &WelcomeArgs) -> Result<(), Failure> {
    let words = args.tongue.words();
    let mut out = anstream::stdout().lock();
    let width = page::width();
    page::heading(&mut out, "Halflight", env!("CARGO_PKG_VERSION"))?;
    page::paragraph(&mut out, &words.say("welcome-what"), width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-help-heading"), "")?;
    page::paragraph(&mut out, &words.say("welcome-help"), width, "  ")?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-sample-heading"), &words.say("welcome-sample"))?;
    writeln!(out)?;
    let advised = app::advise(io::Cursor::new(sample::JOURNAL), sample_now()?)?;
    advise::write_page(&mut out, &words, &advised)?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-chat-heading"), &words.say("welcome-chat"))?;
    write!(out, "{}", views::reading::page(&words, &sample_reading(&words)?, width))?;
    writeln!(out)?;
    page::heading(&mut out, &words.say("welcome-yours-heading"), "")?;
    for (command, does) in COMMANDS {
        writeln!(out, "  {command:<40} {}", words.say(does))?;
    }
    Ok(out.flush()?)
}

/// The sample chat, read as `halflight read` reads an export.
fn sample_reading(words: &Words) -> Result<history::Reading, Failure> {
    let fault = |what: String| Failure::work(what, "This is a fault in Halflight itself; please report it.");
    let zone =
        TimeZone::get("Europe/Berlin").map_err(|error| fault(format!("the sample's zone: {error}")))?;
    let mut options = history::Options::new("Robin Birke", zone);
    options.left = Some(date(2026, 2, 20));
    let chat = history::Source::held(SAMPLE_CHAT_NAME, SAMPLE_CHAT.to_vec());
    history::read(&[chat], &options).map_err(|error| fault(views::reading::trouble(words, &error).0))
}

fn sample_now() -> Result<Moment, Failure> {
    journal::lines::parse_moment(sample::EVENING).map_err(|error| {
        Failure::work(
            format!("the sample's evening {error}"),
            "This is a fault in Halflight itself; please report it.",
        )
    })
}
