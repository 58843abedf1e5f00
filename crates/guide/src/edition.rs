//! Which pages there are, in what order, and their files in each language. It reads nothing: the files are compiled in.

/// A part of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// For whoever comes in for the first time.
    Start,
    /// Where the method stands aside.
    Safe,
    /// Step 1.
    Space,
    /// Step 2.
    Care,
    /// Step 3.
    Work,
    /// What can be practised.
    Skills,
    /// Step 4.
    Half,
    /// Reading the signs, and deciding.
    Signs,
    /// What comes after, and the whole road.
    Road,
    /// What is known, and where to read on.
    About,
}

impl Part {
    /// All of them, in the order of the guide.
    pub const ALL: &'static [Self] = &[
        Self::Start,
        Self::Safe,
        Self::Space,
        Self::Care,
        Self::Work,
        Self::Skills,
        Self::Half,
        Self::Signs,
        Self::Road,
        Self::About,
    ];

    /// Its name, for messages and addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Safe => "safe",
            Self::Space => "space",
            Self::Care => "care",
            Self::Work => "work",
            Self::Skills => "skills",
            Self::Half => "half",
            Self::Signs => "signs",
            Self::Road => "road",
            Self::About => "about",
        }
    }
}

/// The guide in one language: its pages and what its search needs to know of the language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edition {
    /// The pages: part, name, text.
    pub(crate) pages: &'static [(Part, &'static str, &'static str)],
    /// The words that mean the same, and those that mean little.
    pub(crate) words: &'static str,
    /// How its words are cut to stems.
    pub(crate) stems: rust_stemmers::Algorithm,
}

/// The pages of the language in that folder of `guide/`.
macro_rules! pages {
    ($folder:literal) => {
        listed! { $folder:
            Start: "start", "first-hour", "first-night", "not-for-you";
            Safe: "afraid", "asked-to-stop", "asked-for-space", "order", "crisis", "anger", "shared-device";
            Space: "space", "pace", "silence", "urge", "slip", "drafts", "replying", "gifts", "social-media",
                "friends", "under-one-roof", "children-and-home", "death";
            Care: "living", "grief", "how-are-you", "sleep", "doctor", "calming", "writing", "needs";
            Work: "learning", "tea-leaves", "change", "hard-dates", "showing", "clinging";
            Skills: "mirroring", "validating", "expecting-sense", "one-view", "no-surprises", "boundaries",
                "reliable-contact";
            Half: "half", "half-table";
            Signs: "numbers", "someone-new", "deciding", "closure", "after";
            Road: "ready", "map";
            About: "odds", "research", "further-reading";
        }
    };
}

macro_rules! listed {
    ($folder:literal: $($part:ident: $($name:literal),+;)+) => {
        &[$($(
            (Part::$part, $name, include_str!(concat!("../../../guide/", $folder, "/", $name, ".md"))),
        )+)+]
    };
}

/// English.
pub(crate) const ENGLISH: Edition = Edition {
    pages: pages!("en"),
    words: include_str!("../../../guide/en/words.txt"),
    stems: rust_stemmers::Algorithm::English,
};
