//! The language of a page in a terminal: what `--lang` says, else what the system is set to, else English. JSON is for
//! programs and knows no language.

use views::{Language, Words};

/// In which language a page is written.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Tongue {
    /// The language of the page: en or de [default: this system's, else English]
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
}

impl Tongue {
    /// The words of the page.
    pub(crate) fn words(self) -> Words {
        let of_system = || locales().next().as_deref().and_then(Language::of_locale);
        Words::of(self.lang.or_else(of_system).unwrap_or_default())
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::tagged(tag).ok_or_else(|| {
        let known: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
        format!("the pages speak {}", known.join(" and "))
    })
}

/// What sets the locale of the system for messages, as POSIX ranks it.
pub(crate) fn locales() -> impl Iterator<Item = String> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.filter(|locale| !locale.is_empty())
}
