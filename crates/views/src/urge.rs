//! The urge: which one is being waited out, and what the method says to it. A wait is said as a day.
//! It counts no urges.

use method::Noted;
use method::event::{Channel, Urge};
use method::moment::within_hours;
use method::{Guidance, Id, Opening, Present};

use crate::Words;
use crate::advice::{self, Line};

/// An urge older than this is over, whether it was rated again or not.
const OPEN_HOURS: u32 = 6;

/// The newest urge of these hours.
#[must_use]
pub fn newest<'a>(present: &'a Present<'_>) -> Option<&'a Noted<Urge>> {
    let urge = present.standing.urges.newest(present.now)?;
    within_hours(urge.at, OPEN_HOURS, present.now).then_some(urge)
}

/// The urge that is being waited out: neither rated again nor acted on.
#[must_use]
pub fn open<'a>(present: &'a Present<'_>) -> Option<&'a Noted<Urge>> {
    newest(present).filter(|urge| urge.what.after.is_none() && !urge.what.acted)
}

/// What the method says to an urge by that way.
#[must_use]
pub fn verdict(words: &Words, guidance: &Guidance, channel: Channel) -> Vec<Line> {
    let said = |id: &str, because: &[Id]| Line {
        label: String::new(),
        text: words.say(id),
        because: advice::ids(because),
    };
    if !channel.is_contact() {
        return vec![said(&format!("urge-verdict-{}", channel.name()), &[Id::Space5])];
    }
    if guidance.closed_channels.contains(&channel) {
        // Nothing beside it: no other way is named in its place.
        return vec![said("urge-verdict-closed", &[Id::Safe2])];
    }
    let mut lines = Vec::new();
    lines.push(match channel {
        Channel::Gift => advice::giving(words, guidance),
        _ => advice::starting(words, guidance),
    });
    if channel == Channel::Visit && guidance.start.verdict != Opening::Never {
        lines.push(said("urge-verdict-visit", &[Id::Space3]));
    }
    if guidance.long_silent {
        lines.push(said("urge-verdict-long-silent", &[Id::Space6]));
    }
    lines
}
