//! A short way to write an event: its name, then words, figures and texts in any order.
//!
//! `contact me starts call personal`, `urge text 8 trigger="a song"`, `request meal 60min`, `note "slept badly"`.
//! Every field can also be given as `name=value`. The result is the JSON object of the contract, so that there is one
//! strict reading of events and not two. It adds no time: that is the caller's.

use method::event::{
    About, AppointmentSort, Ate, CalmWord, Channel, DraftEnd, DraftSort, Exercise, How, Instrument,
    LimitKind, Living, MessageKind, NeedKind, PersonCan, PlanPart, ReadinessItem, Side, SignToward, Skill,
    Stage, Tone, What, Wish, WorkSort,
};
use serde_json::{Map, Value};

/// Why a short line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShortError {
    /// There is nothing in it.
    #[error("there is no event; begin with one, such as: urge text 8")]
    Empty,
    /// The event is not known.
    #[error("the event {0:?} is not known; the events are: {known}", known = events().collect::<Vec<_>>().join(", "))]
    UnknownEvent(String),
    /// A word means nothing to that event.
    #[error("{word:?} means nothing to {event:?}; it knows: {known}")]
    UnknownWord {
        /// The word.
        word: String,
        /// The event.
        event: &'static str,
        /// The words that the event knows.
        known: String,
    },
    /// A quotation is not closed.
    #[error("a quotation is not closed")]
    OpenQuotation,
}

/// How an event is written in short.
struct Shape {
    event: &'static str,
    /// Fields whose values are names, each name a word.
    names: &'static [(&'static str, &'static [&'static str])],
    /// Words that set a flag.
    flags: &'static [(&'static str, &'static str, bool)],
    /// The field that a bare figure goes to.
    figure: Option<&'static str>,
    /// The field that a bare text goes to.
    text: Option<&'static str>,
}

macro_rules! names {
    ($enum:ty) => {{
        const ALL: &[$enum] = <$enum>::ALL;
        const NAMES: [&str; ALL.len()] = {
            let mut names = [""; ALL.len()];
            let mut i = 0;
            while i < ALL.len() {
                names[i] = ALL[i].name();
                i += 1;
            }
            names
        };
        &NAMES
    }};
}

const STARTED: &[(&str, &str, bool)] = &[("starts", "started", true), ("replies", "started", false)];

const SHAPES: &[Shape] = &[
    Shape {
        event: "situation",
        names: &[("wish", names!(Wish)), ("living", names!(Living))],
        flags: &[],
        figure: Some("instinct_per_week"),
        text: None,
    },
    Shape {
        event: "limit",
        names: &[("limit", names!(LimitKind)), ("channel", names!(Channel)), ("how", names!(How))],
        flags: &[("confirmed", "confirmed", true)],
        figure: None,
        text: None,
    },
    Shape {
        event: "fear",
        names: &[],
        flags: &[("yes", "of_partner", true), ("no", "of_partner", false)],
        figure: None,
        text: None,
    },
    Shape {
        event: "urge",
        names: &[("channel", names!(Channel))],
        flags: &[("acted", "acted", true), ("passed", "acted", false)],
        figure: Some("strength"),
        text: Some("trigger"),
    },
    Shape {
        event: "contact",
        names: &[
            ("by", names!(Side)),
            ("channel", names!(Channel)),
            ("about", names!(About)),
            ("tone", names!(Tone)),
        ],
        flags: STARTED,
        figure: Some("minutes"),
        text: None,
    },
    Shape {
        event: "request",
        names: &[("what", names!(What))],
        flags: &[("open-ended", "open_ended", true)],
        figure: Some("minutes"),
        text: None,
    },
    Shape {
        event: "met",
        names: &[("ended_by", names!(Side))],
        flags: &[],
        figure: Some("minutes"),
        text: None,
    },
    Shape {
        event: "checkin",
        names: &[("ate", names!(Ate))],
        flags: &[
            ("suffered", "day_suffered", true),
            ("rested", "day_suffered", false),
            ("worked", "worked", true),
            ("off", "worked", false),
        ],
        figure: Some("mood"),
        text: None,
    },
    Shape {
        event: "questionnaire",
        names: &[("name", names!(Instrument))],
        flags: &[],
        figure: None,
        text: None,
    },
    Shape {
        event: "work",
        names: &[("sort", names!(WorkSort))],
        flags: &[],
        figure: Some("minutes"),
        text: Some("title"),
    },
    Shape { event: "mention", names: &[], flags: &[], figure: None, text: Some("topic") },
    Shape { event: "change", names: &[], flags: &[], figure: None, text: Some("name") },
    Shape { event: "kept", names: &[], flags: &[], figure: None, text: Some("change") },
    Shape { event: "slipped", names: &[], flags: &[], figure: None, text: Some("change") },
    Shape { event: "repaired", names: &[], flags: &[], figure: None, text: Some("change") },
    Shape {
        event: "hard-date",
        names: &[],
        flags: &[("yearly", "yearly", true)],
        figure: None,
        text: Some("name"),
    },
    Shape {
        event: "draft",
        names: &[("sort", names!(DraftSort))],
        flags: &[],
        figure: None,
        text: Some("text"),
    },
    Shape {
        event: "draft-ended",
        names: &[("how", names!(DraftEnd))],
        flags: &[],
        figure: None,
        text: Some("id"),
    },
    Shape {
        event: "need",
        names: &[("what", names!(NeedKind))],
        flags: &[("met", "met", true), ("missing", "met", false)],
        figure: None,
        text: None,
    },
    Shape {
        event: "sign",
        names: &[("toward", names!(SignToward))],
        flags: &[],
        figure: None,
        text: Some("text"),
    },
    Shape { event: "enough", names: &[], flags: &[], figure: None, text: Some("text") },
    Shape { event: "review-date", names: &[], flags: &[], figure: None, text: Some("on") },
    Shape { event: "note", names: &[], flags: &[], figure: None, text: Some("text") },
    Shape {
        event: "appointment",
        names: &[("sort", names!(AppointmentSort))],
        flags: &[],
        figure: None,
        text: Some("title"),
    },
    Shape {
        event: "person",
        names: &[("can", names!(PersonCan))],
        flags: &[],
        figure: None,
        text: Some("name"),
    },
    Shape {
        event: "message",
        names: &[
            ("by", names!(Side)),
            ("kind", names!(MessageKind)),
            ("channel", names!(Channel)),
            ("about", names!(About)),
        ],
        flags: &[],
        figure: Some("length"),
        text: None,
    },
    Shape {
        event: "readiness",
        names: &[("item", names!(ReadinessItem))],
        flags: &[],
        figure: None,
        text: Some("text"),
    },
    Shape {
        event: "place",
        names: &[("stage", names!(Stage)), ("learnt", names!(Skill))],
        flags: &[],
        figure: None,
        text: None,
    },
    Shape {
        event: "safety-plan",
        names: &[("part", names!(PlanPart))],
        flags: &[],
        figure: None,
        text: Some("text"),
    },
    Shape { event: "settings", names: &[], flags: &[], figure: Some("lock_minutes"), text: Some("language") },
    Shape {
        event: "calm",
        names: &[("exercise", names!(Exercise)), ("word", names!(CalmWord))],
        flags: &[],
        figure: None,
        text: None,
    },
    Shape { event: "calendar-feed", names: &[], flags: &[], figure: None, text: Some("secret") },
    Shape { event: "retract", names: &[], flags: &[], figure: None, text: Some("id") },
    Shape { event: "false-alarm", names: &[], flags: &[], figure: None, text: Some("id") },
];

/// The events that can be written in short.
pub fn events() -> impl Iterator<Item = &'static str> {
    SHAPES.iter().map(|shape| shape.event)
}

/// The words that an event knows, for completion; its fields are given with a closing `=`.
pub fn words(event: &str) -> Vec<String> {
    SHAPES.iter().find(|shape| shape.event == event).map_or_else(Vec::new, Shape::known)
}

/// Reads a short line into the object of the contract, without its time.
///
/// # Errors
/// [`ShortError`]: an event or a word that is not known, a quotation left open.
pub fn parse(line: &str) -> Result<Map<String, Value>, ShortError> {
    let mut words = split(line)?.into_iter();
    let name = words.next().ok_or(ShortError::Empty)?.text;
    let shape = SHAPES
        .iter()
        .find(|shape| shape.event == name)
        .ok_or_else(|| ShortError::UnknownEvent(name.clone()))?;
    let mut object = Map::new();
    object.insert("event".into(), shape.event.into());
    for word in words {
        let (field, value) = shape.read(&word)?;
        // Words of a text need no quotation marks.
        if word.is_bare()
            && shape.text == Some(&field)
            && let Some(Value::String(text)) = object.get_mut(&field)
        {
            *text = format!("{text} {}", word.text);
            continue;
        }
        // A channel and a message's kind share words; the first field that is still free takes the word.
        object.insert(shape.free(field, &word, &object), value);
    }
    Ok(object)
}

impl Shape {
    fn known(&self) -> Vec<String> {
        let names = self.names.iter().flat_map(|(_, names)| names.iter().map(ToString::to_string));
        let flags = self.flags.iter().map(|(word, ..)| (*word).to_string());
        let fields = self.names.iter().map(|(field, _)| *field).chain(self.figure).chain(self.text);
        names.chain(flags).chain(fields.map(|field| format!("{field}="))).collect()
    }

    /// The field that a word goes to, and its value.
    fn read(&self, word: &Word) -> Result<(String, Value), ShortError> {
        if let Some((field, value)) = word.assignment() {
            return Ok((field.to_string(), value_of(field, value)));
        }
        let text = word.text.as_str();
        if word.quoted
            && let Some(field) = self.text
        {
            return Ok((field.into(), text.into()));
        }
        if let Some((field, _)) = self.names.iter().find(|(_, names)| names.contains(&text)) {
            return Ok(((*field).into(), text.into()));
        }
        if let Some((_, field, flag)) = self.flags.iter().find(|(word, ..)| *word == text) {
            return Ok(((*field).into(), (*flag).into()));
        }
        if let Some((field, figure)) = figure(text, self.figure) {
            return Ok((field.into(), figure));
        }
        if let Some(field) = self.text {
            return Ok((field.into(), text.into()));
        }
        Err(ShortError::UnknownWord { word: text.into(), event: self.event, known: self.known().join(", ") })
    }

    /// Where a word could name two fields and the first is taken, the second.
    fn free(&self, field: String, word: &Word, object: &Map<String, Value>) -> String {
        if !object.contains_key(&field) || word.assignment().is_some() {
            return field;
        }
        let others = self.names.iter().filter(|(_, names)| names.contains(&word.text.as_str()));
        let free = others.map(|(field, _)| *field).find(|field| !object.contains_key(*field));
        free.map_or(field, String::from)
    }
}

/// Fields that are texts even where they look like figures.
const TEXTS: &[&str] = &[
    "id",
    "text",
    "name",
    "title",
    "takeaway",
    "trigger",
    "topic",
    "change",
    "if_then",
    "plan",
    "phone",
    "import",
    "until",
    "on",
    "for",
    "left_on",
    "day_starts",
    "zone",
    "country",
];

fn value_of(field: &str, value: &str) -> Value {
    let listed = |value: &str| value.split(',').map(|item| plain(item.trim())).collect::<Vec<_>>();
    match field {
        "shares" | "answers" => Value::from(if value.is_empty() { Vec::new() } else { listed(value) }),
        field if TEXTS.contains(&field) => Value::from(value),
        _ => plain(value),
    }
}

fn plain(value: &str) -> Value {
    match value {
        "true" | "yes" => Value::Bool(true),
        "false" | "no" => Value::Bool(false),
        "null" | "-" => Value::Null,
        value => number(value).unwrap_or_else(|| Value::from(value)),
    }
}

fn number(text: &str) -> Option<Value> {
    let starts_as_one = text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    starts_as_one.then(|| serde_json::from_str(text).ok()).flatten().filter(Value::is_number)
}

/// A figure with or without a unit, and the field that it goes to.
fn figure(text: &str, bare: Option<&'static str>) -> Option<(&'static str, Value)> {
    let units =
        [("minutes", "minutes"), ("min", "minutes"), ("days", "days"), ("d", "days"), ("h", "sleep_hours")];
    for (unit, field) in units {
        if let Some(figure) = text.strip_suffix(unit).and_then(number) {
            return Some((field, figure));
        }
    }
    number(text).and_then(|figure| bare.map(|field| (field, figure)))
}

/// A word of a short line.
struct Word {
    text: String,
    /// Whether it stood in quotation marks as a whole.
    quoted: bool,
    /// Where the first `=` outside quotation marks stands.
    equals: Option<usize>,
}

impl Word {
    fn is_bare(&self) -> bool {
        !self.quoted && self.equals.is_none()
    }

    fn assignment(&self) -> Option<(&str, &str)> {
        let equals = self.equals?;
        Some((&self.text[..equals], &self.text[equals + 1..]))
    }
}

/// Splits at white space outside quotation marks; `\"` and `\\` stand for themselves inside them.
fn split(line: &str) -> Result<Vec<Word>, ShortError> {
    let mut words = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        let Some(&first) = letters.peek() else { return Ok(words) };
        let mut word = Word { text: String::new(), quoted: first == '"', equals: None };
        while let Some(letter) = letters.next_if(|letter| !letter.is_whitespace()) {
            match letter {
                '"' => quotation(&mut letters, &mut word.text)?,
                '=' if word.equals.is_none() && !word.quoted && !word.text.is_empty() => {
                    word.equals = Some(word.text.len());
                    word.text.push('=');
                }
                letter => word.text.push(letter),
            }
        }
        words.push(word);
    }
}

fn quotation(letters: &mut impl Iterator<Item = char>, text: &mut String) -> Result<(), ShortError> {
    loop {
        match letters.next().ok_or(ShortError::OpenQuotation)? {
            '"' => return Ok(()),
            '\\' => text.push(letters.next().ok_or(ShortError::OpenQuotation)?),
            letter => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let object = Value::Object(parse(line).expect("a readable line"));
        let expected: Value = serde_json::from_str(expected).expect("JSON");
        assert_eq!(object, expected, "{line}");
    }

    #[test]
    fn a_contact_is_a_sentence() {
        check(
            "contact me starts call personal",
            r#"{"event":"contact","by":"me","started":true,"channel":"call","about":"personal"}"#,
        );
    }

    #[test]
    fn a_figure_goes_to_the_events_own_field() {
        check("urge text 8", r#"{"event":"urge","channel":"text","strength":8}"#);
        check("checkin 4 6.5h", r#"{"event":"checkin","mood":4,"sleep_hours":6.5}"#);
    }

    #[test]
    fn a_unit_names_the_field() {
        check("request trip 4days", r#"{"event":"request","what":"trip","days":4}"#);
        check("request meal 90min", r#"{"event":"request","what":"meal","minutes":90}"#);
    }

    #[test]
    fn a_text_may_hold_anything_in_quotation_marks() {
        check(r#"note "he said: \"no\" = no""#, r#"{"event":"note","text":"he said: \"no\" = no"}"#);
    }

    #[test]
    fn the_words_of_a_text_need_no_quotation_marks() {
        check("note slept badly again", r#"{"event":"note","text":"slept badly again"}"#);
        check("urge text 8 a song", r#"{"event":"urge","channel":"text","strength":8,"trigger":"a song"}"#);
    }

    #[test]
    fn a_number_in_a_text_field_stays_a_text() {
        check("person Ada phone=0123", r#"{"event":"person","name":"Ada","phone":"0123"}"#);
    }

    #[test]
    fn lists_are_written_with_commas() {
        check("situation shares=children,home", r#"{"event":"situation","shares":["children","home"]}"#);
        check(
            "questionnaire phq-2 answers=1,-",
            r#"{"event":"questionnaire","name":"phq-2","answers":[1,null]}"#,
        );
    }

    #[test]
    fn a_word_that_could_be_two_fields_fills_the_free_one() {
        check(
            "message partner text text",
            r#"{"event":"message","by":"partner","kind":"text","channel":"text"}"#,
        );
    }

    #[test]
    fn an_unknown_word_is_named_with_what_would_do() {
        let error = parse("contact me starts pigeon").expect_err("no such channel");
        assert!(error.to_string().contains("pigeon") && error.to_string().contains("letter"), "{error}");
    }

    #[test]
    fn an_open_quotation_is_told() {
        assert_eq!(parse("note \"never ends"), Err(ShortError::OpenQuotation));
    }
}
