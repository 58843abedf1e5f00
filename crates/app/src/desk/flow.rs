//! Message histories: read in memory, shown with their audit, corrected, and only then kept, as counts; and the flow of
//! everything that is kept. What is offered and not kept leaves nothing behind.

use history::{Contact, DateOrder, Kept, Kind, ME, Options, PARTNER, ReadError, Reading, Source, Timeline};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use method::event::{About, MessageKind, Names, Side};
use method::{Event, Present};

use super::{Desk, DeskError};
use crate::vault::{EraseError, ImportError, Imported, Target};

/// A history that was read and is not kept yet.
pub struct Offer {
    files: Vec<Source>,
    /// How it is read.
    pub options: Options,
    /// What came of it.
    pub outcome: Result<Reading, ReadError>,
    /// Who writes in it, as far as the readings so far told.
    pub people: Vec<String>,
    timeline: Option<Timeline>,
}

impl Offer {
    fn read(files: Vec<Source>, options: Options) -> Self {
        let mut offer =
            Self { files, options, outcome: Err(ReadError::NoFile), people: Vec::new(), timeline: None };
        offer.read_again();
        offer
    }

    fn read_again(&mut self) {
        let timeline = history::gather(&self.files, &self.options);
        self.timeline = None;
        self.outcome = timeline.map(|timeline| {
            self.timeline = Some(timeline.clone());
            history::flow(timeline, &self.options)
        });
        let told: Vec<String> = match &self.outcome {
            Ok(reading) => reading.people.iter().map(|person| person.name.clone()).collect(),
            Err(error) => error.people().to_vec(),
        };
        let new = told.into_iter().filter(|name| !self.people.contains(name)).collect::<Vec<_>>();
        self.people.extend(new);
    }
}

impl Desk {
    /// Reads files, in memory alone. Whoever asks is not known yet, so that most are told who writes in them first.
    ///
    /// # Errors
    /// [`DeskError::Locked`].
    pub fn offer_history(&mut self, files: Vec<(String, Vec<u8>)>) -> Result<(), DeskError> {
        let present = self.present().ok_or(DeskError::Locked)?;
        let left = present.left_on.map(|left| left.date(&present.zone));
        // A zone without a name is only an offset; the machine's own knows its summers.
        let zone =
            if present.zone.iana_name().is_some() { present.zone.clone() } else { crate::clock::zone() };
        let mut options = Options { left, ..Options::new("", zone) };
        if let Some(names) = names(&present) {
            call(&mut options, names.mine.iter().map(ToString::to_string), theirs(names));
        }
        let files = files.into_iter().map(|(name, bytes)| Source::held(name, bytes)).collect();
        self.offered = Some(Offer::read(files, options));
        Ok(())
    }

    /// Reads what is offered once more, with what the person set right: all names of their own, all of the partner's.
    pub fn correct_history(
        &mut self,
        me: Vec<String>,
        partner: Vec<String>,
        zone: Option<TimeZone>,
        dates: Option<DateOrder>,
    ) {
        if let Some(offer) = &mut self.offered {
            call(&mut offer.options, me, partner);
            offer.options.dates = dates;
            offer.options.zone = zone.unwrap_or_else(|| offer.options.zone.clone());
            offer.read_again();
        }
    }

    /// What is offered.
    #[must_use]
    pub fn offered(&self) -> Option<&Offer> {
        self.offered.as_ref()
    }

    /// Lets go of what is offered; nothing of it stays.
    pub fn drop_history(&mut self) {
        self.offered = None;
    }

    /// Keeps what is offered, as counts and never words, under a name by which it can be taken out again; if the person
    /// wants, also by which names it calls the two, so that the next one need not ask.
    ///
    /// # Errors
    /// [`ImportError`]; nothing was kept, and it is still offered. Nothing where nothing fit is offered.
    pub async fn keep_history(&mut self, remember: bool) -> Result<Option<Imported>, ImportError> {
        let Some(offer) = self.offered.take() else { return Ok(None) };
        let Some(timeline) = &offer.timeline else { return Ok(None) };
        let name = format!("{}-{}", self.now().instant.strftime("%Y-%m-%d"), &self.new_name()[..4]);
        let Ok(vault) = self.vault() else { return Ok(None) };
        match vault.import_history(timeline, &offer.options.zone, &name).await {
            Ok(imported) => {
                if remember {
                    self.remember(&offer.options, &timeline.known_as).await;
                }
                Ok(Some(imported))
            }
            Err(error) => {
                self.offered = Some(offer);
                Err(error)
            }
        }
    }

    /// Writes down by which names histories call the two, beside those known before.
    async fn remember(&mut self, options: &Options, partner: &[String]) {
        let mut known = self.present().and_then(|present| names(&present).cloned()).unwrap_or_default();
        let before = known.clone();
        let add = |list: &mut Vec<Box<str>>, name: &String| {
            if !name.is_empty() && !list.iter().any(|known| **known == **name) {
                list.push(name.as_str().into());
            }
        };
        for name in std::iter::once(&options.me).chain(&options.also_mine) {
            add(&mut known.mine, name);
        }
        for name in partner {
            add(&mut known.theirs, name);
        }
        if known != before {
            let entry = self.entry(Event::Names(known));
            // The counts are kept; without the names the next history asks once more.
            let _remembered_or_not = self.record(vec![entry]).await;
        }
    }

    /// Takes a kept history out, for good.
    ///
    /// # Errors
    /// [`EraseError`]; nothing was erased.
    pub async fn remove_history(&mut self, name: &str) -> Result<(), EraseError> {
        let vault = self.vault().map_err(|_| EraseError::Nothing)?;
        vault.erase(Target::Import(name.to_owned())).await.map(drop)
    }

    /// The flow of everything kept: imported messages, and contacts entered by hand. None where there is none.
    #[must_use]
    pub fn flow(&self, me: &str, partner: &str) -> Option<Reading> {
        let present = self.present()?;
        let kept = kept(&present);
        if kept.read_in.is_empty() && kept.by_hand.is_empty() {
            return None;
        }
        let left = present.left_on.map(|left| left.date(&present.zone));
        let options = Options { left, ..Options::new(me, present.zone.clone()) };
        Some(history::flow(kept.timeline(me, partner), &options))
    }
}

/// By which names histories call the two, as far as that was kept.
fn names<'a>(present: &Present<'a>) -> Option<&'a Names> {
    present.standing.names.seen(present.now).last().map(|noted| &noted.what)
}

fn theirs(names: &Names) -> Vec<String> {
    names.theirs.iter().map(ToString::to_string).collect()
}

/// Sets all names of the two; the first of each stands for the person.
fn call(options: &mut Options, mine: impl IntoIterator<Item = String>, theirs: Vec<String>) {
    let (mut mine, mut theirs) = (mine.into_iter(), theirs.into_iter());
    options.me = mine.next().unwrap_or_default();
    options.also_mine = mine.collect();
    options.partner = theirs.next();
    options.also_known_as = theirs.collect();
}

/// Personal contacts as counts. Practical ones stand outside the flow.
fn kept(present: &Present<'_>) -> Kept {
    let who = |side| if side == Side::Me { ME } else { PARTNER };
    let contact = |at: Timestamp, by, kind| Contact {
        at: at.as_second(),
        who: who(by),
        kind,
        minutes: None,
        length: 0,
    };
    let mut read_in: Vec<(Option<&str>, Vec<Contact>)> = Vec::new();
    for noted in present.standing.messages.seen(present.now) {
        let kind = match noted.what.kind {
            MessageKind::Text => Kind::Text,
            MessageKind::Media => Kind::Media,
            MessageKind::Call => Kind::Call,
            MessageKind::Reaction => continue,
        };
        if noted.what.about == Some(About::Practical) {
            continue;
        }
        let contact = contact(noted.at, noted.what.by, kind);
        // Messages of one import follow one another.
        match read_in.iter_mut().rfind(|(import, _)| *import == noted.import()) {
            Some((_, contacts)) => contacts.push(contact),
            None => read_in.push((noted.import(), vec![contact])),
        }
    }
    let by_hand =
        present.standing.contacts.seen(present.now).filter(|noted| noted.what.about == About::Personal);
    Kept {
        read_in: read_in.into_iter().map(|(_, contacts)| contacts).collect(),
        by_hand: by_hand.map(|noted| contact(noted.at, noted.what.by, Kind::Text)).collect(),
        written_since: present.first_written().map(Timestamp::as_second),
    }
}
