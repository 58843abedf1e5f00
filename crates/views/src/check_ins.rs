//! Check-ins over time: sleep and mood by day, as figures. A doctor's threshold is told in words; it is no line to reach.

use jiff::ToSpan as _;
use jiff::civil::Date;
use method::Present;
use method::event::CheckIn;

use crate::figure::{Band, Figure, Voice};
use crate::{Words, day_of_year};

/// So many days are drawn.
const DAYS: usize = 60;
/// Of fewer days with an answer a drawing shows nothing.
const FEWEST: usize = 3;

/// Sleep and mood of the last days, as far as there are answers.
#[must_use]
pub fn figures(words: &Words, present: &Present<'_>) -> Vec<Figure> {
    let today = present.day_of(present.now);
    let first = today.checked_sub((i64::try_from(DAYS).unwrap_or(60) - 1).days()).unwrap_or(today);
    let mut days: Vec<CheckIn> = vec![CheckIn::default(); DAYS];
    for noted in present.standing.check_ins.seen(present.now) {
        let place = usize::try_from((present.day_of(noted.at) - first).get_days()).ok();
        if let Some(day) = place.and_then(|place| days.get_mut(place)) {
            // The last answer of a day counts.
            day.sleep_hours = noted.what.sleep_hours.or(day.sleep_hours);
            day.mood = noted.what.mood.or(day.mood);
        }
    }
    let dates: Vec<Date> =
        (0_i64..).take(DAYS).filter_map(|day| first.checked_add(day.days()).ok()).collect();
    let figure = |name: &str, values: Vec<Option<f64>>| {
        let known = values.iter().flatten().count();
        let band = Band {
            name: words.say(&format!("figure-{name}-unit")),
            voice: Voice::Me,
            values,
            marks: Vec::new(),
        };
        let figure = Figure {
            title: words.say(&format!("figure-{name}")),
            description: words.say(&format!("figure-{name}-what")),
            bands: vec![band],
            weeks: dates.iter().map(|&day| day_of_year(words, day)).collect(),
            months: crate::days::months(words, &dates),
            foot: words.say(&format!("figure-{name}-foot")),
            week: words.say("figure-day"),
            ..Figure::default()
        };
        (known >= FEWEST).then(|| figure.measured())
    };
    let sleep = days.iter().map(|day| day.sleep_hours.map(method::event::Hours::get)).collect();
    let mood = days.iter().map(|day| day.mood.map(|mood| f64::from(mood.get()))).collect();
    figure("sleep", sleep).into_iter().chain(figure("mood", mood)).collect()
}
