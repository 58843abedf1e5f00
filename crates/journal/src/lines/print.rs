//! One entry into one line, its fields always in the same order, so that what is read back and written again is the
//! same line. Signs are not written: they are read from the words each time.

use method::event::{
    Appointment, CheckIn, Contact, HardDate, How, Limit, Message, Met, Person, Questionnaire, Request,
    Shadow, Share, Situation, Urge, Work,
};
use method::{Entry, Event};
use serde_json::Value;

use super::time::{print_moment, print_time_of_day, print_when};

/// Writes one entry as one line, without a newline.
#[must_use]
pub fn print(entry: &Entry) -> String {
    let mut line = Line(String::from("{"));
    line.text("at", &print_moment(entry.at));
    line.text("event", name(&entry.event));
    fields(&mut line, &entry.event);
    // A draft's own id was written among its fields.
    if let (Some(id), false) = (&entry.id, matches!(entry.event, Event::Draft(_))) {
        line.text("id", id);
    }
    line.0.push('}');
    line.0
}

/// The event's name in the contract.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Situation(_) => "situation",
        Event::Limit(_) => "limit",
        Event::Fear { .. } => "fear",
        Event::Urge(_) => "urge",
        Event::Contact(_) => "contact",
        Event::Request(_) => "request",
        Event::Met(_) => "met",
        Event::CheckIn(_) => "checkin",
        Event::Questionnaire(_) => "questionnaire",
        Event::Work(_) => "work",
        Event::Mention { .. } => "mention",
        Event::Change(_) => "change",
        Event::Practice(practice) => practice.kind.name(),
        Event::HardDate(_) => "hard-date",
        Event::Draft(_) => "draft",
        Event::DraftEnded { .. } => "draft-ended",
        Event::Need(_) => "need",
        Event::Sign(_) => "sign",
        Event::Enough { .. } => "enough",
        Event::ReviewDate { .. } => "review-date",
        Event::Note { .. } => "note",
        Event::Appointment(_) => "appointment",
        Event::Person(_) => "person",
        Event::Message(_) => "message",
        Event::Readiness(_) => "readiness",
        Event::Place(_) => "place",
        Event::Plan(_) => "safety-plan",
        Event::Settings(_) => "settings",
        Event::Names(_) => "names",
        Event::Calm(_) => "calm",
        Event::Feed(_) => "calendar-feed",
        Event::Retract { .. } => "retract",
        Event::FalseAlarm { .. } => "false-alarm",
        Event::Erased(_) => "erased",
    }
}

/// A line being written, field after field; an absent value writes nothing.
struct Line(String);

impl Line {
    fn value(&mut self, field: &str, value: impl Into<Value>) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&Value::from(field).to_string());
        self.0.push(':');
        self.0.push_str(&value.into().to_string());
    }

    fn text(&mut self, field: &str, text: &str) {
        self.value(field, text);
    }

    fn maybe<T: Into<Value>>(&mut self, field: &str, value: Option<T>) {
        if let Some(value) = value {
            self.value(field, value);
        }
    }

    fn number(&mut self, field: &str, number: Option<f64>) {
        self.maybe(field, number.map(plain));
    }
}

/// A whole number without a decimal point, any other as it is.
fn plain(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && (0.0..EXACT).contains(&number) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, from 0 to 2^53")]
        Value::from(number as u64)
    } else {
        Value::from(number)
    }
}

fn fields(line: &mut Line, event: &Event) {
    match event {
        Event::Situation(what) => situation(line, what),
        Event::Limit(what) => limit(line, what),
        Event::Fear { of_partner } => line.value("of_partner", *of_partner),
        Event::Urge(what) => urge(line, what),
        Event::Contact(what) => contact(line, what),
        Event::Request(what) => request(line, what),
        Event::Met(what) => met(line, what),
        Event::CheckIn(what) => check_in(line, what),
        Event::Questionnaire(what) => questionnaire(line, what),
        Event::Work(what) => work(line, what),
        Event::Mention { topic } => line.text("topic", topic),
        Event::Change(what) => {
            line.text("name", &what.name);
            line.maybe("if_then", what.if_then.as_deref());
        }
        Event::Practice(what) => {
            line.text("change", &what.change);
            line.maybe("trigger", what.trigger.as_deref());
        }
        Event::HardDate(what) => hard_date(line, what),
        Event::Draft(what) => {
            line.text("id", &what.id);
            line.text("sort", what.sort.name());
            line.text("text", &what.text);
        }
        Event::DraftEnded { id, how } => {
            line.text("id", id);
            line.text("how", how.name());
        }
        Event::Need(what) => {
            line.text("what", what.what.name());
            line.value("met", what.met);
        }
        Event::Sign(what) => {
            line.text("toward", what.toward.name());
            line.text("text", &what.text);
        }
        Event::Enough { text } | Event::Note { text } => line.text("text", text),
        Event::ReviewDate { on } => line.text("on", &print_when(*on)),
        Event::Appointment(what) => appointment(line, what),
        Event::Person(what) => person(line, what),
        Event::Message(what) => message(line, what),
        Event::Readiness(what) => {
            line.text("item", what.item.name());
            line.text("text", &what.text);
        }
        Event::Place(what) => {
            line.maybe("stage", what.stage.map(method::event::Stage::name));
            line.maybe("learnt", what.learnt.map(method::event::Skill::name));
        }
        Event::Plan(what) => {
            line.text("part", what.part.name());
            line.text("text", &what.text);
        }
        Event::Settings(what) => {
            line.number("lock_minutes", what.lock_minutes.map(method::event::Amount::get));
            line.maybe("language", what.language.as_deref());
        }
        Event::Names(what) => {
            let list = |names: &[Box<str>]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
            line.value("me", list(&what.mine));
            line.value("partner", list(&what.theirs));
        }
        Event::Calm(what) => {
            line.text("exercise", what.exercise.name());
            line.text("word", what.word.name());
        }
        Event::Feed(what) => line.maybe("secret", what.secret.as_deref()),
        Event::Retract { id } | Event::FalseAlarm { id } => line.text("id", id),
        Event::Erased(what) => shadow(line, *what),
    }
}

fn situation(line: &mut Line, what: &Situation) {
    line.maybe("wish", what.wish.map(method::event::Wish::name));
    line.maybe("left_on", what.left_on.map(print_when));
    line.maybe("living", what.living.map(method::event::Living::name));
    let shares = |shares: &Vec<Share>| shares.iter().map(|share| share.name()).collect::<Vec<_>>();
    line.maybe("shares", what.shares.as_ref().map(shares));
    line.maybe("zone", what.zone.as_ref().and_then(|zone| zone.iana_name()));
    line.maybe("country", what.country.as_deref());
    line.number("instinct_per_week", what.instinct_per_week.map(method::event::PerWeek::get));
    line.maybe("widest_gap_days", what.widest_gap_days.map(method::event::WidestGap::days));
    line.maybe("day_starts", what.day_starts.map(print_time_of_day));
}

fn limit(line: &mut Line, what: &Limit) {
    line.text("limit", what.kind.name());
    line.maybe("until", what.until.map(print_when));
    line.maybe("channel", what.channel.map(method::event::Channel::name));
    line.maybe("how", (what.how != How::Asked).then(|| what.how.name()));
    line.maybe("confirmed", what.confirmed.then_some(true));
}

fn shadow(line: &mut Line, what: Shadow) {
    match what {
        Shadow::Limit(what) => {
            line.text("what", "limit");
            limit(line, &what);
        }
        Shadow::Fear => line.text("what", "fear"),
        Shadow::Stop => line.text("what", "stop"),
        Shadow::Words(signs) => {
            line.text("what", "words");
            let named = [(signs.to_self, "self"), (signs.to_other, "other"), (signs.afraid, "afraid")];
            line.value(
                "signs",
                named.iter().filter(|(said, _)| *said).map(|(_, name)| *name).collect::<Vec<_>>(),
            );
        }
    }
}

fn urge(line: &mut Line, what: &Urge) {
    line.text("channel", what.channel.name());
    line.value("strength", what.strength.get());
    line.maybe("after", what.after.map(method::event::Rating::get));
    line.maybe("trigger", what.trigger.as_deref());
    line.value("acted", what.acted);
}

fn contact(line: &mut Line, what: &Contact) {
    line.text("by", what.by.name());
    line.value("started", what.started);
    line.text("channel", what.channel.name());
    line.text("about", what.about.name());
    line.maybe("tone", what.tone.map(method::event::Tone::name));
    line.number("minutes", what.minutes.map(method::event::Amount::get));
}

fn request(line: &mut Line, what: &Request) {
    line.text("what", what.what.name());
    line.number("minutes", what.minutes.map(method::event::Amount::get));
    line.number("days", what.days.map(method::event::Amount::get));
    line.maybe("open_ended", what.open_ended.then_some(true));
    line.maybe("for", what.begins.map(print_when));
}

fn met(line: &mut Line, what: &Met) {
    line.number("planned_minutes", what.planned_minutes.map(method::event::Amount::get));
    line.number("minutes", what.minutes.map(method::event::Amount::get));
    line.maybe("ended_by", what.ended_by.map(method::event::Side::name));
}

fn check_in(line: &mut Line, what: &CheckIn) {
    let amount = |amount: Option<method::event::Amount>| amount.map(method::event::Amount::get);
    line.number("sleep_hours", what.sleep_hours.map(method::event::Hours::get));
    line.number("to_fall_asleep_minutes", amount(what.to_fall_asleep_minutes));
    line.number("awake_minutes", amount(what.awake_minutes));
    line.maybe("day_suffered", what.day_suffered);
    line.maybe("ate", what.ate.map(method::event::Ate::name));
    line.number("moved_minutes", amount(what.moved_minutes));
    line.maybe("worked", what.worked);
    line.number("people", amount(what.people));
    line.maybe("mood", what.mood.map(method::event::Rating::get));
    line.number("drinks", amount(what.drinks));
}

fn questionnaire(line: &mut Line, what: &Questionnaire) {
    line.text("name", what.instrument().name());
    line.value("answers", what.answers().iter().map(|&answer| Value::from(answer)).collect::<Vec<_>>());
}

fn work(line: &mut Line, what: &Work) {
    line.text("sort", what.sort.name());
    line.text("title", &what.title);
    line.maybe("takeaway", what.takeaway.as_deref());
    line.number("minutes", what.minutes.map(method::event::Amount::get));
}

fn hard_date(line: &mut Line, what: &HardDate) {
    line.text("on", &print_when(what.on));
    line.text("name", &what.name);
    line.maybe("yearly", what.yearly.then_some(true));
    line.maybe("plan", what.plan.as_deref());
}

fn appointment(line: &mut Line, what: &Appointment) {
    line.text("for", &print_when(what.on));
    line.text("sort", what.sort.name());
    line.maybe("title", what.title.as_deref());
}

fn person(line: &mut Line, what: &Person) {
    line.text("name", &what.name);
    line.maybe("phone", what.phone.as_deref());
    line.maybe("can", what.can.map(method::event::PersonCan::name));
}

fn message(line: &mut Line, what: &Message) {
    line.text("by", what.by.name());
    line.text("channel", what.channel.name());
    line.text("kind", what.kind.name());
    line.number("length", what.length.map(method::event::Amount::get));
    line.number("minutes", what.minutes.map(method::event::Amount::get));
    line.maybe("about", what.about.map(method::event::About::name));
    line.maybe("import", what.import.as_deref());
}
