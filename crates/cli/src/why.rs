//! `halflight why SPACE-2`: a clause with its reason and its cases, from the text that stands beside its rule.

use std::io::Write;

use method::Id;

use crate::exit::Failure;
use crate::page;

/// What `why` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct WhyArgs {
    /// The clause, such as SPACE-2; without it, all of them by name
    clause: Option<String>,
}

pub(crate) fn run(args: &WhyArgs) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let width = page::width();
    let Some(name) = &args.clause else { return list(&mut out) };
    let Some(id) = Id::named(name) else {
        let what = format!("there is no clause {name:?}");
        return Err(Failure::usage(what, "`halflight why` lists them all."));
    };
    let clause = views::clause::page(id);
    page::heading(&mut out, clause.id, clause.title)?;
    for paragraph in &clause.paragraphs {
        writeln!(out)?;
        page::paragraph(&mut out, paragraph, width, "  ")?;
    }
    if let Some(page) = guide::Guide::english().page_of(id) {
        writeln!(out)?;
        page::labelled(&mut out, "guide", &format!("halflight guide {}", page.name), width)?;
    }
    if !clause.cases.is_empty() {
        writeln!(out)?;
        page::heading(&mut out, "Cases", "each of them is run as a test")?;
    }
    for case in &clause.cases {
        writeln!(out)?;
        page::paragraph(&mut out, &case.name, width, "  ")?;
        for (label, text) in [("journal", &case.journal), ("now", &case.now), ("expect", &case.expect)] {
            page::labelled(&mut out, label, text, width)?;
        }
    }
    Ok(out.flush()?)
}

fn list(out: &mut impl Write) -> Result<(), Failure> {
    let mut group = "";
    for &clause in Id::ALL {
        if clause.group() != group {
            if !group.is_empty() {
                writeln!(out)?;
            }
            group = clause.group();
        }
        writeln!(out, "  {:<10} {}", clause.as_str(), clause.title())?;
    }
    Ok(out.flush()?)
}
