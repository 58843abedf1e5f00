//! Settings: what is in force, and the facts as they stand, for a form to show and change. It changes nothing.

use jiff::tz::TimeZone;
use method::event::Living;
use method::{Guidance, Id, Present};

use crate::Words;
use crate::advice::{self, Line};

/// The facts as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsPage {
    /// The limits in force, and the channels that are closed.
    pub limits: Vec<Line>,
    /// Whether an order is in force; lifting everything then takes a word of its own.
    pub order: bool,
    /// Whether fear is in force; a "no" then takes a word of its own.
    pub fear: bool,
    /// What was answered on being afraid.
    pub afraid: String,
    /// The wish, by its name.
    pub wish: &'static str,
    /// Under one roof or not, by its name.
    pub living: &'static str,
    /// What is shared, by name.
    pub shares: Vec<&'static str>,
    /// The day of the leaving, as a form has it; may be empty.
    pub left_on: String,
    /// The instinct declared, in times a week; may be empty.
    pub instinct: String,
    /// What gap follows now.
    pub gap: String,
    /// The widest gap, in days.
    pub widest: String,
    /// When the day starts.
    pub day_starts: String,
    /// The country, two letters; may be empty.
    pub country: String,
    /// The zone's name; may be empty.
    pub zone: String,
}

/// The page of settings.
#[must_use]
pub fn page(words: &Words, guidance: &Guidance, present: &Present<'_>) -> SettingsPage {
    let said = |id: Id| Line {
        label: String::new(),
        text: words.say(&format!("settings-{}", id.as_str())),
        because: advice::ids(&[id]),
    };
    let mut limits: Vec<Line> = guidance.limits.iter().map(|&id| said(id)).collect();
    if !guidance.closed_channels.is_empty() {
        limits.push(advice::closed(words, guidance));
    }
    let situations = || present.standing.situations.seen(present.now).rev();
    let shares = situations().find_map(|noted| noted.what.shares.clone()).unwrap_or_default();
    let living = if present.together { Living::Together } else { Living::Apart };
    let afraid = match (guidance.limits.contains(&Id::Safe4), method::safe::fear::was_answered(present)) {
        (true, _) => "settings-afraid-yes",
        (false, true) => "settings-afraid-no",
        (false, false) => "settings-afraid-open",
    };
    let zone: Option<TimeZone> = situations().find_map(|noted| noted.what.zone.clone());
    SettingsPage {
        limits,
        order: guidance.limits.contains(&Id::Safe1),
        fear: guidance.limits.contains(&Id::Safe4),
        afraid: words.say(afraid),
        wish: present.wish.name(),
        living: living.name(),
        shares: shares.iter().map(|share| share.name()).collect(),
        left_on: present.left_on.map(|left| left.date(&present.zone).to_string()).unwrap_or_default(),
        instinct: present.instinct.map(|often| often.get().to_string()).unwrap_or_default(),
        gap: words.say_with("settings-gap", &[("days", guidance.gap_days.into())]),
        widest: present.widest.days().to_string(),
        day_starts: present.day_starts.strftime("%H:%M").to_string(),
        country: present.country.as_deref().unwrap_or_default().to_owned(),
        zone: zone.and_then(|zone| zone.iana_name().map(str::to_owned)).unwrap_or_default(),
    }
}
