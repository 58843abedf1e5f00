//! Lays a page out for a terminal: headings, lines, and the ids of their clauses, wrapped to its width.
//! Colour helps and is never needed; `NO_COLOR` and pipes get none.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use views::advice::{AdvicePage, Line};
use views::help::HelpPage;

const HEADING: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const LABEL: Style = AnsiColor::Cyan.on_default();

/// The narrowest and the widest column that is used, in characters.
const NARROW: usize = 40;
const WIDE: usize = 88;
/// The labels' column.
const LABELS: usize = 18;

/// The width to write for: that of the terminal, within reason; 80 where there is none.
pub(crate) fn width() -> usize {
    let terminal = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    terminal.clamp(NARROW, WIDE)
}

/// Writes a page of guidance.
pub(crate) fn advice(out: &mut impl Write, page: &AdvicePage, width: usize) -> io::Result<()> {
    writeln!(out, "{HEADING}Halflight{HEADING:#}  {QUIET}{}{QUIET:#}", page.day)?;
    if let Some(page) = &page.help {
        writeln!(out)?;
        help(out, page, width)?;
    }
    for part in &page.parts {
        writeln!(out, "\n{HEADING}{}{HEADING:#}", part.heading)?;
        for line in &part.lines {
            advice_line(out, line, width)?;
        }
    }
    if page.closing.is_empty() { Ok(()) } else { writeln!(out, "\n{}", page.closing) }
}

/// Writes the help page: whom to call, then the plain questions.
pub(crate) fn help(out: &mut impl Write, page: &HelpPage, width: usize) -> io::Result<()> {
    writeln!(out, "{HEADING}{}{HEADING:#}", page.heading)?;
    let labels = page.lines.iter().map(|line| textwrap::core::display_width(&line.label)).max().unwrap_or(0);
    let numbers =
        page.lines.iter().map(|line| textwrap::core::display_width(&line.number)).max().unwrap_or(0);
    for line in &page.lines {
        let (label, number, note) = (&line.label, &line.number, &line.note);
        let number = format!("{HEADING}{number:<numbers$}{HEADING:#}");
        writeln!(
            out,
            "{}",
            format!("  {LABEL}{label:<labels$}{LABEL:#}  {number}  {QUIET}{note}{QUIET:#}").trim_end()
        )?;
    }
    for more in &page.more {
        paragraph(out, more, width, "  ")?;
    }
    writeln!(out)?;
    for question in &page.questions {
        paragraph(out, question, width, "  ")?;
    }
    Ok(())
}

fn advice_line(out: &mut impl Write, line: &Line, width: usize) -> io::Result<()> {
    let indent = if line.label.is_empty() { 4 } else { LABELS };
    let room = width.saturating_sub(indent).max(20);
    let because = line.because.join(" ");
    let mut rows = wrapped(&line.text, room);
    // The ids go behind the last row where they fit, else on a row of their own.
    let fits =
        rows.last().is_some_and(|last| textwrap::core::display_width(last) + 2 + because.len() <= room);
    let last = if fits { rows.pop() } else { None };
    let mut lead = if line.label.is_empty() {
        String::from("  - ")
    } else {
        let pad = " ".repeat(LABELS.saturating_sub(2 + textwrap::core::display_width(&line.label)));
        format!("  {LABEL}{}{LABEL:#}{pad}", line.label)
    };
    for row in rows {
        writeln!(out, "{lead}{row}")?;
        lead = " ".repeat(indent);
    }
    let last = last.map(|last| format!("{last}  ")).unwrap_or_default();
    writeln!(out, "{lead}{last}{QUIET}{because}{QUIET:#}")
}

/// Writes a paragraph, wrapped.
pub(crate) fn paragraph(out: &mut impl Write, text: &str, width: usize, indent: &str) -> io::Result<()> {
    for row in wrapped(text, width.saturating_sub(indent.len()).max(20)) {
        writeln!(out, "{indent}{row}")?;
    }
    Ok(())
}

/// Writes a heading.
pub(crate) fn heading(out: &mut impl Write, text: &str, quiet: &str) -> io::Result<()> {
    let quiet = if quiet.is_empty() { String::new() } else { format!("  {QUIET}{quiet}{QUIET:#}") };
    writeln!(out, "{HEADING}{text}{HEADING:#}{quiet}")
}

/// Writes a quiet line.
pub(crate) fn quiet(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "{QUIET}{text}{QUIET:#}")
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, width).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Writes a text behind a lead, its further rows below the first.
fn led(out: &mut impl Write, mut lead: String, indent: usize, text: &str, width: usize) -> io::Result<()> {
    for row in wrapped(text, width.saturating_sub(indent).max(20)) {
        writeln!(out, "{lead}{row}")?;
        lead = " ".repeat(indent);
    }
    Ok(())
}

/// Writes a text behind a quiet label.
pub(crate) fn labelled(out: &mut impl Write, label: &str, text: &str, width: usize) -> io::Result<()> {
    led(out, format!("    {QUIET}{label:<9}{QUIET:#}"), 4 + 9, text, width)
}

/// Writes a name in its column with a text beside it.
pub(crate) fn named(
    out: &mut impl Write,
    name: &str,
    names: usize,
    text: &str,
    width: usize,
) -> io::Result<()> {
    led(out, format!("  {LABEL}{name:<names$}{LABEL:#}  "), 2 + names + 2, text, width)
}

/// Writes a text behind a mark, its further rows below the first.
pub(crate) fn hanging(out: &mut impl Write, mark: &str, text: &str, width: usize) -> io::Result<()> {
    led(out, mark.to_owned(), textwrap::core::display_width(mark), text, width)
}

/// Writes a text that is set apart behind its label, in a column of `labels`.
pub(crate) fn marked(
    out: &mut impl Write,
    indent: &str,
    label: &str,
    labels: usize,
    text: &str,
    width: usize,
) -> io::Result<()> {
    let pad = " ".repeat(labels.saturating_sub(textwrap::core::display_width(label)) + 2);
    let lead = format!("{indent}{LABEL}{label}{LABEL:#}{pad}");
    led(out, lead, indent.len() + labels + 2, text, width)
}

/// Writes a row of cells, each wrapped within its column.
pub(crate) fn columns(
    out: &mut impl Write,
    cells: &[String],
    columns: &[usize],
    indent: &str,
    gap: usize,
    quiet: bool,
) -> io::Result<()> {
    let cells: Vec<Vec<String>> =
        cells.iter().zip(columns).map(|(cell, column)| wrapped(cell, (*column).max(1))).collect();
    let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
    let style = if quiet { QUIET } else { Style::new() };
    for row in 0..rows {
        let mut line = String::new();
        for (cell, column) in cells.iter().zip(columns) {
            let text = cell.get(row).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(column.saturating_sub(textwrap::core::display_width(text)) + gap));
        }
        writeln!(out, "{indent}{style}{}{style:#}", line.trim_end())?;
    }
    Ok(())
}
