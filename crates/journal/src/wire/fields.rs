//! Times and figures with a range: a value out of it is no value, whoever wrote the bytes.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use method::event::{Amount, Hours, PerWeek, Rating, WidestGap};
use method::{Moment, When};

use super::bytes::{Reader, Wire, WireError};

macro_rules! figure {
    ($($figure:ident: $of:ty, $get:ident;)+) => {
        $(impl Wire for $figure {
            fn put(&self, out: &mut Vec<u8>) {
                self.$get().put(out);
            }

            fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
                Self::new(<$of>::read_from(reader)?).map_err(|_| WireError::Value)
            }
        })+
    };
}

figure! {
    Amount: f64, get;
    Hours: f64, get;
    PerWeek: f64, get;
    Rating: u8, get;
}

impl Wire for WidestGap {
    fn put(&self, out: &mut Vec<u8>) {
        // From 14 to 28.
        out.push(self.days().to_le_bytes()[0]);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        Self::new(reader.byte()?).map_err(|_| WireError::Value)
    }
}

pub(super) fn small<T: TryFrom<i64>>(reader: &mut Reader<'_>) -> Result<T, WireError> {
    T::try_from(i64::read_from(reader)?).map_err(|_| WireError::Value)
}

/// Seconds and nanoseconds since 1970, and the offset in seconds.
impl Wire for Moment {
    fn put(&self, out: &mut Vec<u8>) {
        self.instant.as_second().put(out);
        i64::from(self.instant.subsec_nanosecond()).put(out);
        i64::from(self.offset.seconds()).put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let (second, nanosecond) = (i64::read_from(reader)?, small::<i32>(reader)?);
        let instant = Timestamp::new(second, nanosecond).map_err(|_| WireError::Value)?;
        let offset = Offset::from_seconds(small(reader)?).map_err(|_| WireError::Value)?;
        Ok(Self { instant, offset })
    }
}

impl Wire for Date {
    fn put(&self, out: &mut Vec<u8>) {
        i64::from(self.year()).put(out);
        out.extend([self.month().cast_unsigned(), self.day().cast_unsigned()]);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let (year, month, day) = (small(reader)?, reader.byte()?, reader.byte()?);
        Self::new(year, month.cast_signed(), day.cast_signed()).map_err(|_| WireError::Value)
    }
}

impl Wire for Time {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend([self.hour(), self.minute(), self.second()].map(i8::cast_unsigned));
        i64::from(self.subsec_nanosecond()).put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let (hour, minute, second) = (reader.byte()?, reader.byte()?, reader.byte()?);
        let [hour, minute, second] = [hour, minute, second].map(u8::cast_signed);
        Self::new(hour, minute, second, small(reader)?).map_err(|_| WireError::Value)
    }
}

impl Wire for When {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Day(date) => {
                out.push(0);
                date.put(out);
            }
            Self::At(moment) => {
                out.push(1);
                moment.put(out);
            }
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        match reader.byte()? {
            0 => Date::read_from(reader).map(Self::Day),
            1 => Moment::read_from(reader).map(Self::At),
            _ => Err(WireError::Value),
        }
    }
}

/// A zone by its name; one without a name cannot be written down and is left empty, as in the lines.
impl Wire for TimeZone {
    fn put(&self, out: &mut Vec<u8>) {
        Box::<str>::from(self.iana_name().unwrap_or("")).put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let name = Box::<str>::read_from(reader)?;
        if name.is_empty() {
            return Ok(Self::UTC);
        }
        Self::get(&name).map_err(|_| WireError::Value)
    }
}
