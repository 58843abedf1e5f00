//! The smallest parts: whole numbers, figures, texts, lists. One value has one form, and a length is never trusted.

/// Why bytes are no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// A newer program wrote it.
    #[error("written in version {0}, which this program does not know")]
    Version(u8),
    /// The kind of record is not known.
    #[error("a record of the unknown kind {0}")]
    Kind(u8),
    /// The bytes end too early.
    #[error("the bytes end too early")]
    Short,
    /// There are more bytes than the record has.
    #[error("there are bytes left over")]
    Long,
    /// A value that cannot be.
    #[error("a value out of its range")]
    Value,
}

/// Bytes being read, from the front.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn byte(&mut self) -> Result<u8, WireError> {
        let (&first, rest) = self.0.split_first().ok_or(WireError::Short)?;
        self.0 = rest;
        Ok(first)
    }

    pub(crate) fn bytes(&mut self, count: usize) -> Result<&'a [u8], WireError> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or(WireError::Short)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// How many items follow; no more than there are bytes left, since each takes one at least.
    pub(crate) fn count(&mut self) -> Result<usize, WireError> {
        let count = usize::try_from(u64::read_from(self)?).map_err(|_| WireError::Value)?;
        if count > self.0.len() { Err(WireError::Short) } else { Ok(count) }
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn end(&self) -> Result<(), WireError> {
        if self.0.is_empty() { Ok(()) } else { Err(WireError::Long) }
    }
}

/// Something that has bytes.
pub(crate) trait Wire: Sized {
    fn put(&self, out: &mut Vec<u8>);
    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError>;
}

/// Writes a value.
pub(crate) fn put<T: Wire>(value: &T, out: &mut Vec<u8>) {
    value.put(out);
}

/// Reads a value.
pub(crate) fn read<T: Wire>(reader: &mut Reader<'_>) -> Result<T, WireError> {
    T::read_from(reader)
}

pub(crate) fn put_count(count: usize, out: &mut Vec<u8>) {
    (count as u64).put(out);
}

/// Seven bits a byte, the lowest first; the top bit says that more follow.
impl Wire for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        out.push(rest.to_le_bytes()[0]);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = reader.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(WireError::Value);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                // A last group of nothing would be a second form of the same number.
                return if byte == 0 && shift > 0 { Err(WireError::Value) } else { Ok(value) };
            }
        }
        Err(WireError::Value)
    }
}

/// Small numbers of either sign stay short: 0, -1, 1, -2 …
impl Wire for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        let folded = (self << 1) ^ (self >> 63);
        folded.cast_unsigned().put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let folded = u64::read_from(reader)?;
        Ok((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
    }
}

impl Wire for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        reader.byte()
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        match reader.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(WireError::Value),
        }
    }
}

/// A whole figure up to 2^53 as a number; any other as its eight bytes.
impl Wire for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.fract() == 0.0 && (0.0..EXACT).contains(self) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole, from 0 to 2^53"
            )]
            ((*self as u64) << 1).put(out);
        } else {
            out.push(1);
            out.extend_from_slice(&self.to_le_bytes());
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let number = u64::read_from(reader)?;
        #[expect(clippy::cast_precision_loss, reason = "written from a figure below 2^53")]
        match number {
            1 => {
                let bytes = reader.bytes(8)?.try_into().map_err(|_| WireError::Short)?;
                Ok(Self::from_le_bytes(bytes))
            }
            number if number & 1 == 0 => Ok((number >> 1) as Self),
            _ => Err(WireError::Value),
        }
    }
}

impl Wire for Box<str> {
    fn put(&self, out: &mut Vec<u8>) {
        put_count(self.len(), out);
        out.extend_from_slice(self.as_bytes());
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let count = reader.count()?;
        let text = std::str::from_utf8(reader.bytes(count)?).map_err(|_| WireError::Value)?;
        Ok(text.into())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        if bool::read_from(reader)? { T::read_from(reader).map(Some) } else { Ok(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_count(self.len(), out);
        for item in self {
            item.put(out);
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let count = reader.count()?;
        (0..count).map(|_| T::read_from(reader)).collect()
    }
}
