//! The fields of one JSON object, taken one by one, so that what is left over is known to be unknown.
//! Values are checked here; what they mean is for the event that takes them.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use method::event::{Amount, OutOfRange};
use method::{Moment, When};
use serde_json::{Map, Value};

use super::time::{TimeError, parse_moment, parse_time_of_day, parse_when};

/// Why a line is no entry. Speaks of fields and ranges, never of the words in the line.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// It is not JSON.
    #[error("not a JSON object ({kind} at column {column})")]
    NotJson {
        /// In what way.
        kind: &'static str,
        /// Where.
        column: usize,
    },
    /// It is JSON, and no object.
    #[error("not a JSON object")]
    NotAnObject,
    /// The event is of no known kind.
    #[error("the event is not known")]
    UnknownEvent,
    /// A field is missing.
    #[error("the field {field:?} is missing")]
    Missing {
        /// Which.
        field: &'static str,
    },
    /// A field is of the wrong kind.
    #[error("the field {field:?} must be {expected}")]
    Kind {
        /// Which.
        field: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// A field names none of the values that it may have.
    #[error("the field {field:?} must be one of {names}")]
    Name {
        /// Which.
        field: &'static str,
        /// The names it may have.
        names: String,
    },
    /// A time cannot be read.
    #[error("the field {field:?} {source}")]
    Time {
        /// Which.
        field: &'static str,
        /// In what way.
        source: TimeError,
    },
    /// A figure is out of its range.
    #[error("the field {field:?} {source}")]
    Range {
        /// Which.
        field: &'static str,
        /// The range.
        source: OutOfRange,
    },
    /// The time zone is not known.
    #[error("the field {field:?} must be a time zone such as Europe/Berlin")]
    Zone {
        /// Which.
        field: &'static str,
    },
}

impl LineError {
    pub(super) fn json(error: &serde_json::Error) -> Self {
        let kind = match error.classify() {
            serde_json::error::Category::Eof => "it ends too early",
            serde_json::error::Category::Data => return Self::NotAnObject,
            _ => "the syntax breaks",
        };
        Self::NotJson { kind, column: error.column() }
    }
}

/// The fields not yet taken.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn of(object: Map<String, Value>) -> Self {
        Self(object)
    }

    /// The names that nobody took.
    pub(super) fn left(self) -> Vec<String> {
        self.0.into_iter().map(|(name, _)| name).collect()
    }

    fn take(&mut self, field: &'static str) -> Option<Value> {
        self.0.remove(field).filter(|value| !value.is_null())
    }

    pub(super) fn text(&mut self, field: &'static str) -> Result<Option<Box<str>>, LineError> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.into())),
            Some(_) => Err(LineError::Kind { field, expected: "a text" }),
        }
    }

    pub(super) fn flag(&mut self, field: &'static str) -> Result<Option<bool>, LineError> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(_) => Err(LineError::Kind { field, expected: "true or false" }),
        }
    }

    pub(super) fn number(&mut self, field: &'static str) -> Result<Option<f64>, LineError> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::Number(number)) => Ok(number.as_f64()),
            Some(_) => Err(LineError::Kind { field, expected: "a number" }),
        }
    }

    /// A whole number from 0 to 255.
    pub(super) fn small(&mut self, field: &'static str) -> Result<Option<u8>, LineError> {
        let Some(number) = self.number(field)? else { return Ok(None) };
        small(number).map(Some).ok_or(LineError::Kind { field, expected: "a small whole number" })
    }

    pub(super) fn amount(&mut self, field: &'static str) -> Result<Option<Amount>, LineError> {
        let number = self.number(field)?;
        number
            .map(|number| Amount::new(number).map_err(|source| LineError::Range { field, source }))
            .transpose()
    }

    pub(super) fn list(&mut self, field: &'static str) -> Result<Option<Vec<Value>>, LineError> {
        match self.take(field) {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(_) => Err(LineError::Kind { field, expected: "a list" }),
        }
    }

    pub(super) fn moment(&mut self, field: &'static str) -> Result<Option<Moment>, LineError> {
        let text = self.text(field)?;
        text.map(|text| parse_moment(&text).map_err(|source| LineError::Time { field, source })).transpose()
    }

    pub(super) fn when(&mut self, field: &'static str) -> Result<Option<When>, LineError> {
        let text = self.text(field)?;
        text.map(|text| parse_when(&text).map_err(|source| LineError::Time { field, source })).transpose()
    }

    pub(super) fn time_of_day(&mut self, field: &'static str) -> Result<Option<Time>, LineError> {
        let text = self.text(field)?;
        text.map(|text| parse_time_of_day(&text).map_err(|source| LineError::Time { field, source }))
            .transpose()
    }

    pub(super) fn zone(&mut self, field: &'static str) -> Result<Option<TimeZone>, LineError> {
        let text = self.text(field)?;
        text.map(|text| TimeZone::get(&text).map_err(|_| LineError::Zone { field })).transpose()
    }

    /// One of an enum's names.
    pub(super) fn name<T: Copy>(
        &mut self,
        field: &'static str,
        all: &[T],
        name_of: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, LineError> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let value = all.iter().copied().find(|&value| name_of(value) == &*text);
        value.map(Some).ok_or_else(|| unknown_name(field, all, name_of))
    }
}

pub(super) fn unknown_name<T: Copy>(
    field: &'static str,
    all: &[T],
    name_of: impl Fn(T) -> &'static str,
) -> LineError {
    let names: Vec<&str> = all.iter().map(|&value| name_of(value)).collect();
    LineError::Name { field, names: names.join(", ") }
}

/// A whole number from 0 to 255.
pub(super) fn small(number: f64) -> Option<u8> {
    let whole = number.fract() == 0.0 && (0.0..=255.0).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and from 0 to 255")]
    whole.then_some(number as u8)
}

/// A field that the event cannot do without.
pub(super) fn needed<T>(field: &'static str, value: Option<T>) -> Result<T, LineError> {
    value.ok_or(LineError::Missing { field })
}
