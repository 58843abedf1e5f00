//! Charts as SVG: starts a week by side, with every change and its interval.
//!
//! One drawing serves the terminal's `--svg`, the page and the printed sheet: presentation attributes make it whole
//! by itself, classes and CSS variables let a page theme it, and it follows dark mode where it stands alone. Nothing
//! is told by colour alone: each side has its own panel and name, an interval its hatching, a change its line and
//! words. It writes no scripts, no words of its own, and names no other file.

use std::fmt::Write as _;

use views::figure::{Band, Figure, Mark, Voice};

pub(crate) const FONT: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";

/// The colours of a drawing that stands alone, by light and by night. Contrast with the ground is 4.5 or more for
/// words, 3 or more for shapes.
pub(crate) const STYLE: &str = "\
.hl-chart{--hl-ground:#fbfaf7;--hl-ink:#2b2a33;--hl-quiet:#5f5d6b;--hl-line:#c9c5bb;--hl-partner:#3f6d8e;--hl-me:#9a6a2f;--hl-mark:#6b4a7d}\
@media (prefers-color-scheme:dark){.hl-chart{--hl-ground:#16171d;--hl-ink:#e9e6df;--hl-quiet:#a9a6b3;--hl-line:#3d3e49;--hl-partner:#86b7da;--hl-me:#d9ab6c;--hl-mark:#c5a3dc}}\
.hl-ground{fill:var(--hl-ground)}.hl-ink{fill:var(--hl-ink)}.hl-quiet{fill:var(--hl-quiet)}.hl-line{stroke:var(--hl-line)}\
.hl-partner{fill:var(--hl-partner)}.hl-me{fill:var(--hl-me)}.hl-mark{stroke:var(--hl-mark)}.hl-mark-words{fill:var(--hl-mark)}";

/// How wide a letter of a change's words is, about, and how high a line of them.
const LETTER: f64 = 6.4;
const MARK_LINE: f64 = 14.0;
/// A column is no wider than this, however few there are.
const WIDEST_COLUMN: f64 = 26.0;

/// Where a drawing stands: what it brings along, and how wide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand<'a> {
    /// In a file of its own, with its colours.
    Alone,
    /// In a page that themes it; the name tells it from the page's other drawings.
    Page(&'a str),
    /// In a page, for a narrow screen.
    Narrow(&'a str),
}

/// The measures of a drawing, in its own units.
#[derive(Clone, Copy)]
struct Sheet {
    width: f64,
    left: f64,
    right: f64,
    /// How high a band is.
    band: f64,
    /// From the floor of one band to that of the next.
    apart: f64,
    /// The floor of the first band.
    first: f64,
    /// How far the name of a band, and the words of a change, stand above it.
    name: f64,
    mark: f64,
    /// The sizes of words: the title, names, and the small ones.
    sizes: [u32; 3],
}

const WIDE: Sheet = Sheet {
    width: 720.0,
    left: 44.0,
    right: 16.0,
    band: 108.0,
    apart: 162.0,
    first: 188.0,
    name: 8.0,
    mark: 8.0,
    sizes: [16, 13, 11],
};

/// In a page the title stands over the drawing and the foot under it, as the page's own words, which wrap.
const PAGE: Sheet = Sheet {
    width: 600.0,
    left: 40.0,
    right: 10.0,
    first: 164.0,
    apart: 176.0,
    name: 34.0,
    sizes: [0, 14, 12],
    ..WIDE
};

const NARROW: Sheet = Sheet {
    width: 336.0,
    left: 34.0,
    right: 8.0,
    band: 92.0,
    apart: 184.0,
    first: 166.0,
    name: 42.0,
    mark: 8.0,
    sizes: [0, 14, 12],
};

/// Draws a figure.
#[must_use]
pub fn draw(figure: &Figure, stand: Stand<'_>) -> String {
    let (sheet, id) = match stand {
        Stand::Alone => (WIDE, "hl".to_owned()),
        Stand::Page(name) => (PAGE, format!("hl-{name}")),
        Stand::Narrow(name) => (NARROW, format!("hl-{name}-narrow")),
    };
    let alone = stand == Stand::Alone;
    let under = if alone { 54.0 } else { 34.0 };
    let height = sheet.first + sheet.apart * number(figure.bands.len().saturating_sub(1)) + under;
    let (style, size) = match stand {
        Stand::Alone => {
            (format!("<style>{STYLE}</style>"), format!("width=\"{}\" height=\"{height}\" ", sheet.width))
        }
        _ => (String::new(), String::new()),
    };
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hl-chart\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         viewBox=\"0 0 {} {height}\" {size}font-family=\"{FONT}\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{style}\
         <defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path d=\"M0 0V6\" class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.2\" stroke-opacity=\".45\"/></pattern></defs>\
         <rect class=\"hl-ground\" fill=\"#fbfaf7\" width=\"{}\" height=\"{height}\" rx=\"8\"/>",
        sheet.width,
        escaped(&figure.title),
        escaped(&figure.description),
        sheet.width,
    );
    let pen = Pen { sheet, figure, id: &id, step: step(figure, sheet) };
    if alone {
        words(&mut svg, (sheet.left, 30.0), "hl-ink", "start", sheet.sizes[0], &figure.title);
    }
    for (place, band) in figure.bands.iter().enumerate() {
        pen.band(&mut svg, band, sheet.first + sheet.apart * number(place));
    }
    pen.months(&mut svg);
    if alone {
        words(&mut svg, (sheet.left, height - 12.0), "hl-quiet", "start", 12, &figure.foot);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The distance from one week to the next.
fn step(figure: &Figure, sheet: Sheet) -> f64 {
    (sheet.width - sheet.left - sheet.right) / number(figure.weeks.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "weeks of a life stay far below 2^52")]
fn number(count: usize) -> f64 {
    count as f64
}

/// What every stroke of a drawing needs.
struct Pen<'a> {
    sheet: Sheet,
    figure: &'a Figure,
    id: &'a str,
    step: f64,
}

impl Pen<'_> {
    /// Where a week begins.
    fn x(&self, week: usize) -> f64 {
        self.sheet.left + self.step * number(week)
    }

    fn band(&self, svg: &mut String, band: &Band, floor: f64) {
        let Sheet { left, right, width, name, sizes, .. } = self.sheet;
        let top = floor - self.sheet.band;
        words(svg, (left, top - name), "hl-ink", "start", sizes[1], &band.name);
        for mark in &band.marks {
            self.interval(svg, mark, floor);
        }
        let end = width - right;
        let _ = write!(
            svg,
            "<path class=\"hl-line\" stroke=\"#c9c5bb\" d=\"M{left} {floor}H{end:.1}M{left} {top}H{end:.1}\"/>"
        );
        words(svg, (left - 6.0, top + 4.0), "hl-quiet", "end", sizes[2], &self.figure.most_told);
        words(svg, (left - 6.0, floor + 4.0), "hl-quiet", "end", sizes[2], "0");
        let (class, fill) = match band.voice {
            Voice::Partner => ("hl-partner", "#3f6d8e"),
            Voice::Me => ("hl-me", "#9a6a2f"),
        };
        let bar = (self.step * 0.78).clamp(0.6, WIDEST_COLUMN);
        let most = if self.figure.most > 0.0 { self.figure.most } else { 1.0 };
        let mut shape = String::new();
        for (week, value) in band.values.iter().enumerate() {
            let Some(value) = value.filter(|&value| value > 0.0) else { continue };
            let height = self.sheet.band * value / most;
            let x = self.x(week) + (self.step - bar) / 2.0;
            let _ = write!(shape, "M{x:.1} {floor}v-{height:.1}h{bar:.1}V{floor}z");
        }
        let _ = write!(svg, "<path class=\"{class}\" fill=\"{fill}\" d=\"{shape}\"/>");
        self.gaps(svg, band, floor);
        let mut written = Vec::new();
        for mark in &band.marks {
            self.change(svg, mark, floor, &mut written);
        }
    }

    /// Weeks of which nothing is known, as a dashed line where the columns would stand.
    fn gaps(&self, svg: &mut String, band: &Band, floor: f64) {
        for (week, _) in band.values.iter().enumerate().filter(|(_, value)| value.is_none()) {
            let _ = write!(
                svg,
                "<path class=\"hl-line\" stroke=\"#c9c5bb\" stroke-dasharray=\"2 2\" d=\"M{:.1} {:.1}h{:.1}\"/>",
                self.x(week),
                floor - 6.0,
                self.step
            );
        }
    }

    /// Where a change may have been.
    fn interval(&self, svg: &mut String, mark: &Mark, floor: f64) {
        let from = self.x(mark.earliest);
        let wide = self.step * number(mark.latest + 1 - mark.earliest);
        let _ = write!(
            svg,
            "<rect x=\"{from:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{}\" fill=\"url(#{}-hatch)\"/>",
            floor - self.sheet.band,
            self.sheet.band,
            self.id
        );
    }

    /// A change: a line with its words beside it, a line higher where others stand in their way.
    fn change(&self, svg: &mut String, mark: &Mark, floor: f64, written: &mut Vec<(f64, f64, f64)>) {
        let x = self.x(mark.at);
        let top = floor - self.sheet.band;
        let _ = write!(
            svg,
            "<path class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.6\" stroke-dasharray=\"5 3\" d=\"M{x:.1} {:.1}V{floor}\"/>",
            top - 4.0
        );
        let wide = LETTER * number(mark.label.chars().count());
        let left_of_it = x > self.sheet.width / 2.0;
        let (at, anchor) = if left_of_it { (x - 5.0, "end") } else { (x + 5.0, "start") };
        let (from, to) = if left_of_it { (at - wide, at) } else { (at, at + wide) };
        let mut lift = self.sheet.mark;
        while written
            .iter()
            .any(|&(start, end, height)| from < end && start < to && (height - lift).abs() < 1.0)
        {
            lift += MARK_LINE;
        }
        written.push((from, to, lift));
        words(svg, (at, top - lift), "hl-mark-words", anchor, 12, &mark.label);
    }

    /// The months along the foot, as many as fit without touching.
    fn months(&self, svg: &mut String) {
        let Sheet { width, sizes, first, apart, .. } = self.sheet;
        let mut free = 0.0;
        for (week, name) in &self.figure.months {
            let x = self.x(*week);
            let wide = 7.0 * number(name.chars().count()) + 8.0;
            if x < free || x + wide > width {
                continue;
            }
            for place in 0..self.figure.bands.len() {
                let floor = first + apart * number(place);
                let _ = write!(svg, "<path class=\"hl-line\" stroke=\"#c9c5bb\" d=\"M{x:.1} {floor}v4\"/>");
                words(svg, (x, floor + 16.0), "hl-quiet", "start", sizes[2], name);
            }
            free = x + wide;
        }
    }
}

fn words(svg: &mut String, (x, y): (f64, f64), class: &str, anchor: &str, size: u32, text: &str) {
    let fill = match class {
        "hl-quiet" => "#5f5d6b",
        "hl-mark-words" => "#6b4a7d",
        _ => "#2b2a33",
    };
    let _ = write!(
        svg,
        "<text class=\"{class}\" fill=\"{fill}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>",
        escaped(text)
    );
}

/// Text that can stand between tags, or between quotation marks; signs that XML forbids are left out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => safe.push(sign),
            _ => {}
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> Figure {
        let panel = |name: &str, voice, marks| Band {
            name: name.to_owned(),
            voice,
            values: (0..40).map(|week| (week != 7).then_some(if week < 20 { 6.0 } else { 2.0 })).collect(),
            marks,
        };
        let mark = Mark { at: 20, earliest: 18, latest: 22, label: "from 6 to 2 a week".to_owned() };
        Figure {
            title: "Conversations begun, week by week: <Mia> & you".to_owned(),
            description: "Mia began fewer.".to_owned(),
            weeks: (0..40).map(|week| week.to_string()).collect(),
            months: vec![(0, "Jan 2025".to_owned()), (5, "Feb".to_owned())],
            bands: vec![panel("<Mia>", Voice::Partner, vec![mark]), panel("You", Voice::Me, Vec::new())],
            most: 6.0,
            most_told: "6".to_owned(),
            week: "Week of".to_owned(),
            foot: "Counts <contacts>.".to_owned(),
        }
    }

    #[test]
    fn the_chart_tells_itself_in_words() {
        let svg = draw(&chart(), Stand::Alone);
        for words in [
            "<title id=",
            "<desc id=",
            "Mia began fewer.",
            "from 6 to 2 a week",
            ">You</text>",
            ">Counts &lt;contacts&gt;.</text>",
            "prefers-color-scheme:dark",
        ] {
            assert!(svg.contains(words), "{words} in {svg}");
        }
    }

    #[test]
    fn on_a_page_it_brings_no_style_and_no_id_twice() {
        let page = draw(&chart(), Stand::Page("starts")) + &draw(&chart(), Stand::Narrow("starts"));
        assert!(!page.contains("<style") && !page.contains("style="), "{page}");
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let many = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((ids.len(), many), (6, 6), "{ids:?}");
    }

    #[test]
    fn names_cannot_become_tags() {
        let svg = draw(&chart(), Stand::Alone);
        assert!(svg.contains("&lt;Mia&gt; &amp; you"), "{svg}");
        assert!(!svg.contains("<Mia>"), "{svg}");
    }

    #[test]
    fn it_names_nothing_outside_itself() {
        let svg = draw(&chart(), Stand::Alone).replace("http://www.w3.org/2000/svg", "");
        for outside in ["http", "<script", "<image", "@import", "href"] {
            assert!(!svg.contains(outside), "{outside} in {svg}");
        }
    }

    #[test]
    fn an_empty_reading_draws_without_dividing_by_nothing() {
        let mut chart = chart();
        chart.weeks.clear();
        chart.months.clear();
        chart.most = 0.0;
        for panel in &mut chart.bands {
            panel.values.clear();
            panel.marks.clear();
        }
        assert!(!draw(&chart, Stand::Alone).contains("NaN"));
    }
}
