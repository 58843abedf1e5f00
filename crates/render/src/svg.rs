//! Charts as SVG: starts a week by side, with every change and its interval.
//!
//! One drawing serves the terminal's `--svg`, the page and the printed sheet: presentation attributes make it whole
//! by itself, classes and CSS variables let a page theme it, and it follows dark mode where it stands alone. Nothing
//! is told by colour alone: each side has its own panel and name, an interval its hatching, a change its line and
//! words. It writes no scripts, no words of its own, and names no other file.

use std::fmt::Write as _;
use views::reading::{Chart, Mark, Panel};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 404.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const PANEL: f64 = 108.0;
/// Where the panels stand, by the height of their floor.
const FLOORS: [f64; 2] = [188.0, 350.0];
pub(crate) const FONT: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";

/// The colours of a page that has none of its own, by light and by night. Contrast with the ground is 4.5 or more
/// for words, 3 or more for shapes.
pub(crate) const STYLE: &str = "\
.hl-chart{--hl-ground:#fbfaf7;--hl-ink:#2b2a33;--hl-quiet:#5f5d6b;--hl-line:#c9c5bb;--hl-partner:#3f6d8e;--hl-me:#9a6a2f;--hl-mark:#6b4a7d}\
@media (prefers-color-scheme:dark){.hl-chart{--hl-ground:#16171d;--hl-ink:#e9e6df;--hl-quiet:#a9a6b3;--hl-line:#3d3e49;--hl-partner:#86b7da;--hl-me:#d9ab6c;--hl-mark:#c5a3dc}}\
.hl-ground{fill:var(--hl-ground)}.hl-ink{fill:var(--hl-ink)}.hl-quiet{fill:var(--hl-quiet)}.hl-line{stroke:var(--hl-line)}\
.hl-partner{fill:var(--hl-partner)}.hl-me{fill:var(--hl-me)}.hl-mark{stroke:var(--hl-mark)}.hl-mark-words{fill:var(--hl-mark)}";

/// Draws the starts a week.
#[must_use]
pub fn starts(chart: &Chart) -> String {
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hl-chart\" role=\"img\" aria-labelledby=\"hl-title hl-desc\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{FONT}\">\
         <title id=\"hl-title\">{}</title><desc id=\"hl-desc\">{}</desc><style>{STYLE}</style>\
         <defs><pattern id=\"hl-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path d=\"M0 0V6\" class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.2\" stroke-opacity=\".45\"/></pattern></defs>\
         <rect class=\"hl-ground\" fill=\"#fbfaf7\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"8\"/>",
        escaped(&chart.title),
        escaped(&chart.description),
    );
    words(&mut svg, (LEFT, 30.0), "hl-ink", "start", 16, &chart.title);
    for (panel, (floor, class)) in chart.panels.iter().zip(FLOORS.into_iter().zip(["hl-partner", "hl-me"])) {
        self::panel(&mut svg, chart, panel, floor, class);
    }
    months(&mut svg, chart);
    words(&mut svg, (LEFT, HEIGHT - 12.0), "hl-quiet", "start", 12, &chart.foot);
    svg.push_str("</svg>\n");
    svg
}

/// The distance from one week to the next.
fn step(chart: &Chart) -> f64 {
    (WIDTH - LEFT - RIGHT) / number(chart.weeks.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "weeks of a life stay far below 2^52")]
fn number(count: usize) -> f64 {
    count as f64
}

fn panel(svg: &mut String, chart: &Chart, panel: &Panel, floor: f64, class: &str) {
    let step = step(chart);
    let top = floor - PANEL;
    words(svg, (LEFT, top - 8.0), "hl-ink", "start", 13, &panel.name);
    for mark in &panel.marks {
        interval(svg, mark, step, floor);
    }
    let _ = write!(
        svg,
        "<path class=\"hl-line\" stroke=\"#c9c5bb\" d=\"M{LEFT} {floor}H{:.1}M{LEFT} {top}H{:.1}\"/>",
        WIDTH - RIGHT,
        WIDTH - RIGHT
    );
    words(svg, (LEFT - 6.0, top + 4.0), "hl-quiet", "end", 11, &chart.most.to_string());
    words(svg, (LEFT - 6.0, floor + 4.0), "hl-quiet", "end", 11, "0");
    let fill = if class == "hl-me" { "#9a6a2f" } else { "#3f6d8e" };
    let bar = (step * 0.78).max(0.6);
    let mut shape = String::new();
    for (week, starts) in panel.starts.iter().enumerate() {
        let Some(starts) = starts.filter(|&starts| starts > 0) else { continue };
        let height = PANEL * f64::from(starts) / f64::from(chart.most.max(1));
        let x = LEFT + step * number(week) + (step - bar) / 2.0;
        let _ = write!(shape, "M{x:.1} {floor}v-{height:.1}h{bar:.1}V{floor}z");
    }
    let _ = write!(svg, "<path class=\"{class}\" fill=\"{fill}\" d=\"{shape}\"/>");
    gaps(svg, panel, step, floor);
    for mark in &panel.marks {
        change(svg, mark, step, floor);
    }
}

/// Weeks of which nothing is known, as a dashed line where the bars would stand.
fn gaps(svg: &mut String, panel: &Panel, step: f64, floor: f64) {
    for (week, _) in panel.starts.iter().enumerate().filter(|(_, starts)| starts.is_none()) {
        let x = LEFT + step * number(week);
        let _ = write!(
            svg,
            "<path class=\"hl-line\" stroke=\"#c9c5bb\" stroke-dasharray=\"2 2\" d=\"M{x:.1} {:.1}h{step:.1}\"/>",
            floor - 6.0
        );
    }
}

/// Where a change may have been.
fn interval(svg: &mut String, mark: &Mark, step: f64, floor: f64) {
    let from = LEFT + step * number(mark.earliest);
    let wide = step * number(mark.latest + 1 - mark.earliest);
    let _ = write!(
        svg,
        "<rect x=\"{from:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{PANEL}\" fill=\"url(#hl-hatch)\"/>",
        floor - PANEL
    );
}

/// A change: a line with its words beside it.
fn change(svg: &mut String, mark: &Mark, step: f64, floor: f64) {
    let x = LEFT + step * number(mark.at);
    let top = floor - PANEL;
    let _ = write!(
        svg,
        "<path class=\"hl-mark\" stroke=\"#6b4a7d\" stroke-width=\"1.6\" stroke-dasharray=\"5 3\" d=\"M{x:.1} {:.1}V{floor}\"/>",
        top - 4.0
    );
    let (at, anchor) = if x > WIDTH / 2.0 { (x - 5.0, "end") } else { (x + 5.0, "start") };
    words(svg, (at, top - 8.0), "hl-mark-words", anchor, 12, &mark.label);
}

/// The months along the foot, as many as fit without touching.
fn months(svg: &mut String, chart: &Chart) {
    let step = step(chart);
    let mut free = 0.0;
    for (week, name) in &chart.months {
        let x = LEFT + step * number(*week);
        let wide = 7.0 * number(name.chars().count()) + 8.0;
        if x < free || x + wide > WIDTH {
            continue;
        }
        for floor in FLOORS {
            let _ = write!(svg, "<path class=\"hl-line\" stroke=\"#c9c5bb\" d=\"M{x:.1} {floor}v4\"/>");
            words(svg, (x, floor + 16.0), "hl-quiet", "start", 11, name);
        }
        free = x + wide;
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

/// Text that can stand between tags; signs that XML forbids are left out.
pub(crate) fn escaped(text: &str) -> String {
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

    fn chart() -> Chart {
        let panel = |name: &str, marks| Panel {
            name: name.to_owned(),
            starts: (0..40).map(|week| (week != 7).then_some(if week < 20 { 6 } else { 2 })).collect(),
            marks,
        };
        let mark = Mark { at: 20, earliest: 18, latest: 22, label: "from 6 to 2 a week".to_owned() };
        Chart {
            title: "Conversations begun, week by week: <Mia> & you".to_owned(),
            description: "Mia began fewer.".to_owned(),
            weeks: (0..40).map(|week| week.to_string()).collect(),
            months: vec![(0, "Jan 2025".to_owned()), (5, "Feb".to_owned())],
            panels: [panel("<Mia>", vec![mark]), panel("You", Vec::new())],
            most: 6,
            foot: "Counts <contacts>.".to_owned(),
        }
    }

    #[test]
    fn the_chart_tells_itself_in_words() {
        let svg = starts(&chart());
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
    fn names_cannot_become_tags() {
        let svg = starts(&chart());
        assert!(svg.contains("&lt;Mia&gt; &amp; you"), "{svg}");
        assert!(!svg.contains("<Mia>"), "{svg}");
    }

    #[test]
    fn it_names_nothing_outside_itself() {
        let svg = starts(&chart()).replace("http://www.w3.org/2000/svg", "");
        for outside in ["http", "<script", "<image", "@import", "href"] {
            assert!(!svg.contains(outside), "{outside} in {svg}");
        }
    }

    #[test]
    fn an_empty_reading_draws_without_dividing_by_nothing() {
        let mut chart = chart();
        chart.weeks.clear();
        chart.months.clear();
        chart.most = 0;
        for panel in &mut chart.panels {
            panel.starts.clear();
            panel.marks.clear();
        }
        assert!(!starts(&chart).contains("NaN"));
    }
}
