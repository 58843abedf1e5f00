//! Named values as one byte: their place in the contract's order. An order only ever grows at its end.

use method::event::{
    About, AppointmentSort, Ate, CalmWord, Channel, DraftEnd, DraftSort, Exercise, How, Instrument,
    LimitKind, Living, MessageKind, NeedKind, PersonCan, PlanPart, PracticeKind, ReadinessItem, Share, Side,
    SignToward, Skill, Stage, Tone, What, Wish, WorkSort,
};

use super::bytes::{Reader, Wire, WireError};

macro_rules! named {
    ($($enum:ident),+ $(,)?) => {
        $(impl Wire for $enum {
            fn put(&self, out: &mut Vec<u8>) {
                out.push(*self as u8);
            }

            fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
                let place = usize::from(reader.byte()?);
                Self::ALL.get(place).copied().ok_or(WireError::Value)
            }
        })+

        #[cfg(test)]
        pub(super) fn orders() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![$((stringify!($enum), $enum::ALL.iter().map(|value| value.name()).collect())),+]
        }
    };
}

named! {
    About, AppointmentSort, Ate, CalmWord, Channel, DraftEnd, DraftSort, Exercise, How, Instrument, LimitKind, Living,
    MessageKind, NeedKind, PersonCan, PlanPart, PracticeKind, ReadinessItem, Share, Side, SignToward, Skill, Stage,
    Tone, What, Wish, WorkSort,
}
