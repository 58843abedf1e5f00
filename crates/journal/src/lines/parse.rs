//! One JSON object into one entry, field by field as the contract names them. It checks; it does not judge.

use method::event::{
    About, Appointment, AppointmentSort, Ate, Calm, CalmWord, Change, Channel, CheckIn, Contact, Draft,
    DraftEnd, DraftSort, Exercise, Feed, HardDate, Hours, How, Instrument, Limit, LimitKind, Living, Message,
    MessageKind, Met, Names, Need, NeedKind, OutOfRange, PerWeek, Person, PersonCan, Place, Plan, PlanPart,
    Practice, PracticeKind, Questionnaire, Rating, Readiness, ReadinessItem, Request, Settings, Shadow,
    Share, Side, Sign, SignToward, Situation, Skill, Stage, Tone, Urge, What, WidestGap, Wish, Work,
    WorkSort,
};
use method::{Entry, Event, Signs};
use serde_json::{Map, Value};

use super::fields::{Fields, LineError, needed, small, unknown_name};

type Parsed<T> = Result<T, LineError>;

/// Takes one of an enum's names from the fields.
macro_rules! name {
    ($fields:expr, $field:literal, $enum:ty) => {
        $fields.name($field, <$enum>::ALL, <$enum>::name)
    };
}

/// Reads one object: the entry, and the names of fields that it does not know.
///
/// # Errors
/// [`LineError`]: what is missing, of the wrong kind or out of its range.
pub fn parse_object(object: Map<String, Value>) -> Result<(Entry, Vec<String>), LineError> {
    let mut fields = Fields::of(object);
    let at = needed("at", fields.moment("at")?)?;
    let name = needed("event", fields.text("event")?)?;
    // In these three the id is that of another entry, and the entry has none of its own.
    let speaks_of_another = matches!(&*name, "retract" | "false-alarm" | "draft-ended");
    let id = if speaks_of_another { None } else { fields.text("id")? };
    let event = match &*name {
        "draft" => Event::Draft(draft(&mut fields, needed("id", id.clone())?)?),
        name => event(name, &mut fields)?,
    };
    Ok((Entry { at, id, signs: Signs::default(), event }, fields.left()))
}

fn event(name: &str, fields: &mut Fields) -> Parsed<Event> {
    let needed_text = |fields: &mut Fields, field| needed(field, fields.text(field)?);
    Ok(match name {
        "situation" => Event::Situation(Box::new(situation(fields)?)),
        "limit" => Event::Limit(limit(fields)?),
        "fear" => Event::Fear { of_partner: needed("of_partner", fields.flag("of_partner")?)? },
        "urge" => Event::Urge(urge(fields)?),
        "contact" => Event::Contact(contact(fields)?),
        "request" => Event::Request(request(fields)?),
        "met" => Event::Met(met(fields)?),
        "checkin" => Event::CheckIn(check_in(fields)?),
        "questionnaire" => Event::Questionnaire(questionnaire(fields)?),
        "work" => Event::Work(work(fields)?),
        "mention" => Event::Mention { topic: needed_text(fields, "topic")? },
        "change" => {
            Event::Change(Change { name: needed_text(fields, "name")?, if_then: fields.text("if_then")? })
        }
        "kept" => Event::Practice(practice(PracticeKind::Kept, fields)?),
        "slipped" => Event::Practice(practice(PracticeKind::Slipped, fields)?),
        "repaired" => Event::Practice(practice(PracticeKind::Repaired, fields)?),
        "hard-date" => Event::HardDate(hard_date(fields)?),
        "draft-ended" => Event::DraftEnded {
            id: needed_text(fields, "id")?,
            how: needed("how", name!(fields, "how", DraftEnd)?)?,
        },
        "need" => Event::Need(Need {
            what: needed("what", name!(fields, "what", NeedKind)?)?,
            met: needed("met", fields.flag("met")?)?,
        }),
        "sign" => Event::Sign(Sign {
            toward: needed("toward", name!(fields, "toward", SignToward)?)?,
            text: needed_text(fields, "text")?,
        }),
        "enough" => Event::Enough { text: needed_text(fields, "text")? },
        "review-date" => Event::ReviewDate { on: needed("on", fields.when("on")?)? },
        "note" => Event::Note { text: needed_text(fields, "text")? },
        "appointment" => Event::Appointment(appointment(fields)?),
        "person" => Event::Person(person(fields)?),
        "message" => Event::Message(message(fields)?),
        "readiness" => Event::Readiness(Readiness {
            item: needed("item", name!(fields, "item", ReadinessItem)?)?,
            text: needed_text(fields, "text")?,
        }),
        "place" => Event::Place(Place {
            stage: name!(fields, "stage", Stage)?,
            learnt: name!(fields, "learnt", Skill)?,
        }),
        "safety-plan" => Event::Plan(Plan {
            part: needed("part", name!(fields, "part", PlanPart)?)?,
            text: needed_text(fields, "text")?,
        }),
        "settings" => Event::Settings(Settings {
            lock_minutes: fields.amount("lock_minutes")?,
            language: fields.text("language")?,
        }),
        "names" => Event::Names(Names { mine: names(fields, "me")?, theirs: names(fields, "partner")? }),
        "calm" => Event::Calm(Calm {
            exercise: needed("exercise", name!(fields, "exercise", Exercise)?)?,
            word: needed("word", name!(fields, "word", CalmWord)?)?,
        }),
        "calendar-feed" => Event::Feed(Feed { secret: fields.text("secret")? }),
        "retract" => Event::Retract { id: needed_text(fields, "id")? },
        "erased" => Event::Erased(shadow(fields)?),
        "false-alarm" => Event::FalseAlarm { id: needed_text(fields, "id")? },
        _ => return Err(LineError::UnknownEvent),
    })
}

fn in_range<T, U>(
    field: &'static str,
    value: Option<T>,
    new: fn(T) -> Result<U, OutOfRange>,
) -> Parsed<Option<U>> {
    value.map(|value| new(value).map_err(|source| LineError::Range { field, source })).transpose()
}

fn situation(fields: &mut Fields) -> Parsed<Situation> {
    Ok(Situation {
        wish: name!(fields, "wish", Wish)?,
        left_on: fields.when("left_on")?,
        living: name!(fields, "living", Living)?,
        shares: shares(fields)?,
        zone: fields.zone("zone")?,
        country: country(fields)?,
        instinct_per_week: in_range("instinct_per_week", fields.number("instinct_per_week")?, PerWeek::new)?,
        widest_gap_days: in_range("widest_gap_days", fields.small("widest_gap_days")?, WidestGap::new)?,
        day_starts: fields.time_of_day("day_starts")?,
    })
}

fn names(fields: &mut Fields, field: &'static str) -> Parsed<Vec<Box<str>>> {
    let list = needed(field, fields.list(field)?)?;
    let name = |value: &Value| value.as_str().map(Box::from);
    let names: Option<Vec<Box<str>>> = list.iter().map(name).collect();
    names.ok_or(LineError::Kind { field, expected: "a list of texts" })
}

fn shares(fields: &mut Fields) -> Parsed<Option<Vec<Share>>> {
    let Some(list) = fields.list("shares")? else { return Ok(None) };
    let share = |value: &Value| value.as_str().and_then(Share::named);
    let shares =
        list.iter().map(|value| share(value).ok_or_else(|| unknown_name("shares", Share::ALL, Share::name)));
    shares.collect::<Parsed<Vec<Share>>>().map(Some)
}

fn country(fields: &mut Fields) -> Parsed<Option<Box<str>>> {
    let country = fields.text("country")?;
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    match country {
        Some(code) if !is_code(&code) => {
            Err(LineError::Kind { field: "country", expected: "two capital letters such as DE" })
        }
        country => Ok(country),
    }
}

fn limit(fields: &mut Fields) -> Parsed<Limit> {
    Ok(Limit {
        kind: needed("limit", name!(fields, "limit", LimitKind)?)?,
        until: fields.when("until")?,
        channel: name!(fields, "channel", Channel)?,
        how: name!(fields, "how", How)?.unwrap_or(How::Asked),
        confirmed: fields.flag("confirmed")?.unwrap_or(false),
    })
}

fn shadow(fields: &mut Fields) -> Parsed<Shadow> {
    const WHAT: &[&str] = &["limit", "fear", "stop", "words"];
    Ok(match needed("what", fields.name("what", WHAT, |what| what)?)? {
        "limit" => Shadow::Limit(limit(fields)?),
        "fear" => Shadow::Fear,
        "stop" => Shadow::Stop,
        _ => Shadow::Words(signs(fields)?),
    })
}

fn signs(fields: &mut Fields) -> Parsed<Signs> {
    let mut signs = Signs::default();
    for sign in needed("signs", fields.list("signs")?)? {
        match sign.as_str() {
            Some("self") => signs.to_self = true,
            Some("other") => signs.to_other = true,
            Some("afraid") => signs.afraid = true,
            _ => return Err(unknown_name("signs", &["self", "other", "afraid"], |sign| sign)),
        }
    }
    Ok(signs)
}

fn rating(field: &'static str, fields: &mut Fields) -> Parsed<Option<Rating>> {
    in_range(field, fields.small(field)?, Rating::new)
}

fn urge(fields: &mut Fields) -> Parsed<Urge> {
    Ok(Urge {
        channel: needed("channel", name!(fields, "channel", Channel)?)?,
        strength: needed("strength", rating("strength", fields)?)?,
        after: rating("after", fields)?,
        trigger: fields.text("trigger")?,
        acted: fields.flag("acted")?.unwrap_or(false),
    })
}

/// A channel by which something can reach the partner; the others occur as urges only.
fn contact_channel(fields: &mut Fields) -> Parsed<Channel> {
    let channel = needed("channel", name!(fields, "channel", Channel)?)?;
    if channel.is_contact() {
        return Ok(channel);
    }
    let contact: Vec<Channel> = Channel::ALL.iter().copied().filter(|channel| channel.is_contact()).collect();
    Err(unknown_name("channel", &contact, Channel::name))
}

fn contact(fields: &mut Fields) -> Parsed<Contact> {
    Ok(Contact {
        by: needed("by", name!(fields, "by", Side)?)?,
        started: needed("started", fields.flag("started")?)?,
        channel: contact_channel(fields)?,
        about: needed("about", name!(fields, "about", About)?)?,
        tone: name!(fields, "tone", Tone)?,
        minutes: fields.amount("minutes")?,
    })
}

fn request(fields: &mut Fields) -> Parsed<Request> {
    Ok(Request {
        what: needed("what", name!(fields, "what", What)?)?,
        minutes: fields.amount("minutes")?,
        days: fields.amount("days")?,
        open_ended: fields.flag("open_ended")?.unwrap_or(false),
        begins: fields.when("for")?,
    })
}

fn met(fields: &mut Fields) -> Parsed<Met> {
    Ok(Met {
        planned_minutes: fields.amount("planned_minutes")?,
        minutes: fields.amount("minutes")?,
        ended_by: name!(fields, "ended_by", Side)?,
    })
}

fn check_in(fields: &mut Fields) -> Parsed<CheckIn> {
    Ok(CheckIn {
        sleep_hours: in_range("sleep_hours", fields.number("sleep_hours")?, Hours::new)?,
        to_fall_asleep_minutes: fields.amount("to_fall_asleep_minutes")?,
        awake_minutes: fields.amount("awake_minutes")?,
        day_suffered: fields.flag("day_suffered")?,
        ate: name!(fields, "ate", Ate)?,
        moved_minutes: fields.amount("moved_minutes")?,
        worked: fields.flag("worked")?,
        people: fields.amount("people")?,
        mood: rating("mood", fields)?,
        drinks: fields.amount("drinks")?,
    })
}

fn questionnaire(fields: &mut Fields) -> Parsed<Questionnaire> {
    let instrument = needed("name", name!(fields, "name", Instrument)?)?;
    let answers = needed("answers", fields.list("answers")?)?;
    let expected =
        || LineError::Kind { field: "answers", expected: "a list of numbers from 0 to 3, or null" };
    let answer = |value: &Value| match value {
        Value::Null => Ok(None),
        value => value.as_f64().and_then(small).map(Some).ok_or_else(expected),
    };
    let answers = answers.iter().map(answer).collect::<Parsed<Vec<Option<u8>>>>()?;
    Questionnaire::new(instrument, answers).map_err(|source| LineError::Range { field: "answers", source })
}

fn work(fields: &mut Fields) -> Parsed<Work> {
    Ok(Work {
        sort: needed("sort", name!(fields, "sort", WorkSort)?)?,
        title: needed("title", fields.text("title")?)?,
        takeaway: fields.text("takeaway")?,
        minutes: fields.amount("minutes")?,
    })
}

fn practice(kind: PracticeKind, fields: &mut Fields) -> Parsed<Practice> {
    Ok(Practice { kind, change: needed("change", fields.text("change")?)?, trigger: fields.text("trigger")? })
}

fn hard_date(fields: &mut Fields) -> Parsed<HardDate> {
    Ok(HardDate {
        on: needed("on", fields.when("on")?)?,
        name: needed("name", fields.text("name")?)?,
        yearly: fields.flag("yearly")?.unwrap_or(false),
        plan: fields.text("plan")?,
    })
}

fn draft(fields: &mut Fields, id: Box<str>) -> Parsed<Draft> {
    Ok(Draft {
        id,
        sort: needed("sort", name!(fields, "sort", DraftSort)?)?,
        text: needed("text", fields.text("text")?)?,
    })
}

fn appointment(fields: &mut Fields) -> Parsed<Appointment> {
    Ok(Appointment {
        on: needed("for", fields.when("for")?)?,
        sort: needed("sort", name!(fields, "sort", AppointmentSort)?)?,
        title: fields.text("title")?,
    })
}

fn person(fields: &mut Fields) -> Parsed<Person> {
    Ok(Person {
        name: needed("name", fields.text("name")?)?,
        phone: fields.text("phone")?,
        can: name!(fields, "can", PersonCan)?,
    })
}

fn message(fields: &mut Fields) -> Parsed<Message> {
    Ok(Message {
        by: needed("by", name!(fields, "by", Side)?)?,
        channel: contact_channel(fields)?,
        kind: needed("kind", name!(fields, "kind", MessageKind)?)?,
        length: fields.amount("length")?,
        minutes: fields.amount("minutes")?,
        about: name!(fields, "about", About)?,
        import: fields.text("import")?,
    })
}
