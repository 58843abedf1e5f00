//! Events, each behind its number. A number once given is never given again.

use method::event::{
    Appointment, Calm, Change, CheckIn, Contact, Draft, Feed, HardDate, Instrument, Limit, Message, Met,
    Names, Need, Person, Place, Plan, Practice, Questionnaire, Readiness, Request, Settings, Shadow, Sign,
    Situation, Urge, Work,
};
use method::{Entry, Event, Signs};

use super::bytes::{Reader, Wire, WireError};

/// A struct's fields one after the other.
macro_rules! fields {
    ($($of:ident { $($field:ident),+ })+) => {
        $(impl Wire for $of {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)+
            }

            fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
                Ok(Self { $($field: Wire::read_from(reader)?),+ })
            }
        })+
    };
}

fields! {
    Situation { wish, left_on, living, shares, zone, country, instinct_per_week, widest_gap_days, day_starts }
    Limit { kind, until, channel, how, confirmed }
    Urge { channel, strength, after, trigger, acted }
    Contact { by, started, channel, about, tone, minutes }
    Request { what, minutes, days, open_ended, begins }
    Met { planned_minutes, minutes, ended_by }
    CheckIn {
        sleep_hours, to_fall_asleep_minutes, awake_minutes, day_suffered, ate, moved_minutes, worked, people, mood,
        drinks
    }
    Work { sort, title, takeaway, minutes }
    Change { name, if_then }
    Practice { kind, change, trigger }
    HardDate { on, name, yearly, plan }
    Draft { id, sort, text }
    Need { what, met }
    Sign { toward, text }
    Appointment { on, sort, title }
    Person { name, phone, can }
    Message { by, channel, kind, length, minutes, about, import }
    Readiness { item, text }
    Place { stage, learnt }
    Plan { part, text }
    Settings { lock_minutes, language }
    Names { mine, theirs }
    Calm { exercise, word }
    Feed { secret }
}

impl Wire for Questionnaire {
    fn put(&self, out: &mut Vec<u8>) {
        self.instrument().put(out);
        self.answers().iter().for_each(|answer| out.push(answer.map_or(0xff, |answer| answer)));
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let instrument = Instrument::read_from(reader)?;
        let answers = reader.bytes(instrument.items())?;
        let answers = answers.iter().map(|&answer| (answer != 0xff).then_some(answer)).collect();
        Self::new(instrument, answers).map_err(|_| WireError::Value)
    }
}

/// One bit a sign.
impl Wire for Signs {
    fn put(&self, out: &mut Vec<u8>) {
        let bits = [self.to_self, self.to_other, self.afraid, self.marked];
        out.push(bits.iter().rev().fold(0, |byte, &bit| byte << 1 | u8::from(bit)));
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let byte = reader.byte()?;
        if byte > 0b1111 {
            return Err(WireError::Value);
        }
        let bit = |place: u8| byte >> place & 1 == 1;
        Ok(Self { to_self: bit(0), to_other: bit(1), afraid: bit(2), marked: bit(3) })
    }
}

impl Wire for Shadow {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Limit(limit) => {
                out.push(1);
                limit.put(out);
            }
            Self::Fear => out.push(2),
            Self::Stop => out.push(3),
            Self::Words(signs) => {
                out.push(4);
                signs.put(out);
            }
        }
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        match reader.byte()? {
            1 => Limit::read_from(reader).map(Self::Limit),
            2 => Ok(Self::Fear),
            3 => Ok(Self::Stop),
            4 => Signs::read_from(reader).map(Self::Words),
            _ => Err(WireError::Value),
        }
    }
}

impl Wire for Entry {
    fn put(&self, out: &mut Vec<u8>) {
        self.at.put(out);
        // A draft's id stands among its fields.
        let id = if matches!(self.event, Event::Draft(_)) { &None } else { &self.id };
        id.put(out);
        self.event.put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        let (at, id) = (Wire::read_from(reader)?, Option::<Box<str>>::read_from(reader)?);
        let event = Event::read_from(reader)?;
        let id = if let Event::Draft(draft) = &event { Some(draft.id.clone()) } else { id };
        Ok(Self { at, id, signs: Signs::default(), event })
    }
}

/// The events, each with its number, in one table for both ways.
macro_rules! events {
    (
        $($number:literal => $tuple:ident,)+ ;
        $($snumber:literal => $struct:ident { $($field:ident),+ },)+
    ) => {
        impl Wire for Event {
            fn put(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$tuple(what) => {
                        out.push($number);
                        what.put(out);
                    })+
                    $(Self::$struct { $($field),+ } => {
                        out.push($snumber);
                        $($field.put(out);)+
                    })+
                }
            }

            fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
                Ok(match reader.byte()? {
                    $($number => Self::$tuple(Wire::read_from(reader)?),)+
                    $($snumber => Self::$struct { $($field: Wire::read_from(reader)?),+ },)+
                    _ => return Err(WireError::Value),
                })
            }
        }
    };
}

events! {
    1 => Situation,
    2 => Limit,
    4 => Urge,
    5 => Contact,
    6 => Request,
    7 => Met,
    8 => CheckIn,
    9 => Questionnaire,
    10 => Work,
    12 => Change,
    13 => Practice,
    14 => HardDate,
    15 => Draft,
    17 => Need,
    18 => Sign,
    22 => Appointment,
    23 => Person,
    24 => Message,
    25 => Readiness,
    26 => Place,
    29 => Erased,
    30 => Settings,
    31 => Plan,
    32 => Names,
    33 => Calm,
    34 => Feed,
    ;
    3 => Fear { of_partner },
    11 => Mention { topic },
    16 => DraftEnded { id, how },
    19 => Enough { text },
    20 => ReviewDate { on },
    21 => Note { text },
    27 => Retract { id },
    28 => FalseAlarm { id },
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (**self).put(out);
    }

    fn read_from(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        T::read_from(reader).map(Self::new)
    }
}
