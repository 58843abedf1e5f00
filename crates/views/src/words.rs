//! The messages of a language, by id. A further language is a further folder of messages and a line in `language.rs`.
//! It chooses no language: that is for the surface to say.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::language::{Direction, Language};

#[cfg(any(test, feature = "pseudo"))]
mod pseudo;

/// The messages of one language.
pub struct Words {
    /// Its own, and English for what it lacks.
    bundles: Vec<FluentBundle<FluentResource>>,
    tag: &'static str,
    direction: Direction,
    /// What stands before and behind each message; nothing but in the pseudo-language.
    marks: (&'static str, &'static str),
}

impl core::fmt::Debug for Words {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// The files of messages of a language, each with its name.
macro_rules! messages {
    ($language:literal) => {
        messages!(
            $language, "advice", "app-asked", "app-care", "app-draft", "app-flow", "app-forms", "app-frame", "app-help",
            "app-hosted", "app-journal", "app-network", "app-settings", "app-start", "app-urge", "app-work", "clauses", "days", "guide", "help", "papers", "reading", "reading-errors", "welcome",
        )
    };
    ($language:literal, $($file:literal,)+) => {
        &[$(($file, include_str!(concat!("../messages/", $language, "/", $file, ".ftl"))),)+]
    };
}

const ENGLISH: &[(&str, &str)] = messages!("en");
const GERMAN: &[(&str, &str)] = messages!("de");

const fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = match language {
        Language::English => langid!("en"),
        Language::German => langid!("de"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Marks that keep a right-to-left name apart are of no use, and visible, on many terminals.
    bundle.set_use_isolating(false);
    if language == Language::German {
        bundle.set_formatter(Some(with_comma));
    }
    for (_, text) in files(language) {
        // A message that does not parse is left out, and its id shows where it is missed; a test holds them all.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A number with a comma between the whole and its parts.
fn with_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('.', ",")),
        _ => None,
    }
}

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Language::English)
    }

    /// The words of that language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut bundles = vec![bundle(language)];
        if language != Language::English {
            bundles.push(bundle(Language::English));
        }
        Self { bundles, tag: language.tag(), direction: language.direction(), marks: ("", "") }
    }

    /// The BCP 47 tag of the language.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// The way its script runs.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// Whether this is English: what is written in English alone then needs no word about it.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.tag == Language::English.tag()
    }

    /// The message of that id.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message of that id with its figures and names filled in; in English where this language lacks it. A message
    /// that is not there shows its id.
    #[must_use]
    pub fn say_with(&self, id: &str, fill: &[(&str, FluentValue<'_>)]) -> String {
        let said = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            let args: FluentArgs<'_> = fill.iter().map(|(name, value)| (*name, value.clone())).collect();
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
        });
        let (before, behind) = self.marks;
        match said {
            Some(said) if before.is_empty() => said,
            Some(said) => format!("{before}{said}{behind}"),
            None => id.to_owned(),
        }
    }

    /// Whether there is a message of that id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundles
            .iter()
            .any(|bundle| bundle.get_message(id).is_some_and(|message| message.value().is_some()))
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
