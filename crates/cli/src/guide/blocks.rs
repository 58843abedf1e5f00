//! Lays the blocks of a page out for a terminal: wrapped, lists hanging, tables in columns where there is room and row by
//! row where there is none. Links are told at the page's foot, not within its sentences.

use std::io::{self, Write};

use guide::{Block, Inline, Note, plain};
use views::Words;

use crate::page;

/// A column is not narrower, in characters; a table that would need that stands row by row.
const NARROWEST: usize = 14;
/// Between columns.
const GAP: usize = 2;

/// Writes a block behind `indent`.
pub(super) fn write(
    out: &mut impl Write,
    words: &Words,
    block: &Block,
    indent: &str,
    width: usize,
) -> io::Result<()> {
    match block {
        Block::Heading { words, .. } => {
            let text = plain(words);
            for row in textwrap::wrap(&text, width.saturating_sub(indent.len())) {
                page::heading(out, &format!("{indent}{row}"), "")?;
            }
            Ok(())
        }
        Block::Paragraph(words) => page::paragraph(out, &plain(words), width, indent),
        Block::List { ordered, items } => {
            for (at, item) in items.iter().enumerate() {
                let mark = if *ordered { format!("{}. ", at + 1) } else { "- ".to_owned() };
                let text = item.iter().map(Block::plain).collect::<Vec<_>>().join("\n");
                page::hanging(out, &format!("{indent}{mark}"), &text, width)?;
            }
            Ok(())
        }
        Block::Table { head, rows } => table(out, head, rows, indent, width),
        Block::Note { kind, blocks } => note(out, words, *kind, blocks, indent, width),
    }
}

fn note(
    out: &mut impl Write,
    words: &Words,
    kind: Note,
    blocks: &[Block],
    indent: &str,
    width: usize,
) -> io::Result<()> {
    let names = [Note::Remark, Note::Say, Note::RatherNot, Note::Safety]
        .map(|note| views::guide::note_name(words, note));
    let label = names.iter().map(|name| textwrap::core::display_width(name)).max().unwrap_or_default();
    let name = views::guide::note_name(words, kind);
    let text = blocks.iter().map(Block::plain).collect::<Vec<_>>().join("\n");
    page::marked(out, indent, &name, label, &text, width)
}

fn table(
    out: &mut impl Write,
    head: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    indent: &str,
    width: usize,
) -> io::Result<()> {
    let head: Vec<String> = head.iter().map(|cell| plain(cell)).collect();
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let room = width.saturating_sub(indent.len() + GAP * head.len().saturating_sub(1));
    match columns(&head, &rows, room) {
        Some(columns) => {
            page::columns(out, &head, &columns, indent, GAP, true)?;
            rows.iter().try_for_each(|row| page::columns(out, row, &columns, indent, GAP, false))
        }
        None => row_by_row(out, &head, &rows, indent, width),
    }
}

/// How wide each column is, if all of them have room.
fn columns(head: &[String], rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let mut wide: Vec<usize> = (0..head.len())
        .map(|at| {
            let cells =
                std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).filter_map(|row| row.get(at));
            cells.map(|cell| textwrap::core::display_width(cell)).max().unwrap_or_default()
        })
        .collect();
    while wide.iter().sum::<usize>() > room {
        let widest = wide.iter_mut().max()?;
        if *widest <= NARROWEST {
            return None;
        }
        *widest -= 1;
    }
    Some(wide)
}

fn row_by_row(
    out: &mut impl Write,
    head: &[String],
    rows: &[Vec<String>],
    indent: &str,
    width: usize,
) -> io::Result<()> {
    for row in rows {
        for (at, (name, cell)) in head.iter().zip(row).enumerate() {
            let (mark, name) = if at == 0 { ("- ", String::new()) } else { ("  ", format!("{name}: ")) };
            page::hanging(out, &format!("{indent}{mark}"), &format!("{name}{cell}"), width)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use guide::Guide;

    fn page_of(name: &str, width: usize) -> String {
        let mut out = Vec::new();
        for block in &Guide::english().page(name).expect("a page").blocks {
            write(&mut out, &Words::english(), block, "  ", width).expect("memory takes it");
            out.push(b'\n');
        }
        anstream::adapter::strip_str(&String::from_utf8(out).expect("text")).to_string()
    }

    #[test]
    fn no_line_of_any_page_is_wider_than_the_terminal() {
        for page in Guide::english().pages() {
            for width in [40, 60, 88] {
                for line in page_of(page.name, width).lines() {
                    let wide = textwrap::core::display_width(line);
                    assert!(wide <= width, "{} at {width}: {line:?} is {wide} wide", page.name);
                }
            }
        }
    }

    #[test]
    fn no_word_of_a_page_is_lost() {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        for page in Guide::english().pages() {
            for width in [40, 88] {
                let laid_out = bare(&page_of(page.name, width));
                let sentences = page.blocks.iter().filter(|block| !matches!(block, Block::Table { .. }));
                for line in sentences.flat_map(|block| block.plain().lines().map(bare).collect::<Vec<_>>()) {
                    assert!(laid_out.contains(&line), "{} at {width} lost {line}", page.name);
                }
            }
        }
    }

    #[test]
    fn a_table_stands_in_columns_where_there_is_room_and_row_by_row_where_not() {
        let wide = page_of("pace", 88);
        assert!(
            wide.lines().any(|line| line.contains("Once a day") && line.trim_end().ends_with("14")),
            "{wide}"
        );
        let head = ["One", "Two", "Three"].map(str::to_owned);
        let row = vec![vec!["a long cell that wants room".to_owned(); 3]];
        assert_eq!(columns(&head, &row, 30), None);
        assert_eq!(columns(&head, &row, 60).map(|wide| wide.iter().sum::<usize>()), Some(60));
    }
}
