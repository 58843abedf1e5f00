//! Limits: what the partner, or a court, has set. What follows from them is for `safe` to say.

use super::Signs;
use super::contact::Channel;
use super::names::named;
use crate::moment::When;

named! {
    /// Which limit.
    LimitKind {
        /// A court order, bail or probation condition (SAFE-1).
        Order = "order",
        /// Told to stop, or blocked (SAFE-2).
        ToldToStop = "told-to-stop",
        /// Asked for time or space (SAFE-3).
        Space = "space",
        /// None any more; lifts what may be lifted, if confirmed.
        None = "none",
    }
}

named! {
    /// How a limit came.
    How {
        /// In words.
        Asked = "asked",
        /// By a block.
        Blocked = "blocked",
    }
}

/// A limit set or lifted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Which.
    pub kind: LimitKind,
    /// Its last day.
    pub until: Option<When>,
    /// The one channel it closes; all where absent.
    pub channel: Option<Channel>,
    /// How it came.
    pub how: How,
    /// Whether the person confirms it (a lifting counts only so).
    pub confirmed: bool,
}

/// What is left of an entry that was erased (SAFE-11): the bare fact that restrains, never its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shadow {
    /// A limit was set.
    Limit(Limit),
    /// The person was afraid of the partner.
    Fear,
    /// The partner said stop.
    Stop,
    /// There were words, or answers, of suicide, of harm, or of one who is afraid.
    Words(Signs),
}
