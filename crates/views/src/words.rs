//! The messages of a language, by id. English first; a further language is a further folder of messages.
//! It chooses no language: that is for the surface to say.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// The messages of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl core::fmt::Debug for Words {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

const ENGLISH: &[&str] = &[
    include_str!("../messages/en/advice.ftl"),
    include_str!("../messages/en/app-asked.ftl"),
    include_str!("../messages/en/app-care.ftl"),
    include_str!("../messages/en/app-draft.ftl"),
    include_str!("../messages/en/app-frame.ftl"),
    include_str!("../messages/en/app-help.ftl"),
    include_str!("../messages/en/app-journal.ftl"),
    include_str!("../messages/en/app-settings.ftl"),
    include_str!("../messages/en/app-start.ftl"),
    include_str!("../messages/en/app-urge.ftl"),
    include_str!("../messages/en/days.ftl"),
    include_str!("../messages/en/help.ftl"),
    include_str!("../messages/en/reading.ftl"),
    include_str!("../messages/en/reading-errors.ftl"),
    include_str!("../messages/en/welcome.ftl"),
];

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        // Marks that keep a right-to-left name apart are of no use, and visible, on many terminals.
        bundle.set_use_isolating(false);
        for text in ENGLISH {
            // A message that does not parse is left out, and its id shows where it is missed; a test holds them all.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The message of that id.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message of that id with its figures and names filled in. A message that is not there shows its id.
    #[must_use]
    pub fn say_with(&self, id: &str, fill: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = fill.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// Whether there is a message of that id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_file_parses() {
        for text in ENGLISH {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{text}");
        }
    }

    /// Words that would promise, judge, diagnose, count or call for contact.
    const NEVER_SAID: &[&str] = &[
        "%",
        " odds are",
        "chance of",
        "will come back",
        "win them back",
        "misses you",
        "still loves",
        "loves you",
        "feels for you",
        "wants you",
        "you are safe",
        "you're safe",
        "all clear",
        "approved",
        "you're fine",
        "you are fine",
        "you have depression",
        "diagnos",
        "proven",
        "streak",
        "days since",
        "days left",
        "hours left",
        "best time",
        "time to write",
        "you may write now",
        "committed suicide",
        "successful",
    ];

    #[test]
    fn no_message_promises_judges_counts_or_calls_for_contact() {
        let said = ENGLISH.concat().to_lowercase();
        let said: String = said.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        for never in NEVER_SAID {
            assert!(!said.contains(never), "a message says {never:?}");
        }
    }

    #[test]
    fn a_message_that_is_missing_shows_its_id() {
        assert_eq!(Words::english().say("no-such-message"), "no-such-message");
    }
}
