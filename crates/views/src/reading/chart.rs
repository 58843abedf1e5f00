//! Starts a week, by side, with every change and its interval: as figures for a drawing, and drawn with blocks.

use super::words::{count, counted, figure, monday, week_of};
use crate::Words;
use crate::advice;
use crate::figure::{Band, Figure, Mark, Voice};
use fluent_bundle::FluentValue;
use history::{Measure, Reading, Side};
use jiff::civil::Date;
use std::fmt::Write as _;

/// What a chart of starts a week shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it is, in one line.
    pub title: String,
    /// What it shows, for whoever does not see it.
    pub description: String,
    /// The partner's panel and one's own.
    pub panels: [Panel; 2],
    /// The Monday of each week, as `6 January 2025`.
    pub weeks: Vec<String>,
    /// Where a month begins, by place of its first week, with its short name; January carries its year.
    pub months: Vec<(usize, String)>,
    /// The most starts in any week.
    pub most: u32,
    /// What to bear in mind, in a few words at its foot.
    pub foot: String,
}

/// One side.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Who.
    pub name: String,
    /// Starts by week; `None` where nothing is known.
    pub starts: Vec<Option<u32>>,
    /// The changes.
    pub marks: Vec<Mark>,
}

/// The chart of `reading`.
#[must_use]
pub fn chart(words: &Words, reading: &Reading) -> Chart {
    let panels = [
        panel(words, reading, Side::Partner, reading.partner.clone()),
        panel(words, reading, Side::Me, words.say("chart-you")),
    ];
    let most = panels.iter().flat_map(|panel| &panel.starts).flatten().copied().max().unwrap_or(0);
    let weeks: Vec<String> = reading.weeks.iter().map(|week| week_of(words, &week.week)).collect();
    Chart {
        title: words.say_with("chart-title", &[("partner", reading.partner.as_str().into())]),
        description: description(words, &panels, &weeks, reading),
        months: months(words, reading),
        panels,
        weeks,
        most,
        foot: words.say("chart-foot"),
    }
}

/// The chart of a reading as a figure to draw.
#[must_use]
pub fn figure_of(words: &Words, reading: &Reading) -> Figure {
    let chart = chart(words, reading);
    let band = |panel: &Panel, voice| Band {
        name: advice::capitalised(&panel.name),
        voice,
        values: panel.starts.iter().map(|starts| starts.map(f64::from)).collect(),
        marks: panel.marks.clone(),
    };
    let [partner, me] = &chart.panels;
    Figure {
        title: chart.title.clone(),
        description: chart.description.clone(),
        bands: vec![band(partner, Voice::Partner), band(me, Voice::Me)],
        weeks: chart.weeks.clone(),
        months: chart.months.clone(),
        most: f64::from(chart.most),
        most_told: chart.most.to_string(),
        foot: chart.foot.clone(),
        week: words.say("figure-week"),
    }
}

fn panel(words: &Words, reading: &Reading, side: Side, name: String) -> Panel {
    let place = |week: &str| reading.weeks.iter().position(|row| row.week == week).unwrap_or_default();
    let starts =
        reading.weeks.iter().map(|week| (!week.gap).then(|| week.count(side, Measure::Starts))).collect();
    let marks = reading
        .changes
        .iter()
        .filter(|shift| shift.side == side && shift.measure == Measure::Starts)
        .map(|shift| Mark {
            at: place(&shift.week),
            earliest: place(&shift.earliest),
            latest: place(&shift.latest),
            label: words.say_with(
                "chart-from-to",
                &[
                    ("before", figure(words, shift.before_per_week).into()),
                    ("after", figure(words, shift.after_per_week).into()),
                ],
            ),
        })
        .collect();
    Panel { name, starts, marks }
}

/// The chart for whoever does not see it: each side's starts, then its changes.
fn description(words: &Words, [partner, me]: &[Panel; 2], weeks: &[String], reading: &Reading) -> String {
    let mut told = Vec::new();
    for (panel, id) in [(partner, "chart-they-began"), (me, "chart-you-began")] {
        let known: Vec<u64> = panel.starts.iter().flatten().copied().map(u64::from).collect();
        let total: u64 = known.iter().sum();
        let fill: [(&str, FluentValue<'_>); 4] = [
            ("partner", reading.partner.as_str().into()),
            ("weeks-n", known.len().into()),
            ("weeks", count(known.len() as u64).into()),
            ("mean", figure(words, mean(&known)).into()),
        ];
        told.push(counted(words, id, total, &fill));
        let week = |place: usize| FluentValue::from(weeks.get(place).map_or("", String::as_str));
        told.extend(panel.marks.iter().map(|mark| {
            let fill: [(&str, FluentValue<'_>); 4] = [
                ("week", week(mark.at)),
                ("earliest", week(mark.earliest)),
                ("latest", week(mark.latest)),
                ("change", mark.label.as_str().into()),
            ];
            words.say_with("chart-change", &fill)
        }));
    }
    told.push(words.say("chart-not-feelings"));
    told.join(" ")
}

/// The mean of some weeks; zero of none.
fn mean(weeks: &[u64]) -> f64 {
    let few = |number: u64| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    few(weeks.iter().sum()) / few(weeks.len().max(1) as u64)
}

/// Where each month's first Monday lies.
pub(crate) fn months(words: &Words, reading: &Reading) -> Vec<(usize, String)> {
    let mondays: Vec<Date> = reading.weeks.iter().filter_map(|week| monday(&week.week)).collect();
    crate::days::months(words, &mondays)
}

/// The eighths that a column is built of.
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// How many rows a panel has.
const ROWS: u32 = 3;

/// The chart in blocks, for a page of `width` columns.
pub(super) fn drawn(words: &Words, chart: &Chart, width: usize) -> String {
    let longest = chart.panels.iter().map(|panel| panel.name.chars().count()).max().unwrap_or(0).min(16);
    let margin = longest + 8;
    let room = width.saturating_sub(margin + 1).max(20);
    let weeks = chart.weeks.len();
    // Where there are more weeks than columns, a column is the mean of several.
    let per_column = weeks.div_ceil(room).max(1);
    let mut page = String::new();
    let heading = if per_column == 1 {
        words.say("chart-column-a-week")
    } else {
        counted(words, "chart-column-of-weeks", per_column as u64, &[])
    };
    let _ = writeln!(page, "  {heading}\n");
    for panel in &chart.panels {
        panel_drawn(&mut page, panel, chart.most, (longest, per_column));
    }
    let mut axis: Vec<char> = vec![' '; weeks.div_ceil(per_column) + 10];
    let mut free = 0;
    for (place, name) in &chart.months {
        let column = place / per_column;
        let long = name.chars().count();
        if column >= free && column + long <= room {
            axis.splice(column..column + long, name.chars());
            free = column + long + 1;
        }
    }
    let axis: String = axis.into_iter().collect();
    let _ = writeln!(page, "{}{}", " ".repeat(margin), axis.trim_end());
    page
}

fn panel_drawn(page: &mut String, panel: &Panel, most: u32, (longest, per_column): (usize, usize)) {
    let columns: Vec<Option<f64>> = panel
        .starts
        .chunks(per_column)
        .map(|weeks| {
            let known: Vec<u32> = weeks.iter().flatten().copied().collect();
            let weeks = f64::from(u32::try_from(known.len()).unwrap_or(u32::MAX));
            (!known.is_empty()).then(|| f64::from(known.iter().sum::<u32>()) / weeks)
        })
        .collect();
    let name: String = panel.name.chars().take(longest).collect();
    for row in (0..ROWS).rev() {
        let label = if row == ROWS - 1 { most.to_string() } else { String::new() };
        let name = if row == ROWS - 1 { name.as_str() } else { "" };
        let _ = write!(page, "  {name:<longest$} {label:>3} │");
        let mut line = String::new();
        for column in &columns {
            line.push(block(*column, most, row));
        }
        let _ = writeln!(page, "{}", line.trim_end());
    }
    let mut under: Vec<char> = vec!['─'; columns.len()];
    for mark in &panel.marks {
        let last = columns.len().saturating_sub(1);
        let column = |week: usize| (week / per_column).min(last);
        under[column(mark.earliest)..=column(mark.latest)].fill('═');
        under[column(mark.at)] = '▲';
    }
    let under: String = under.into_iter().collect();
    let _ = writeln!(page, "  {:<longest$}   0 └{under}", "");
    for mark in &panel.marks {
        let column = mark.at / per_column;
        let label = &mark.label;
        let long = label.chars().count();
        // Centred under its place, as far as the panel allows.
        let before = (column + 1).saturating_sub(long / 2).min(columns.len().saturating_sub(long));
        let arrow = format!("{}{label}", " ".repeat(before));
        let _ = writeln!(page, "  {:<longest$}      {arrow}", "");
    }
    page.push('\n');
}

/// The block of a column in one row, counted from below.
fn block(value: Option<f64>, most: u32, row: u32) -> char {
    let Some(value) = value else { return if row == 0 { '?' } else { ' ' } };
    let eighths = value / f64::from(most.max(1)) * f64::from(ROWS * 8) - f64::from(row * 8);
    // A week with a start never looks like one without.
    let least = u8::from(row == 0 && value > 0.0);
    let filled = (least..=8_u8).rev().find(|&filled| f64::from(filled) - 0.5 <= eighths).unwrap_or(least);
    BLOCKS[usize::from(filled)]
}
