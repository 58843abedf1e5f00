//! Markdown to blocks. Pages have headings, paragraphs, lists, tables, stress, links and notes; whatever else Markdown
//! knows is refused, so that a page looks the same on a screen, on paper and in a terminal.

use method::Id;
use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::block::{Block, Inline, Note, Target, plain};
use crate::page::Fault;

/// The blocks of a Markdown text.
pub(crate) fn blocks(text: &str) -> Result<Vec<Block>, Fault> {
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_GFM);
    blocks_until(&mut events, None)
}

type Events<'a> = Parser<'a>;

/// Blocks up to the end of what holds them. Loose words, as in a tight list, are a paragraph.
fn blocks_until(events: &mut Events<'_>, end: Option<TagEnd>) -> Result<Vec<Block>, Fault> {
    let mut blocks = Vec::new();
    let mut loose = Vec::new();
    while let Some(event) = events.next() {
        if matches!(&event, Event::End(tag) if Some(*tag) == end) {
            break;
        }
        let block = match event {
            Event::Start(Tag::Heading { level, .. }) => Some(heading(events, level)?),
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(inlines_until(events, TagEnd::Paragraph)?)),
            Event::Start(Tag::List(first)) => Some(list(events, first.is_some())?),
            Event::Start(Tag::Table(_)) => Some(table(events)?),
            Event::Start(Tag::BlockQuote(kind)) => Some(Block::Note {
                kind: note(kind),
                blocks: blocks_until(events, Some(TagEnd::BlockQuote(kind)))?,
            }),
            other => {
                inline(events, other, &mut loose)?;
                None
            }
        };
        if let Some(block) = block {
            if !loose.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut loose)));
            }
            blocks.push(block);
        }
    }
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(loose));
    }
    Ok(blocks)
}

fn heading(events: &mut Events<'_>, level: HeadingLevel) -> Result<Block, Fault> {
    let words = inlines_until(events, TagEnd::Heading(level))?;
    let level = match level {
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        _ => return Err(Fault::NotForPages("headings but those of level 2 and 3")),
    };
    Ok(Block::Heading { level, anchor: anchor(&plain(&words)), words })
}

/// A name made of a heading's words: small letters and figures, hyphens between.
fn anchor(words: &str) -> String {
    let kept = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    kept.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

fn list(events: &mut Events<'_>, ordered: bool) -> Result<Block, Fault> {
    let mut items = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Item) => items.push(blocks_until(events, Some(TagEnd::Item))?),
            _ => break,
        }
    }
    Ok(Block::List { ordered, items })
}

fn table(events: &mut Events<'_>) -> Result<Block, Fault> {
    let mut head = Vec::new();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::TableCell) => row.push(inlines_until(events, TagEnd::TableCell)?),
            Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
            Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    Ok(Block::Table { head, rows })
}

/// Pages write the notes as GitHub does: `[!TIP]` are words that fit, `[!CAUTION]` words that do not.
const fn note(kind: Option<BlockQuoteKind>) -> Note {
    match kind {
        Some(BlockQuoteKind::Tip) => Note::Say,
        Some(BlockQuoteKind::Caution) => Note::RatherNot,
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Important) => Note::Safety,
        Some(BlockQuoteKind::Note) | None => Note::Remark,
    }
}

fn inlines_until(events: &mut Events<'_>, end: TagEnd) -> Result<Vec<Inline>, Fault> {
    let mut words = Vec::new();
    while let Some(event) = events.next() {
        if event == Event::End(end) {
            break;
        }
        inline(events, event, &mut words)?;
    }
    Ok(words)
}

fn inline(events: &mut Events<'_>, event: Event<'_>, words: &mut Vec<Inline>) -> Result<(), Fault> {
    match event {
        Event::Text(text) => push_text(words, &text),
        Event::SoftBreak | Event::HardBreak => push_text(words, " "),
        Event::Start(Tag::Emphasis) => words.push(Inline::Emphasis(inlines_until(events, TagEnd::Emphasis)?)),
        Event::Start(Tag::Strong) => words.push(Inline::Strong(inlines_until(events, TagEnd::Strong)?)),
        Event::Start(Tag::Link { dest_url, .. }) => {
            let to = target(&dest_url);
            words.push(Inline::Link { to, words: inlines_until(events, TagEnd::Link)? });
        }
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
            return Err(Fault::NotForPages("HTML"));
        }
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => return Err(Fault::NotForPages("code")),
        Event::Start(Tag::Image { .. }) => return Err(Fault::NotForPages("pictures")),
        Event::Rule => return Err(Fault::NotForPages("rules across the page")),
        _ => return Err(Fault::NotForPages("Markdown of that kind")),
    }
    Ok(())
}

/// Neighbouring texts are one.
fn push_text(words: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = words.last_mut() {
        last.push_str(text);
    } else {
        words.push(Inline::Text(text.to_owned()));
    }
}

fn target(link: &str) -> Target {
    if let Some(clause) = Id::named(link) {
        Target::Clause(clause)
    } else if link == "help" {
        Target::Help
    } else if link.contains("://") {
        Target::Outside(link.to_owned())
    } else {
        Target::Page(link.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.into())]
    }

    #[test]
    fn a_page_becomes_blocks() {
        let page = "## One *word*\n\nTwo\nlines, [a page](gifts), [a clause](SPACE-2), [help](help).\n\n- one\n- two\n";
        let blocks = blocks(page).expect("a page");
        assert_eq!(blocks.len(), 3);
        assert!(matches!(&blocks[0], Block::Heading { level: 2, anchor, .. } if anchor == "one-word"));
        let links = blocks[1].links();
        assert_eq!(links, [&Target::Page("gifts".into()), &Target::Clause(Id::Space2), &Target::Help]);
        assert!(blocks[1].plain().starts_with("Two lines, a page, "), "{}", blocks[1].plain());
        let items = vec![vec![Block::Paragraph(text("one"))], vec![Block::Paragraph(text("two"))]];
        assert_eq!(blocks[2], Block::List { ordered: false, items });
    }

    #[test]
    fn a_table_has_a_head_and_rows() {
        let table = blocks("| a | b |\n|---|---|\n| c | d |\n| e | f |\n").expect("a table");
        let [Block::Table { head, rows }] = table.as_slice() else { panic!("{table:?}") };
        assert_eq!((head.len(), rows.len()), (2, 2));
        assert_eq!(rows[1], [text("e"), text("f")]);
    }

    #[test]
    fn notes_have_their_kinds() {
        for (written, kind) in [
            ("> [!TIP]\n> Yes.", Note::Say),
            ("> [!CAUTION]\n> No.", Note::RatherNot),
            ("> [!WARNING]\n> Help.", Note::Safety),
            ("> [!NOTE]\n> So.", Note::Remark),
            ("> So.", Note::Remark),
        ] {
            let blocks = blocks(written).expect("a note");
            assert!(matches!(&blocks[..], [Block::Note { kind: read, .. }] if *read == kind), "{blocks:?}");
        }
    }

    #[test]
    fn what_a_terminal_or_paper_cannot_show_is_refused() {
        for written in ["<b>bold</b>", "<div>\n</div>\n", "`code`", "![a](b.png)", "# Title", "a\n\n---\n"] {
            assert!(blocks(written).is_err(), "{written}");
        }
    }
}
