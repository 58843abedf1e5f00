//! The flow page: where it stands, the figures, what they show; and the audit of a history before it is kept.
//! It computes no figure: `history` and the method do.

use history::{ReadError, Reading};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use method::event::Urge;
use method::{Guidance, Noted, Present};

use crate::Words;
use crate::advice::{self, Line};
use crate::figure::{Band, Figure, Voice};
use crate::reading::{self, About};

/// The page of the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowPage {
    /// Where it stands (FLOW-4).
    pub standing: Line,
    /// What the history shows, a paragraph each; empty where there is none.
    pub told: Vec<String>,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// The page of the flow.
#[must_use]
pub fn page(
    words: &Words,
    guidance: &Guidance,
    present: &Present<'_>,
    reading: Option<&Reading>,
) -> FlowPage {
    let told = reading.map(|reading| reading::what_it_shows(words, reading)).unwrap_or_default();
    let mut figures = Vec::new();
    if let Some(reading) = reading.filter(|reading| reading.weeks.len() >= reading::FEWEST_WEEKS_DRAWN) {
        figures.push(reading::figure_of(words, reading));
        figures.push(replies(words, reading));
        figures.push(silences(words, reading));
    }
    figures.extend(urges(words, present));
    FlowPage {
        standing: advice::flow(words, guidance),
        told: told.iter().map(|paragraph| advice::capitalised(paragraph)).collect(),
        figures,
    }
}

fn of_weeks(words: &Words, reading: &Reading, name: &str, bands: Vec<Band>) -> Figure {
    let figure = Figure {
        title: words.say(&format!("figure-{name}")),
        description: words.say(&format!("figure-{name}-what")),
        bands,
        weeks: reading.weeks.iter().map(|week| reading::week_of(words, &week.week)).collect(),
        months: reading::months(words, reading),
        foot: words.say("chart-not-feelings"),
        week: words.say("figure-week"),
        ..Figure::default()
    };
    figure.measured()
}

/// How long an answer took, in minutes: the median of each week, by side.
fn replies(words: &Words, reading: &Reading) -> Figure {
    let weeks = || reading.weeks.iter();
    let they = weeks().map(|week| week.partner.median_reply_minutes).collect();
    let you = weeks().map(|week| week.me.median_reply_minutes).collect();
    let bands = vec![
        Band::plain(words.say("figure-they"), Voice::Partner, they),
        Band::plain(words.say("figure-you"), Voice::Me, you),
    ];
    of_weeks(words, reading, "replies", bands)
}

/// The longest silence of each week, in hours.
fn silences(words: &Words, reading: &Reading) -> Figure {
    let values = reading.weeks.iter().map(|week| (!week.gap).then_some(week.longest_silence_hours));
    let band = Band::plain(words.say("figure-hours"), Voice::Partner, values.collect());
    of_weeks(words, reading, "silences", vec![band])
}

/// Urges that passed, and those acted on, week by week from the first; none where there were none.
#[must_use]
pub fn urges(words: &Words, present: &Present<'_>) -> Option<Figure> {
    let urges: Vec<&Noted<Urge>> = present.standing.urges.seen(present.now).collect();
    let monday = |at: Timestamp| {
        let date = present.date_of(at);
        date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).unwrap_or(date)
    };
    let first = monday(urges.first()?.at);
    let place = |at: Timestamp| usize::try_from((monday(at) - first).get_days() / 7).unwrap_or_default();
    let weeks = place(present.now) + 1;
    let count = |acted: bool| {
        let mut values = vec![Some(0.0); weeks];
        for noted in urges.iter().filter(|noted| noted.what.acted == acted) {
            if let Some(Some(value)) = values.get_mut(place(noted.at)) {
                *value += 1.0;
            }
        }
        values
    };
    let band = |id: &str, voice, values| Band::plain(words.say(id), voice, values);
    let days: Vec<Date> =
        (0_i64..).take(weeks).filter_map(|week| first.checked_add((week * 7).days()).ok()).collect();
    let figure = Figure {
        title: words.say("figure-urges"),
        description: words.say("figure-urges-what"),
        bands: vec![
            band("figure-passed", Voice::Partner, count(false)),
            band("figure-acted", Voice::Me, count(true)),
        ],
        weeks: days.iter().map(|&day| crate::days::week_of_year(words, day)).collect(),
        months: crate::days::months(words, &days),
        foot: words.say("figure-urges-foot"),
        week: words.say("figure-week"),
        ..Figure::default()
    };
    Some(figure.measured())
}

/// A history before it is kept: how it was read, and what may be set right.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditPage {
    /// What is in the way, if something is.
    pub trouble: Option<String>,
    /// Each file, and how it was read.
    pub files: Vec<About>,
    /// What bears on how far it can be trusted.
    pub notes: Vec<String>,
    /// What it shows.
    pub told: Vec<String>,
    /// The first figure.
    pub figure: Option<Figure>,
}

/// The audit of a history.
#[must_use]
pub fn audit(words: &Words, outcome: Result<&Reading, &ReadError>) -> AuditPage {
    match outcome {
        Ok(reading) => AuditPage {
            trouble: None,
            files: reading::about(words, reading),
            notes: reading::notes(words, reading),
            told: reading::what_it_shows(words, reading),
            figure: (reading.weeks.len() >= reading::FEWEST_WEEKS_DRAWN)
                .then(|| reading::figure_of(words, reading)),
        },
        Err(error) => AuditPage {
            trouble: Some(match error {
                ReadError::NotInIt { name, .. } if name.is_empty() => words.say("audit-who-first"),
                error => advice::capitalised(&reading::trouble(words, error).0),
            }),
            files: Vec::new(),
            notes: Vec::new(),
            told: Vec::new(),
            figure: None,
        },
    }
}
