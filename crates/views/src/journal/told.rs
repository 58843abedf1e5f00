//! An entry in words: one plain line for each kind of event, its details, and the person's own words beside it.
//! What an entry means is not said here.

use fluent_bundle::FluentValue;
use method::event::{
    Appointment, CheckIn, Contact, Draft, HardDate, Limit, LimitKind, Met, Need, Place, Practice,
    Questionnaire, Request, Settings, Shadow, Side, Situation, Urge, What, Work,
};
use method::{Event, When};

use super::Reader;
use crate::{Words, hour};

/// An entry in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What it was.
    pub what: String,
    /// Its details.
    pub details: Vec<String>,
    /// The person's own words; may be empty.
    pub own: String,
}

impl Told {
    /// Its details in one line; may be empty.
    #[must_use]
    pub fn details(&self) -> String {
        self.details.join(" · ")
    }
}

/// What an erased entry leaves behind, in words.
pub(super) fn left(words: &Words, shadow: Shadow) -> String {
    words.say(match shadow {
        Shadow::Limit(_) => "told-erased-limit",
        Shadow::Fear => "told-erased-fear",
        Shadow::Stop => "told-erased-stop",
        Shadow::Words(_) => "told-erased-words",
    })
}

/// A sentence being put together.
struct Telling<'a, 'w> {
    reader: &'a Reader<'w>,
    told: Told,
}

pub(super) fn told(reader: &Reader<'_>, event: &Event) -> Told {
    let mut telling = Telling { reader, told: Told::default() };
    telling.event(event);
    telling.told
}

impl Telling<'_, '_> {
    fn words(&self) -> &Words {
        self.reader.words
    }

    fn what(&mut self, id: &str) {
        self.told.what = self.words().say(id);
    }

    fn what_with(&mut self, id: &str, name: &str, value: impl Into<FluentValue<'static>>) {
        self.told.what = self.words().say_with(id, &[(name, value.into())]);
    }

    fn and(&mut self, id: &str) {
        let said = self.words().say(id);
        self.told.details.push(said);
    }

    fn and_with(&mut self, id: &str, name: &str, value: impl Into<FluentValue<'static>>) {
        let said = self.words().say_with(id, &[(name, value.into())]);
        self.told.details.push(said);
    }

    fn and_figure(&mut self, id: &str, figure: Option<f64>) {
        if let Some(figure) = figure {
            self.and_with(id, "figure", figure);
        }
    }

    fn own<'t>(&mut self, texts: impl IntoIterator<Item = Option<&'t str>>) {
        let texts = texts.into_iter().flatten().map(str::trim).filter(|text| !text.is_empty());
        self.told.own = texts.collect::<Vec<_>>().join("\n");
    }

    fn channel(&self, channel: method::event::Channel) -> String {
        self.words().say(&format!("told-channel-{}", channel.name()))
    }

    /// A day, or a point in time, in words.
    fn when(&self, when: When) -> String {
        let day = self.reader.day(when.date(&self.reader.zone));
        let When::At(moment) = when else { return day };
        let fill = [("day", day.into()), ("hour", hour(moment.instant, &self.reader.zone).into())];
        self.words().say_with("entry-when", &fill)
    }

    fn day(&self, when: When) -> String {
        self.reader.day(when.date(&self.reader.zone))
    }

    fn event(&mut self, event: &Event) {
        match event {
            Event::Situation(situation) => self.situation(situation),
            Event::Limit(limit) => self.limit(limit),
            Event::Fear { of_partner } => {
                self.what(if *of_partner { "told-fear-yes" } else { "told-fear-no" });
            }
            Event::Urge(urge) => self.urge(urge),
            Event::Contact(contact) => self.contact(contact),
            Event::Request(request) => self.request(request),
            Event::Met(met) => self.met(met),
            Event::CheckIn(check_in) => self.check_in(check_in),
            Event::Questionnaire(form) => self.questionnaire(form),
            Event::Work(work) => self.work(work),
            Event::Mention { topic } => {
                self.what("told-mention");
                self.own([Some(&**topic)]);
            }
            Event::Change(change) => {
                self.what("told-change");
                self.own([Some(&*change.name), change.if_then.as_deref()]);
            }
            Event::Practice(practice) => self.practice(practice),
            Event::HardDate(date) => self.hard_date(date),
            Event::Draft(draft) => self.draft(draft),
            Event::DraftEnded { how, .. } => self.what(&format!("told-draft-{}", how.name())),
            Event::Need(need) => self.need(*need),
            Event::Sign(sign) => {
                self.what(&format!("told-sign-{}", sign.toward.name()));
                self.own([Some(&*sign.text)]);
            }
            Event::Enough { text } => {
                self.what("told-enough");
                self.own([Some(&**text)]);
            }
            Event::ReviewDate { on } => self.what_with("told-review-date", "day", self.day(*on)),
            Event::Note { text } => {
                self.what("told-note");
                self.own([Some(&**text)]);
            }
            Event::Appointment(appointment) => self.appointment(appointment),
            Event::Person(person) => {
                self.what("told-person");
                if let Some(can) = person.can {
                    self.and(&format!("told-can-{}", can.name()));
                }
                self.own([Some(&*person.name), person.phone.as_deref()]);
            }
            Event::Message(_) => self.what("told-message"),
            Event::Readiness(part) => {
                self.what(&format!("told-readiness-{}", part.item.name()));
                self.own([Some(&*part.text)]);
            }
            Event::Plan(part) => {
                self.what("told-plan");
                self.own([Some(&*part.text)]);
            }
            Event::Place(place) => self.place(place),
            Event::Settings(settings) => self.settings(settings),
            Event::Calm(calm) => {
                self.what("told-calm");
                self.and(&format!("calm-{}", calm.exercise.name()));
                self.and(&format!("told-calm-{}", calm.word.name()));
            }
            Event::Feed(feed) => {
                let id = if feed.secret.is_some() { "told-feed" } else { "told-feed-revoked" };
                self.what(id);
            }
            Event::Names(names) => {
                self.what("told-names");
                self.own(names.mine.iter().chain(&names.theirs).map(|name| Some(&**name)));
            }
            Event::Retract { .. } => self.what("told-retract"),
            Event::FalseAlarm { .. } => self.what("told-false-alarm"),
            Event::Erased(shadow) => self.told.what = left(self.words(), *shadow),
        }
    }

    fn situation(&mut self, situation: &Situation) {
        self.what("told-situation");
        if let Some(wish) = situation.wish {
            self.and(&format!("told-situation-wish-{}", wish.name()));
        }
        if let Some(left) = situation.left_on {
            self.and_with("told-situation-left", "day", self.day(left));
        }
        if let Some(living) = situation.living {
            self.and(&format!("told-situation-{}", living.name()));
        }
        match situation.shares.as_deref() {
            Some([]) => self.and("told-situation-shares-nothing"),
            Some(shares) => {
                let shares: Vec<String> = shares
                    .iter()
                    .map(|share| self.words().say(&format!("told-share-{}", share.name())))
                    .collect();
                self.and_with("told-situation-shares", "shares", shares.join(", "));
            }
            None => {}
        }
        if let Some(often) = situation.instinct_per_week {
            self.and_with("told-situation-instinct", "often", often.get());
        }
        if let Some(widest) = situation.widest_gap_days {
            self.and_with("told-situation-widest", "days", widest.days());
        }
        if let Some(starts) = situation.day_starts {
            self.and_with("told-situation-day-starts", "hour", starts.strftime("%H:%M").to_string());
        }
        if let Some(country) = &situation.country {
            let id = format!("country-{country}");
            let name = if self.words().has(&id) { self.words().say(&id) } else { country.to_string() };
            self.and_with("told-situation-country", "country", name);
        }
        if let Some(zone) = situation.zone.as_ref().and_then(jiff::tz::TimeZone::iana_name) {
            self.and_with("told-situation-zone", "zone", zone.to_owned());
        }
    }

    fn limit(&mut self, limit: &Limit) {
        self.what(&format!("told-limit-{}", limit.kind.name()));
        if let Some(until) = limit.until {
            self.and_with("told-limit-until", "day", self.day(until));
        }
        if let Some(channel) = limit.channel {
            self.and_with("told-limit-channel", "channel", self.channel(channel));
        }
        if limit.how == method::event::How::Blocked {
            self.and("told-limit-blocked");
        }
        if limit.kind == LimitKind::None {
            self.and(if limit.confirmed { "told-limit-confirmed" } else { "told-limit-unconfirmed" });
        }
    }

    fn urge(&mut self, urge: &Urge) {
        self.what_with("told-urge", "channel", self.channel(urge.channel));
        self.and_with("told-urge-strength", "figure", urge.strength.get());
        if let Some(after) = urge.after {
            self.and_with("told-urge-after", "figure", after.get());
        }
        if urge.acted {
            self.and("told-urge-acted");
        }
        self.own([urge.trigger.as_deref()]);
    }

    fn contact(&mut self, contact: &Contact) {
        let began = if contact.started { "started" } else { "answered" };
        let id = format!("told-contact-{}-{began}", contact.by.name());
        self.what_with(&id, "channel", self.channel(contact.channel));
        self.and(&format!("told-about-{}", contact.about.name()));
        // A tone is the partner's; on one's own contact it says nothing.
        if let (Side::Partner, Some(tone)) = (contact.by, contact.tone) {
            self.and(&format!("told-tone-{}", tone.name()));
        }
        self.and_figure("told-minutes", contact.minutes.map(method::event::Amount::get));
    }

    fn request(&mut self, request: &Request) {
        match request.what {
            What::Boundary => self.what("told-request-boundary"),
            What::Practical => self.what("told-request-practical"),
            what => {
                let what = self.words().say(&format!("told-what-{}", what.name()));
                self.what_with("told-request", "what", what);
            }
        }
        self.and_figure("told-minutes", request.minutes.map(method::event::Amount::get));
        self.and_figure("told-days", request.days.map(method::event::Amount::get));
        if request.open_ended {
            self.and("told-request-open");
        }
        if let Some(begins) = request.begins {
            self.and_with("told-request-begins", "when", self.when(begins));
        }
    }

    fn met(&mut self, met: &Met) {
        self.what("told-met");
        self.and_figure("told-met-planned", met.planned_minutes.map(method::event::Amount::get));
        self.and_figure("told-met-minutes", met.minutes.map(method::event::Amount::get));
        if let Some(side) = met.ended_by {
            self.and(&format!("told-met-ended-{}", side.name()));
        }
    }

    fn check_in(&mut self, check_in: &CheckIn) {
        let figure = |amount: Option<method::event::Amount>| amount.map(method::event::Amount::get);
        self.what("told-checkin");
        self.and_figure("told-mood", check_in.mood.map(|mood| f64::from(mood.get())));
        self.and_figure("told-sleep", check_in.sleep_hours.map(method::event::Hours::get));
        self.and_figure("told-asleep", figure(check_in.to_fall_asleep_minutes));
        self.and_figure("told-awake", figure(check_in.awake_minutes));
        if let Some(suffered) = check_in.day_suffered {
            self.and(if suffered { "told-suffered" } else { "told-suffered-not" });
        }
        if let Some(ate) = check_in.ate {
            self.and(&format!("told-ate-{}", ate.name()));
        }
        self.and_figure("told-moved", figure(check_in.moved_minutes));
        if let Some(worked) = check_in.worked {
            self.and(if worked { "told-worked" } else { "told-worked-not" });
        }
        self.and_figure("told-people", figure(check_in.people));
        self.and_figure("told-drinks", figure(check_in.drinks));
    }

    /// A total only where no answer is missing (CARE-5).
    fn questionnaire(&mut self, form: &Questionnaire) {
        self.what_with("told-questionnaire", "name", form.instrument().name().to_uppercase());
        match form.total() {
            Some(total) => self.and_with("told-questionnaire-total", "total", total),
            None => self.and("told-questionnaire-missing"),
        }
    }

    fn work(&mut self, work: &Work) {
        let sort = self.words().say(&format!("told-work-{}", work.sort.name()));
        self.what_with("told-work", "sort", sort);
        self.and_figure("told-minutes", work.minutes.map(method::event::Amount::get));
        self.own([Some(&*work.title), work.takeaway.as_deref()]);
    }

    fn practice(&mut self, practice: &Practice) {
        self.what(&format!("told-{}", practice.kind.name()));
        self.own([Some(&*practice.change), practice.trigger.as_deref()]);
    }

    fn hard_date(&mut self, date: &HardDate) {
        self.what_with("told-hard-date", "day", self.day(date.on));
        if date.yearly {
            self.and("told-yearly");
        }
        self.own([Some(&*date.name), date.plan.as_deref()]);
    }

    fn draft(&mut self, draft: &Draft) {
        self.what(&format!("told-draft-{}", draft.sort.name()));
        if self.reader.shows_drafts {
            self.own([Some(&*draft.text)]);
        } else {
            self.and("journal-order-words");
        }
    }

    fn need(&mut self, need: Need) {
        let met = if need.met { "-met" } else { "" };
        self.what(&format!("told-need-{}{met}", need.what.name()));
    }

    fn appointment(&mut self, appointment: &Appointment) {
        let id = format!("told-appointment-{}", appointment.sort.name());
        self.what_with(&id, "when", self.when(appointment.on));
        self.own([appointment.title.as_deref()]);
    }

    fn place(&mut self, place: &Place) {
        self.what("told-place");
        if let Some(stage) = place.stage {
            self.and(&format!("told-stage-{}", stage.name()));
        }
        if let Some(skill) = place.learnt {
            let skill = self.words().say(&format!("told-skill-{}", skill.name()));
            self.and_with("told-learnt", "skill", skill);
        }
    }

    fn settings(&mut self, settings: &Settings) {
        self.what("told-settings");
        self.and_figure("told-settings-lock", settings.lock_minutes.map(method::event::Amount::get));
        if let Some(tag) = &settings.language {
            self.and_with("told-settings-language", "tag", tag.to_string());
        }
    }
}
