//! The map as a drawing: the road, its fork, the way back, the skills, and where a person placed themselves.
//!
//! It is as wide as a small phone and its letters stay readable there. What is marked is told by shape and words, never by
//! colour alone; the whole of it stands in words in its description. Attributes make it whole by itself, classes let a page
//! theme it. It writes no words of its own and names no other file.

use std::fmt::Write as _;

use views::guide::{Map, Place, Step};

use crate::svg::{FONT, STYLE, Stand, escaped};

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 818.0;
/// The words' right edge.
const EDGE: f64 = 348.0;
/// How wide a letter of small words is, roughly, to break their lines.
const LETTER: f64 = 6.5;
const LINE: f64 = 15.0;
/// Where the places stand, in the order of the stages.
const PLACES: [Spot; 6] = [
    Spot { x: 64.0, y: 96.0, words: (116.0, 92.0) },
    Spot { x: 64.0, y: 184.0, words: (92.0, 180.0) },
    Spot { x: 64.0, y: 266.0, words: (92.0, 262.0) },
    Spot { x: 40.0, y: 372.0, words: (16.0, 402.0) },
    Spot { x: 164.0, y: 372.0, words: (188.0, 368.0) },
    Spot { x: 164.0, y: 700.0, words: (188.0, 696.0) },
];
/// Where the skills begin, and how far apart they stand.
const SKILLS_FROM: f64 = 446.0;
const SKILLS_APART: f64 = 33.0;

/// A place on the sheet, and where its words begin.
#[derive(Clone, Copy, Debug)]
struct Spot {
    x: f64,
    y: f64,
    words: (f64, f64),
}

/// Draws the map: with its colours where it stands alone, themed by the page where it stands in one.
#[must_use]
pub fn map(map: &Map, stand: Stand<'_>) -> String {
    let mut svg = String::new();
    let style = if stand == Stand::Alone { format!("<style>{STYLE}</style>") } else { String::new() };
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hl-chart hl-map\" role=\"img\" \
         aria-labelledby=\"hl-map-title hl-map-desc\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         font-family=\"{FONT}\"><title id=\"hl-map-title\">{}</title><desc id=\"hl-map-desc\">{}</desc>{style}\
         <rect class=\"hl-ground\" fill=\"#fbfaf7\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"8\"/>",
        escaped(&map.title),
        escaped(&map.description),
    );
    let title = Text { size: 16, bold: true, ..Text::INK };
    let lines = write_words(&mut svg, (16.0, 30.0), EDGE, title, &map.title);
    debug_assert!(lines <= 2, "the title has room for two lines");
    road(&mut svg);
    way_back(&mut svg);
    for (place, spot) in map.places.iter().zip(PLACES) {
        self::place(&mut svg, map, place, spot);
    }
    for (at, step) in map.skills.iter().enumerate() {
        skill(&mut svg, map, step, SKILLS_FROM + SKILLS_APART * f64::from(u32::try_from(at).unwrap_or(0)));
    }
    write_words(&mut svg, (16.0, HEIGHT - 28.0), EDGE, Text::QUIET, &map.foot);
    svg.push_str("</svg>\n");
    svg
}

/// The road: two beginnings that meet, the fork, and the stairs of the skills.
fn road(svg: &mut String) {
    let [brings, love, struggle, parting, learning, lasting] = PLACES;
    let (left, right) = (brings.x - 26.0, brings.x + 26.0);
    let fork = struggle.y + 46.0;
    let _ = write!(
        svg,
        "<path class=\"hl-line\" stroke=\"#c9c5bb\" stroke-width=\"5\" stroke-linecap=\"round\" fill=\"none\" d=\"\
         M{left} {y}C{left} {mid} {x} {mid} {x} {to}M{right} {y}C{right} {mid} {x} {mid} {x} {to}\
         V{zig}l-9 8 18 10 -18 10 18 10 -9 8V{fork}\
         M{x} {fork}C{x} {near} {px} {near} {px} {py}\
         M{x} {fork}C{x} {near} {lx} {near} {lx} {py}V{end}\"/>",
        y = brings.y,
        mid = brings.y + 40.0,
        x = love.x,
        to = love.y - 20.0,
        zig = love.y + 20.0,
        near = fork + 34.0,
        px = parting.x,
        py = parting.y,
        lx = learning.x,
        end = lasting.y,
    );
}

/// The dashed line from parting back to romantic love, with its head.
fn way_back(svg: &mut String) {
    let [_, love, _, parting, ..] = PLACES;
    let _ = write!(
        svg,
        "<path class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.8\" stroke-dasharray=\"5 4\" fill=\"none\" \
         d=\"M{x} {from}C8 {from} 8 {to} {at} {to}\"/>\
         <path class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.8\" fill=\"none\" d=\"M{} {}L{at} {to} {} {}\"/>",
        love.x - 25.0,
        love.y - 6.0,
        love.x - 25.0,
        love.y + 6.0,
        x = parting.x - 12.0,
        from = parting.y - 6.0,
        to = love.y,
        at = love.x - 16.0,
    );
}

fn place(svg: &mut String, map: &Map, place: &Place, spot: Spot) {
    let two_beginnings = place.stage == method::event::Stage::Brings;
    let circles: &[f64] = if two_beginnings { &[-26.0, 26.0] } else { &[0.0] };
    for aside in circles {
        let x = spot.x + aside;
        if place.here {
            let _ = write!(
                svg,
                "<circle class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"2.5\" fill=\"none\" cx=\"{x}\" cy=\"{}\" r=\"15\"/>",
                spot.y
            );
        }
        let _ = write!(
            svg,
            "<circle class=\"hl-partner\" fill=\"#3f6d8e\" cx=\"{x}\" cy=\"{}\" r=\"9\"/>",
            spot.y
        );
    }
    let (x, mut y) = spot.words;
    // Parting stands beside the road on; its words keep to its side.
    let beside = place.stage == method::event::Stage::Parting;
    let edge = if beside { PLACES[4].x - 14.0 } else { EDGE };
    y += LINE * f64::from(write_words(svg, (x, y), edge, Text::NAME, &place.name));
    if place.here {
        y += LINE * f64::from(write_words(svg, (x, y), edge, Text::MARK, &map.here));
    }
    let more = if beside { format!("{} {}", place.more, map.again) } else { place.more.clone() };
    write_words(svg, (x, y), edge, Text::QUIET, &more);
}

fn skill(svg: &mut String, map: &Map, step: &Step, y: f64) {
    let x = PLACES[4].x;
    let size = if step.next { 9.0 } else { 6.0 };
    let _ = write!(
        svg,
        "<path class=\"hl-me\" fill=\"#9a6a2f\" d=\"M{x} {}L{} {y} {x} {} {} {y}z\"/>",
        y - size,
        x + size,
        y + size,
        x - size,
    );
    let (at, name) = ((PLACES[4].words.0, y + 4.0), Text { bold: step.next, ..Text::STEP });
    write_words(svg, at, EDGE, name, &step.name);
    if step.next {
        write_words(svg, (at.0, at.1 + 14.0), EDGE, Text { size: 12, ..Text::MARK }, &map.next);
    }
}

/// How words look.
#[derive(Clone, Copy, Debug)]
struct Text {
    class: &'static str,
    fill: &'static str,
    size: u32,
    bold: bool,
}

impl Text {
    const INK: Self = Self { class: "hl-ink", fill: "#2b2a33", size: 13, bold: false };
    const NAME: Self = Self { size: 14, bold: true, ..Self::INK };
    const STEP: Self = Self { size: 14, ..Self::INK };
    const QUIET: Self = Self { class: "hl-quiet", fill: "#5f5d6b", size: 12, bold: false };
    const MARK: Self = Self { class: "hl-mark-words", fill: "#6b4a7d", size: 13, bold: true };
}

/// Writes words from a point, broken before the edge; says in how many lines.
fn write_words(svg: &mut String, (x, y): (f64, f64), edge: f64, text: Text, words: &str) -> u32 {
    let letter = LETTER * f64::from(text.size) / 12.0 * if text.bold { 1.1 } else { 1.0 };
    let lines = broken(words, (edge - x) / letter);
    let weight = if text.bold { " font-weight=\"600\"" } else { "" };
    let mut at = y;
    for line in &lines {
        let _ = write!(
            svg,
            "<text class=\"{}\" fill=\"{}\" x=\"{x}\" y=\"{at:.1}\" font-size=\"{}\"{weight}>{}</text>",
            text.class,
            text.fill,
            text.size,
            escaped(line)
        );
        at += LINE;
    }
    u32::try_from(lines.len()).unwrap_or_default()
}

/// Words in lines of about `most` letters; a longer word stays whole.
fn broken(words: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let wide = |line: &str| f64::from(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        match lines.last_mut() {
            Some(line) if wide(line) + 1.0 + wide(word) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::event::{Skill, Stage};
    use method::map::OnTheMap;
    use views::Words;

    fn drawn(stage: Option<Stage>, next: Option<Skill>) -> String {
        map(&views::guide::map(&Words::english(), Some(OnTheMap { stage, next })), Stand::Alone)
    }

    #[test]
    fn the_map_tells_itself_in_words() {
        let svg = drawn(Some(Stage::Learning), Some(Skill::Safety));
        for words in [
            "<title id=\"hl-map-title\">",
            "<desc id=\"hl-map-desc\">A road in six places.",
            ">Romantic love</text>",
            ">A love that lasts</text>",
            ">You are here</text>",
            ">Next to learn</text>",
            "prefers-color-scheme:dark",
        ] {
            assert!(svg.contains(words), "{words} in {svg}");
        }
    }

    #[test]
    fn wherever_a_person_is_that_place_and_only_that_is_marked() {
        assert!(!drawn(None, None).contains("You are here"));
        for &stage in Stage::ALL {
            let svg = drawn(Some(stage), None);
            assert_eq!(svg.matches(">You are here</text>").count(), 1, "{stage:?}");
            let rings = if stage == Stage::Brings { 2 } else { 1 };
            assert_eq!(svg.matches("r=\"15\"").count(), rings, "{stage:?}");
        }
        for &skill in Skill::ALL {
            assert_eq!(drawn(None, Some(skill)).matches(">Next to learn</text>").count(), 1, "{skill:?}");
        }
    }

    #[test]
    fn it_names_nothing_outside_itself() {
        let svg = drawn(None, None).replace("http://www.w3.org/2000/svg", "");
        for outside in ["http", "<script", "<image", "@import", "href"] {
            assert!(!svg.contains(outside), "{outside} in {svg}");
        }
    }

    #[test]
    fn words_stay_on_the_sheet() {
        for line in broken("What each of the two brings along the road", 12.0) {
            assert!(line.chars().count() <= 12, "{line}");
        }
        assert_eq!(broken("Zusammengehörigkeit", 5.0), ["Zusammengehörigkeit"]);
    }
}
