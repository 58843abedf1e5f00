//! Blocks of the guide → HTML. Every word is escaped; links lead to the app's own pages, or out of it by the person's own
//! tap and with nothing told on the way.

use std::fmt::Write as _;

use guide::{Block, Inline, Note, Target};
use render::svg::escaped;
use views::Words;

/// A page's blocks as HTML.
pub(crate) fn html(words: &Words, blocks: &[Block]) -> String {
    let mut html = String::new();
    for block in blocks {
        write_block(&mut html, words, block);
    }
    html
}

fn write_block(html: &mut String, words: &Words, block: &Block) {
    match block {
        Block::Heading { level, anchor, words } => {
            let _ = write!(html, "<h{level} id=\"{}\">{}</h{level}>", escaped(anchor), inline(words));
        }
        Block::Paragraph(words) => {
            let _ = write!(html, "<p>{}</p>", inline(words));
        }
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let _ = write!(html, "<{tag}>");
            for item in items {
                let _ = write!(html, "<li>{}</li>", item_html(words, item));
            }
            let _ = write!(html, "</{tag}>");
        }
        Block::Table { head, rows } => table(html, head, rows),
        Block::Note { kind, blocks } => {
            let class = match kind {
                Note::Remark => "remark",
                Note::Say => "fits",
                Note::RatherNot => "rather-not",
                Note::Safety => "first",
            };
            let name = escaped(&views::guide::note_name(words, *kind));
            let _ = write!(html, "<aside class=\"note {class}\"><p class=\"kind\">{name}</p>");
            for block in blocks {
                write_block(html, words, block);
            }
            html.push_str("</aside>");
        }
    }
}

/// An item of one paragraph needs no paragraph around it.
fn item_html(words: &Words, item: &[Block]) -> String {
    match item {
        [Block::Paragraph(words)] => inline(words),
        blocks => html(words, blocks),
    }
}

fn table(html: &mut String, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
    html.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\"><table><thead><tr>");
    for cell in head {
        let _ = write!(html, "<th scope=\"col\">{}</th>", inline(cell));
    }
    html.push_str("</tr></thead><tbody>");
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            let _ = write!(html, "<td>{}</td>", inline(cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></div>");
}

fn inline(words: &[Inline]) -> String {
    words.iter().fold(String::new(), |html, word| {
        html + &match word {
            Inline::Text(text) => escaped(text),
            Inline::Emphasis(within) => format!("<em>{}</em>", inline(within)),
            Inline::Strong(within) => format!("<strong>{}</strong>", inline(within)),
            Inline::Link { to, words } => format!("<a {}>{}</a>", target(to), inline(words)),
        }
    })
}

fn target(to: &Target) -> String {
    match to {
        Target::Page(name) => format!("href=\"/guide/{}\"", escaped(name)),
        Target::Clause(id) => format!("href=\"/why/{}\"", id.as_str()),
        Target::Help => "href=\"/help\"".to_owned(),
        Target::Outside(address) => {
            format!("href=\"{}\" rel=\"noreferrer noopener external\"", escaped(address))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_tags_and_addresses_cannot_leave_their_marks() {
        let link = Inline::Link {
            to: Target::Outside("https://a.example/\"><script>".into()),
            words: vec![Inline::Text("<b>".into())],
        };
        let html = html(&Words::english(), &[Block::Paragraph(vec![link])]);
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        assert!(html.starts_with("<p><a href=\"https://a.example/&quot;&gt;&lt;script&gt;\""), "{html}");
    }

    #[test]
    fn every_page_of_the_guide_has_its_html() {
        for page in guide::Guide::english().pages() {
            let html = html(&Words::english(), &page.blocks);
            assert!(html.len() > 500 && !html.contains("<h1"), "{}", page.name);
        }
    }
}
