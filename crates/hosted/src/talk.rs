//! The talk under the guide's pages (SHELF-3): questions and answers in threads, nobody under a name of their own, nothing
//! shown before a guide has passed it. There are no messages from one person to another, and no way to look somebody up.
//!
//! Off until the operator says otherwise.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use journal::secret::{NoRandomness, Random as _};
use journal::store::postgres::database;
use journal::store::{Owner, StoreError};
use sqlx::Row as _;
use sqlx::postgres::PgRow;

use crate::database::Database;
use crate::key::{ServerKey, bytes, letters};
use crate::{names, settings};

/// The longest post, in characters.
pub const LONGEST: usize = 4_000;
/// The name under which it is said whether there is a talk.
const SETTING: &str = "talk";
/// So many posts a person may write in a day.
const MOST_A_DAY: i64 = 20;
/// So many posts a person may report in a day: nobody takes a whole talk out of sight.
const MOST_REPORTS_A_DAY: i64 = 5;
/// A run of so many figures may be somebody's number.
const NUMBER: usize = 7;
const VERSION: u8 = 1;
const CONSENT: u8 = 1;
const GUIDE: u8 = 2;

/// What has become of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No guide has looked at it yet, or somebody has reported it since.
    Waiting,
    /// Everybody who is signed in sees it.
    Shown,
    /// A guide has put it out of sight.
    Hidden,
}

impl State {
    const fn code(self) -> i16 {
        match self {
            Self::Waiting => 0,
            Self::Shown => 1,
            Self::Hidden => 2,
        }
    }

    const fn of(code: i16) -> Self {
        match code {
            1 => Self::Shown,
            2 => Self::Hidden,
            _ => Self::Waiting,
        }
    }
}

/// A post, as somebody sees it. It has no `Debug`: words stand in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Post {
    /// The page it stands under.
    pub page: String,
    /// Its id.
    pub id: String,
    /// The id of the question it answers; its own where it is one.
    pub thread: String,
    /// What its writer is called on this page, and on no other.
    pub pen: String,
    /// Whether a guide wrote it.
    pub is_guides: bool,
    /// Whether whoever looks wrote it.
    pub is_mine: bool,
    /// Whether its writer agreed that it may stand in an archive.
    pub consent: bool,
    /// The day it was written, in UTC.
    pub day: Date,
    /// What has become of it.
    pub state: State,
    /// How many people reported it since a guide last looked.
    pub reports: i64,
    /// Its words.
    pub text: String,
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// Whose account.
    pub owner: Owner,
    /// Whether they are a guide.
    pub is_guide: bool,
}

/// What somebody writes. It has no `Debug`, either.
#[derive(Clone)]
pub struct Writing {
    /// Under which page.
    pub page: String,
    /// The id of the question that is answered; none for a new one.
    pub thread: Option<String>,
    /// The words.
    pub text: String,
    /// Whether they may stand in an archive.
    pub consent: bool,
}

/// Why a post was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TalkError {
    /// There is no talk here.
    #[error("there is no talk here")]
    Off,
    /// Nothing stands in it.
    #[error("there are no words in it")]
    Empty,
    /// It is too long.
    #[error("a post has {LONGEST} characters at most")]
    Long,
    /// It holds an address, a link or a number.
    #[error("a post holds no address, link or number")]
    Address,
    /// Enough for today.
    #[error("{MOST_A_DAY} posts a day are the most")]
    Enough,
    /// There is no such post, or it is not for them to do that.
    #[error("there is no such post")]
    Nothing,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

/// The talk, as a node reaches it.
pub struct Talk<'a> {
    pub(crate) database: &'a Database,
    pub(crate) key: &'a ServerKey,
    pub(crate) now: Timestamp,
}

const READ: &str = "SELECT page, id, thread, writer, state, day, body, \
     (SELECT count(*) FROM report WHERE report.page = post.page AND report.id = post.id) FROM post ";

impl Talk<'_> {
    /// Whether there is a talk.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_on(&self) -> Result<bool, StoreError> {
        Ok(settings::said(self.database, SETTING).await?.as_deref() == Some("on"))
    }

    /// Begins the talk, or ends it; what was written stays until it is removed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_on(&self, on: bool) -> Result<(), StoreError> {
        settings::say(self.database, SETTING, if on { "on" } else { "off" }).await
    }

    /// What `voice` may see under a page, oldest first: what is shown, and their own.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn under(&self, page: &str, voice: Voice) -> Result<Vec<Post>, StoreError> {
        let read = format!("{READ} WHERE page = $1 AND (state = 1 OR writer = $2) ORDER BY place");
        let read = sqlx::query(sqlx::AssertSqlSafe(read)).bind(page).bind(self.writer(voice));
        self.posts(read.fetch_all(&self.database.pool).await.map_err(database)?, voice)
    }

    /// Everything of somebody's own, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn of(&self, voice: Voice) -> Result<Vec<Post>, StoreError> {
        let read = format!("{READ} WHERE writer = $1 ORDER BY place DESC LIMIT 200");
        let read = sqlx::query(sqlx::AssertSqlSafe(read)).bind(self.writer(voice));
        self.posts(read.fetch_all(&self.database.pool).await.map_err(database)?, voice)
    }

    /// What waits for a guide, what was reported first; nothing for anybody else.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waiting(&self, voice: Voice) -> Result<Vec<Post>, StoreError> {
        if !voice.is_guide {
            return Ok(Vec::new());
        }
        let read = format!("{READ} WHERE state = 0 ORDER BY 8 DESC, place LIMIT 200");
        let rows = sqlx::query(sqlx::AssertSqlSafe(read)).fetch_all(&self.database.pool).await;
        self.posts(rows.map_err(database)?, voice)
    }

    /// What was shown in a period and whose writers agreed, by page and thread; and how many posts are left out because
    /// they did not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn archive(&self, from: Date, to: Date) -> Result<(Vec<Post>, usize), StoreError> {
        let read = format!("{READ} WHERE state = 1 AND day >= $1 AND day <= $2 ORDER BY page, place");
        let read = sqlx::query(sqlx::AssertSqlSafe(read)).bind(days(from)).bind(days(to));
        let nobody = Voice { owner: Owner(-1), is_guide: false };
        let all = self.posts(read.fetch_all(&self.database.pool).await.map_err(database)?, nobody)?;
        let count = all.len();
        let agreed: Vec<Post> = all.into_iter().filter(|post| post.consent).collect();
        let left_out = count - agreed.len();
        Ok((agreed, left_out))
    }

    /// Takes a post. A guide's is shown at once, anybody else's waits for one.
    ///
    /// # Errors
    /// [`TalkError`]; nothing was kept.
    pub async fn write(&self, writing: &Writing, voice: Voice) -> Result<(), TalkError> {
        if !self.is_on().await? {
            return Err(TalkError::Off);
        }
        let text = writing.text.trim();
        if text.is_empty() {
            return Err(TalkError::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(TalkError::Long);
        }
        if leads_elsewhere(text) {
            return Err(TalkError::Address);
        }
        let (writer, day) = (self.writer(voice), days(self.today()));
        let written = sqlx::query("SELECT count(*) FROM post WHERE writer = $1 AND day = $2").bind(&writer);
        let written = written.bind(day).fetch_one(&self.database.pool).await.map_err(database)?;
        if !voice.is_guide && written.try_get::<i64, _>(0).map_err(database)? >= MOST_A_DAY {
            return Err(TalkError::Enough);
        }
        let mut id = [0; 16];
        app::random::System.fill(&mut id)?;
        let thread = match &writing.thread {
            None => id.to_vec(),
            Some(thread) => self.thread(&writing.page, thread).await?,
        };
        let flags = u8::from(writing.consent) * CONSENT + u8::from(voice.is_guide) * GUIDE;
        let plain = [&[VERSION, flags], text.as_bytes()].concat();
        let body = self.key.seal("talk", &bound(&writing.page, &id), &plain)?;
        let state = if voice.is_guide { State::Shown } else { State::Waiting };
        let add = "INSERT INTO post (page, id, thread, writer, guides, state, day, place, body) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let add = sqlx::query(add).bind(&writing.page).bind(&id[..]).bind(thread).bind(writer);
        let add = add.bind(voice.is_guide).bind(state.code()).bind(day).bind(self.now.as_second()).bind(body);
        add.execute(&self.database.pool).await.map(drop).map_err(database)?;
        Ok(())
    }

    /// The question that is answered; it has to be one that is shown on that page.
    async fn thread(&self, page: &str, thread: &str) -> Result<Vec<u8>, TalkError> {
        let thread = bytes(thread).ok_or(TalkError::Nothing)?;
        let there =
            sqlx::query("SELECT 1 FROM post WHERE page = $1 AND id = $2 AND thread = $2 AND state = 1");
        let there =
            there.bind(page).bind(&thread).fetch_optional(&self.database.pool).await.map_err(database)?;
        there.map(|_| thread).ok_or(TalkError::Nothing)
    }

    /// Reports a post: it is out of sight until a guide has looked at it, once for each who reports. A guide's is not.
    ///
    /// # Errors
    /// [`TalkError`].
    pub async fn report(&self, page: &str, id: &str, voice: Voice) -> Result<(), TalkError> {
        let id = bytes(id).ok_or(TalkError::Nothing)?;
        let (writer, day) = (self.writer(voice), days(self.today()));
        let made = sqlx::query("SELECT count(*) FROM report WHERE writer = $1 AND day = $2").bind(&writer);
        let made = made.bind(day).fetch_one(&self.database.pool).await.map_err(database)?;
        if made.try_get::<i64, _>(0).map_err(database)? >= MOST_REPORTS_A_DAY {
            return Err(TalkError::Enough);
        }
        let note = "INSERT INTO report (page, id, writer, day) SELECT page, id, $3, $4 FROM post \
                    WHERE page = $1 AND id = $2 AND state = 1 AND NOT guides ON CONFLICT DO NOTHING";
        let note = sqlx::query(note).bind(page).bind(&id).bind(writer).bind(day);
        let noted = note.execute(&self.database.pool).await.map_err(database)?.rows_affected();
        if noted == 1 {
            let hide = sqlx::query("UPDATE post SET state = 0 WHERE page = $1 AND id = $2 AND state = 1");
            hide.bind(page).bind(&id).execute(&self.database.pool).await.map_err(database)?;
        }
        Ok(())
    }

    /// Shows a post to everybody, or puts it out of sight; a guide's to do.
    ///
    /// # Errors
    /// [`TalkError`].
    pub async fn judge(&self, page: &str, id: &str, state: State, voice: Voice) -> Result<(), TalkError> {
        if !voice.is_guide {
            return Err(TalkError::Nothing);
        }
        let id = bytes(id).ok_or(TalkError::Nothing)?;
        let set = sqlx::query("UPDATE post SET state = $3 WHERE page = $1 AND id = $2").bind(page).bind(&id);
        let set = set.bind(state.code()).execute(&self.database.pool).await.map_err(database)?;
        if set.rows_affected() == 1 { Ok(()) } else { Err(TalkError::Nothing) }
    }

    /// Removes a post for good: its writer may, and a guide.
    ///
    /// # Errors
    /// [`TalkError`].
    pub async fn remove(&self, page: &str, id: &str, voice: Voice) -> Result<(), TalkError> {
        let id = bytes(id).ok_or(TalkError::Nothing)?;
        let remove = "DELETE FROM post WHERE page = $1 AND id = $2 AND (writer = $3 OR $4)";
        let remove = sqlx::query(remove).bind(page).bind(&id).bind(self.writer(voice)).bind(voice.is_guide);
        let removed = remove.execute(&self.database.pool).await.map_err(database)?.rows_affected();
        if removed == 0 {
            return Err(TalkError::Nothing);
        }
        let reports = sqlx::query("DELETE FROM report WHERE page = $1 AND id = $2").bind(page).bind(&id);
        reports.execute(&self.database.pool).await.map(drop).map_err(database)?;
        Ok(())
    }

    /// Removes everything that somebody wrote here, as their account goes.
    pub(crate) async fn remove_all(&self, owner: Owner) -> Result<(), StoreError> {
        let writer = self.writer(Voice { owner, is_guide: false });
        for statement in [
            "DELETE FROM report WHERE (page, id) IN (SELECT page, id FROM post WHERE writer = $1) OR writer = $1",
            "DELETE FROM post WHERE writer = $1",
        ] {
            sqlx::query(statement).bind(&writer).execute(&self.database.pool).await.map_err(database)?;
        }
        Ok(())
    }

    fn writer(&self, voice: Voice) -> Vec<u8> {
        self.key.print("writer", &voice.owner.0.to_string())
    }

    fn today(&self) -> Date {
        jiff::tz::TimeZone::UTC.to_datetime(self.now).date()
    }

    fn posts(&self, rows: Vec<PgRow>, voice: Voice) -> Result<Vec<Post>, StoreError> {
        let mine = self.writer(voice);
        let mut posts = Vec::with_capacity(rows.len());
        for row in rows {
            let (page, id): (String, Vec<u8>) =
                (row.try_get(0).map_err(database)?, row.try_get(1).map_err(database)?);
            let (thread, writer): (Vec<u8>, Vec<u8>) =
                (row.try_get(2).map_err(database)?, row.try_get(3).map_err(database)?);
            let body: Vec<u8> = row.try_get(6).map_err(database)?;
            // What no key of the file opens is left out: a key was thrown away, or the row is another's.
            let Some(plain) = self.key.open("talk", &bound(&page, &id), &body) else { continue };
            let Some((&[VERSION, flags], text)) = plain.split_first_chunk::<2>() else { continue };
            posts.push(Post {
                pen: names::pen(&self.key.print("pen", &format!("{page} {}", letters(&writer)))),
                id: letters(&id),
                thread: letters(&thread),
                is_guides: flags & GUIDE != 0,
                is_mine: writer == mine,
                consent: flags & CONSENT != 0,
                day: date(row.try_get(5).map_err(database)?),
                state: State::of(row.try_get(4).map_err(database)?),
                reports: row.try_get(7).map_err(database)?,
                text: String::from_utf8_lossy(text).into_owned(),
                page,
            });
        }
        Ok(posts)
    }
}

fn bound(page: &str, id: &[u8]) -> Vec<u8> {
    [page.as_bytes(), b"\0", id].concat()
}

/// Days since the first of January 1970.
fn days(date: Date) -> i32 {
    let since = date.duration_since(jiff::civil::date(1970, 1, 1));
    i32::try_from(since.as_hours() / 24).unwrap_or(i32::MAX)
}

fn date(days: i32) -> Date {
    let first = jiff::civil::date(1970, 1, 1);
    first.checked_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(first)
}

/// Whether words lead out of the talk: a link, an address, a run of figures that may be a number. Nobody is to be reached
/// through it, a partner least of all.
fn leads_elsewhere(text: &str) -> bool {
    let folded = text.to_lowercase();
    let link =
        ["http:", "https:", "www.", " dot com", "(at)", "[at]"].iter().any(|part| folded.contains(part));
    let word_leads = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        // Somebody at somewhere, or the name of an account.
        bare.split_once('@').is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
            || word.trim_start_matches(['(', '"', '\'']).starts_with('@') && bare.len() > 2
            || is_host(bare.split('/').next().unwrap_or_default())
    };
    let (mut run, mut longest) = (0, 0);
    for letter in text.chars() {
        match letter {
            _ if letter.is_numeric() => run += 1,
            _ if letter.is_alphabetic() => run = 0,
            // A colon stands in hours, a per cent sign after a share: what follows is another figure.
            ':' | '%' | '€' | '$' | '£' => run = 0,
            _ => {}
        }
        longest = longest.max(run);
    }
    link || longest >= NUMBER || folded.split_whitespace().any(word_leads)
}

/// The ends of names of hosts that people write most.
const ENDS: [&str; 24] = [
    "app", "at", "ca", "ch", "co", "com", "de", "dev", "eu", "fm", "fr", "gg", "info", "io", "ly", "me",
    "net", "nl", "org", "ru", "social", "tv", "uk", "us",
];

/// Whether a word reads as the name of a host: `example.org`, and not `night.then`.
fn is_host(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, end)| {
        let is_name = name.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '.');
        is_name && !name.is_empty() && ENDS.contains(&end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_somebody_is_seen_and_plain_figures_are_not() {
        for leads in [
            "write to anna@example.org",
            "see https://example.org",
            "www.example.org has it",
            "I am @annalena there",
            "call 0171 555 01 23",
            "+1 (555) 010-0199",
            "0171,555,0123",
            "t.me/anna is where I am",
            "example.org has it",
            "anna at mail dot com",
        ] {
            assert!(leads_elsewhere(leads), "{leads}");
        }
        for plain in
            ["We had 14 years, 3 of them good", "at 10:30 @ home", "50 % of 30 minutes", "left in 2025"]
        {
            assert!(!leads_elsewhere(plain), "{plain}");
        }
    }

    #[test]
    fn a_day_comes_back() {
        for day in
            [jiff::civil::date(2026, 11, 26), jiff::civil::date(1970, 1, 1), jiff::civil::date(2100, 2, 28)]
        {
            assert_eq!(date(days(day)), day);
        }
    }
}
