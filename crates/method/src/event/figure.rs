//! Figures with their ranges: a value that exists is in range. No meaning is given to any of them here.

use core::fmt;

/// A figure outside its range; says the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    range: &'static str,
}

impl OutOfRange {
    pub(crate) const fn of(range: &'static str) -> Self {
        Self { range }
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be {}", self.range)
    }
}

impl core::error::Error for OutOfRange {}

fn within(figure: f64, low: f64, high: f64, range: &'static str) -> Result<f64, OutOfRange> {
    if figure >= low && figure <= high { Ok(figure) } else { Err(OutOfRange { range }) }
}

/// A whole number from 0 to 10: strength, mood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// Takes 0 to 10.
    ///
    /// # Errors
    /// [`OutOfRange`] above 10.
    pub const fn new(figure: u8) -> Result<Self, OutOfRange> {
        if figure <= 10 { Ok(Self(figure)) } else { Err(OutOfRange { range: "a whole number from 0 to 10" }) }
    }

    /// The figure.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// A count or a measure of 0 or more: minutes, days, people, characters.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Amount(f64);

impl Amount {
    /// Takes 0 or more, finite.
    ///
    /// # Errors
    /// [`OutOfRange`] below 0 or not a number.
    pub fn new(figure: f64) -> Result<Self, OutOfRange> {
        within(figure, 0.0, f64::MAX, "0 or more").map(Self)
    }

    /// The figure.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// Hours slept in one night, 0 to 24.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Hours(f64);

impl Hours {
    /// Takes 0 to 24.
    ///
    /// # Errors
    /// [`OutOfRange`] outside.
    pub fn new(figure: f64) -> Result<Self, OutOfRange> {
        within(figure, 0.0, 24.0, "from 0 to 24").map(Self)
    }

    /// The figure.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// An instinct to reach out, in times a week, 0 or more.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct PerWeek(f64);

impl PerWeek {
    /// Takes 0 or more, finite.
    ///
    /// # Errors
    /// [`OutOfRange`] below 0 or not a number.
    pub fn new(figure: f64) -> Result<Self, OutOfRange> {
        within(figure, 0.0, f64::MAX, "0 or more").map(Self)
    }

    /// The figure, in times a week.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// The widest gap a person sets, in days, 14 to 28 (SPACE-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WidestGap(u8);

impl WidestGap {
    /// Where none is set: 28 days.
    pub const DEFAULT: Self = Self(28);

    /// Takes 14 to 28.
    ///
    /// # Errors
    /// [`OutOfRange`] outside.
    pub const fn new(days: u8) -> Result<Self, OutOfRange> {
        if days >= 14 && days <= 28 {
            Ok(Self(days))
        } else {
            Err(OutOfRange { range: "a whole number of days from 14 to 28" })
        }
    }

    /// The days.
    #[must_use]
    pub const fn days(self) -> u16 {
        self.0 as u16
    }
}
