//! The clauses as values: their ids and titles, and which of them yields to which. It rules on nothing.

macro_rules! clauses {
    ($($variant:ident = $id:literal $title:literal,)+) => {
        /// A clause of the method.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is documented by its clause text; see `Id::text`")]
        pub enum Id { $($variant,)+ }

        impl Id {
            /// Every clause, in the order of the method.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its id, such as `SPACE-2`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// Its short title.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }
        }
    };
}

clauses! {
    Safe1 = "SAFE-1" "An order",
    Safe2 = "SAFE-2" "Told to stop",
    Safe3 = "SAFE-3" "Asked for space",
    Safe4 = "SAFE-4" "You are afraid",
    Safe5 = "SAFE-5" "Danger",
    Safe6 = "SAFE-6" "Not a watcher's tool",
    Safe7 = "SAFE-7" "No odds, no promises",
    Safe8 = "SAFE-8" "No ghost-writer",
    Safe9 = "SAFE-9" "A boundary is never halved",
    Safe10 = "SAFE-10" "Help is always open",
    Safe11 = "SAFE-11" "Not undone by erasing",
    Space1 = "SPACE-1" "Stop pursuing",
    Space2 = "SPACE-2" "The pace",
    Space3 = "SPACE-3" "One clock",
    Space4 = "SPACE-4" "Gifts",
    Space5 = "SPACE-5" "No informants",
    Space6 = "SPACE-6" "Not vanishing",
    Space7 = "SPACE-7" "Steady",
    Space8 = "SPACE-8" "Hearing the answer",
    Space9 = "SPACE-9" "Replying is not pursuing",
    Space10 = "SPACE-10" "The urge",
    Space11 = "SPACE-11" "Held drafts",
    Space12 = "SPACE-12" "The review",
    Space13 = "SPACE-13" "Under one roof",
    Space14 = "SPACE-14" "A death in their family",
    Care1 = "CARE-1" "It is normal to feel awful",
    Care2 = "CARE-2" "Go on living",
    Care3 = "CARE-3" "People",
    Care4 = "CARE-4" "The doctor: sleep",
    Care5 = "CARE-5" "The doctor: mood",
    Care6 = "CARE-6" "Do not unload on the partner",
    Care7 = "CARE-7" "Practical needs",
    Care8 = "CARE-8" "Crisis",
    Care9 = "CARE-9" "Calm",
    Care10 = "CARE-10" "Writing",
    Work1 = "WORK-1" "Learn",
    Work2 = "WORK-2" "Reflect",
    Work3 = "WORK-3" "Change",
    Work4 = "WORK-4" "Hard dates",
    Work5 = "WORK-5" "Visible",
    Work6 = "WORK-6" "Never teach",
    Work7 = "WORK-7" "Skills to learn",
    Half1 = "HALF-1" "When they reach out",
    Half2 = "HALF-2" "How long?",
    Half3 = "HALF-3" "Half",
    Half4 = "HALF-4" "Meals, nights, days",
    Half5 = "HALF-5" "End it first",
    Half6 = "HALF-6" "Where half has no place",
    Half7 = "HALF-7" "Say what you do, do what you say",
    Flow1 = "FLOW-1" "The flow is the sign",
    Flow2 = "FLOW-2" "Tea leaves",
    Flow3 = "FLOW-3" "Honest statistics",
    Flow4 = "FLOW-4" "Where it stands",
    Flow5 = "FLOW-5" "Counts, not words",
    Decide1 = "DECIDE-1" "The first question",
    Decide2 = "DECIDE-2" "What would be enough",
    Decide3 = "DECIDE-3" "Nobody else sets the moment",
    Decide4 = "DECIDE-4" "Someone new",
    Decide5 = "DECIDE-5" "Ending",
    Decide6 = "DECIDE-6" "After",
    Ready1 = "READY-1" "They are checking you out",
    Ready2 = "READY-2" "A list that can say not yet",
    Ready3 = "READY-3" "No surprises",
    Ready4 = "READY-4" "No way back to old ways",
    Map1 = "MAP-1" "The road",
    Map2 = "MAP-2" "The skills along it",
    Shelf1 = "SHELF-1" "The guide",
    Shelf2 = "SHELF-2" "To print",
    Shelf3 = "SHELF-3" "Talk under its pages",
}

impl Id {
    /// The clause of that id, in either case.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|clause| clause.as_str().eq_ignore_ascii_case(id))
    }

    /// Its group, such as `SPACE`.
    #[must_use]
    pub fn group(self) -> &'static str {
        self.as_str().split('-').next().unwrap_or_default()
    }

    /// Whether it belongs to SAFE, which yields to none.
    #[must_use]
    pub fn is_safe(self) -> bool {
        self.group() == "SAFE"
    }

    /// The clauses that it gives way to: where one of them rules as well, this one's ruling is set aside.
    ///
    /// SAFE yields to none, and every clause yields to SAFE in one direction: SAFE can forbid or delay what
    /// another clause opens and never opens what another forbids. That needs no list; [`crate::resolve`] does it.
    #[must_use]
    pub const fn yields_to(self) -> &'static [Self] {
        match self {
            Self::Space2 => &[Self::Space8, Self::Decide5],
            Self::Space8 => &[Self::Decide5],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safe_yields_to_no_clause() {
        assert!(Id::ALL.iter().filter(|id| id.is_safe()).all(|id| id.yields_to().is_empty()));
    }

    #[test]
    fn no_clause_yields_in_a_circle() {
        fn reaches(from: Id, to: Id, left: u8) -> bool {
            left > 0 && from.yields_to().iter().any(|&next| next == to || reaches(next, to, left - 1))
        }
        assert!(Id::ALL.iter().all(|&id| !reaches(id, id, 5)));
    }
}
