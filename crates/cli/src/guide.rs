//! `halflight guide`: the contents, the best pages for a question, or one page. Where the words of the question point to a
//! crisis, help stands first (CARE-8). It keeps no question.

mod blocks;

use std::io::{self, Write};
use std::path::PathBuf;

use guide::{Guide, Page};
use views::Words;
use views::help::Concern;

use crate::exit::Failure;
use crate::{output, page};

/// As many pages are shown for a question.
const SHOWN: usize = 5;

/// What `guide` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct GuideArgs {
    /// A question in your own words, or the name of a page; without it, the contents
    words: Vec<String>,
    /// Print one JSON document instead of a page
    #[arg(long)]
    json: bool,
    /// Write the map of the road as a drawing
    #[arg(long, value_name = "OUT")]
    svg: Option<PathBuf>,
    /// Write the page, or the whole guide, as PDF
    #[arg(long, value_name = "OUT")]
    pdf: Option<PathBuf>,
}

pub(crate) fn run(args: &GuideArgs) -> Result<(), Failure> {
    let words = Words::english();
    let guide = Guide::english();
    let question = args.words.join(" ");
    let mut out = anstream::stdout().lock();
    if let Some(path) = &args.svg {
        let drawing = render::map::map(&views::guide::map(&words, None), render::svg::Stand::Alone);
        output::write(path, "--svg", drawing.as_bytes())?;
    }
    if let Some(path) = &args.pdf {
        let page = guide.page(&question.to_lowercase());
        let paper = match page {
            Some(page) => views::papers::pages(&words, &[page]),
            None if question.is_empty() => views::papers::whole(&words, guide),
            None => {
                return Err(Failure::usage(
                    "a PDF is of one page or of the whole guide",
                    "Name a page, or none.",
                ));
            }
        };
        return output::pdf(path, &paper);
    }
    if args.json {
        json(&mut out, guide, &question)?;
    } else if question.is_empty() {
        contents(&mut out, &words, guide)?;
    } else if let Some(page) = guide.page(&question.to_lowercase()) {
        whole(&mut out, &words, page)?;
    } else {
        help_first(&mut out, &words, &question)?;
        found(&mut out, &words, guide, &question)?;
    }
    Ok(out.flush()?)
}

fn json(out: &mut impl Write, guide: &Guide, question: &str) -> Result<(), Failure> {
    let found = if question.is_empty() {
        views::guide::every_page(guide)
    } else {
        views::guide::found(&guide.search(question))
    };
    serde_json::to_writer(&mut *out, &found).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

fn contents(out: &mut impl Write, words: &Words, guide: &Guide) -> io::Result<()> {
    let width = page::width();
    let contents = views::guide::contents(words, guide);
    page::heading(out, &contents.heading, "")?;
    page::paragraph(out, &contents.intro, width, "  ")?;
    writeln!(out)?;
    for (command, does) in [("guide-how-to-ask", "guide-asking"), ("guide-how-to-read", "guide-reading")] {
        writeln!(out, "  {:<36} {}", words.say(command), words.say(does))?;
    }
    let names = guide.pages().iter().map(|page| page.name.len()).max().unwrap_or_default();
    for part in &contents.parts {
        writeln!(out)?;
        page::heading(out, &part.heading, "")?;
        for entry in &part.pages {
            page::named(out, entry.page, names, &entry.title, width)?;
        }
    }
    Ok(())
}

/// The help page, where the words of the question point to a crisis.
fn help_first(out: &mut impl Write, words: &Words, question: &str) -> io::Result<()> {
    let crisis = review::crisis(question);
    let signs = [
        (crisis.to_self, Concern::Suicide),
        (crisis.to_other, Concern::Harm),
        (crisis.afraid, Concern::Fear),
    ];
    let concerns: Vec<Concern> =
        signs.into_iter().filter_map(|(sign, concern)| sign.then_some(concern)).collect();
    if concerns.is_empty() {
        return Ok(());
    }
    let country = crate::help::country();
    page::help(out, &views::help::page(words, country.as_deref(), &concerns), page::width())?;
    writeln!(out)
}

fn found(out: &mut impl Write, words: &Words, guide: &Guide, question: &str) -> io::Result<()> {
    let width = page::width();
    let hits = guide.search(question);
    if hits.is_empty() {
        page::paragraph(out, &words.say("guide-nothing-found"), width, "")?;
        return page::quiet(out, &words.say("guide-nothing-found-more"));
    }
    page::heading(out, &words.say("guide-found"), "")?;
    for hit in hits.iter().take(SHOWN) {
        let entry = views::guide::entry(words, hit.page);
        writeln!(out)?;
        page::heading(out, &format!("  {}", entry.title), &entry.minutes)?;
        page::paragraph(out, &entry.brief, width, "  ")?;
        page::quiet(out, &format!("  halflight guide {}   {}", entry.page, entry.clauses.join(" ")))?;
    }
    Ok(())
}

/// A whole page.
fn whole(out: &mut impl Write, words: &Words, page: &Page) -> io::Result<()> {
    let width = page::width();
    let entry = views::guide::entry(words, page);
    page::heading(out, &entry.title, &entry.minutes)?;
    for block in &page.blocks {
        writeln!(out)?;
        blocks::write(out, words, block, "  ", width)?;
    }
    writeln!(out)?;
    for (label, items) in
        [("guide-read-on", page.leads_to().join(", ")), ("guide-clauses", entry.clauses.join(" "))]
    {
        if !items.is_empty() {
            page::labelled(out, &words.say(label), &items, width)?;
        }
    }
    writeln!(out)?;
    page::quiet(out, &format!("  {}", words.say("guide-sources")))?;
    for source in &page.front.sources {
        page::hanging(out, "  - ", &source.words, width)?;
        // An address stays whole, so that it can be followed.
        if let Some(link) = &source.link {
            page::quiet(out, &format!("    {link}"))?;
        }
    }
    Ok(())
}
