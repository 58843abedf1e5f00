//! Files that lie with the service between two requests: a history that was sent, is looked over, and is not kept yet. They
//! are sealed with a key that travels in the sender's cookie alone.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use jiff::{SignedDuration, Timestamp};
use journal::secret::{NoRandomness, Random as _};
use journal::store::postgres::database;
use journal::store::{Owner, StoreError};
use sqlx::Row as _;
use zeroize::Zeroizing;

use crate::database::Database;
use crate::key::{ServerKey, bytes, letters};

/// So long one lies there.
const KEPT: SignedDuration = SignedDuration::from_mins(30);
/// So many bytes are sealed as one piece.
const PIECE: usize = 1024 * 1024;
/// The piece that says what was answered about the files.
const ANSWERS: i32 = -1;

/// A way back to files: where they lie, and the key to them.
#[derive(Clone)]
pub struct Parcel {
    id: [u8; 16],
    key: Zeroizing<[u8; 32]>,
}

/// What lies in one: the files, each with its name, and what was answered about them.
pub type Content = (Vec<(String, Vec<u8>)>, String);

/// Why files could not be laid down.
#[derive(Debug, thiserror::Error)]
pub enum ParcelError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

impl Parcel {
    /// The letters of its cookie, for its owner alone.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn seal(&self, key: &ServerKey, owner: Owner) -> Result<String, NoRandomness> {
        let plain = Zeroizing::new([&self.id[..], &*self.key].concat());
        Ok(letters(&key.seal("parcel", &owner.0.to_le_bytes(), &plain)?))
    }

    /// The parcel of a cookie; none where it is none of that owner.
    #[must_use]
    pub fn open(cookie: &str, key: &ServerKey, owner: Owner) -> Option<Self> {
        let plain = key.open("parcel", &owner.0.to_le_bytes(), &bytes(cookie)?)?;
        let (id, key) = plain.split_first_chunk::<16>()?;
        Some(Self { id: *id, key: Zeroizing::new(key.try_into().ok()?) })
    }

    fn bound(&self, piece: i32) -> Vec<u8> {
        [b"halflight parcel 1", &self.id[..], &piece.to_le_bytes()].concat()
    }

    fn wrap(&self, piece: i32, plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
        let mut nonce = [0; 24];
        app::random::System.fill(&mut nonce)?;
        let payload = Payload { msg: plain, aad: &self.bound(piece) };
        let sealed = XChaCha20Poly1305::new((&*self.key).into()).encrypt(&nonce.into(), payload);
        Ok([&nonce[..], &sealed.expect("a piece is far shorter than the cipher's most")].concat())
    }

    fn unwrap(&self, piece: i32, body: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = body.split_first_chunk::<24>()?;
        let payload = Payload { msg: sealed, aad: &self.bound(piece) };
        XChaCha20Poly1305::new((&*self.key).into()).decrypt(&(*nonce).into(), payload).ok()
    }
}

/// The parcels of a node's database.
pub struct Parcels<'a> {
    pub(crate) database: &'a Database,
    pub(crate) now: Timestamp,
}

impl Parcels<'_> {
    /// Lays files down in the place of whatever that owner had there.
    ///
    /// # Errors
    /// [`ParcelError`].
    pub async fn put(&self, owner: Owner, files: &[(String, Vec<u8>)]) -> Result<Parcel, ParcelError> {
        self.drop_all(owner).await?;
        let (mut id, mut key) = ([0; 16], Zeroizing::new([0; 32]));
        app::random::System.fill(&mut id)?;
        app::random::System.fill(&mut *key)?;
        let parcel = Parcel { id, key };
        let mut plain = Zeroizing::new(Vec::new());
        for (name, content) in files {
            for part in [name.as_bytes(), content] {
                plain.extend_from_slice(&(part.len() as u64).to_le_bytes());
                plain.extend_from_slice(part);
            }
        }
        for (piece, part) in (0..).zip(plain.chunks(PIECE)) {
            self.write(owner, &parcel, piece, part).await?;
        }
        Ok(parcel)
    }

    /// Notes what was answered about the files.
    ///
    /// # Errors
    /// [`ParcelError`].
    pub async fn answer(&self, owner: Owner, parcel: &Parcel, answers: &str) -> Result<(), ParcelError> {
        self.write(owner, parcel, ANSWERS, answers.as_bytes()).await
    }

    async fn write(
        &self,
        owner: Owner,
        parcel: &Parcel,
        piece: i32,
        plain: &[u8],
    ) -> Result<(), ParcelError> {
        let until = self.now.saturating_add(KEPT).unwrap_or(self.now);
        let put = "INSERT INTO parcel (owner, id, piece, until, body) VALUES ($1, $2, $3, $4, $5) \
                   ON CONFLICT (owner, id, piece) DO UPDATE SET body = excluded.body";
        let put = sqlx::query(put).bind(owner.0).bind(&parcel.id[..]).bind(piece).bind(until.as_second());
        put.bind(parcel.wrap(piece, plain)?).execute(&self.database.pool).await.map_err(database)?;
        Ok(())
    }

    /// What lies there; none where it is over, or not whole.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn get(&self, owner: Owner, parcel: &Parcel) -> Result<Option<Content>, StoreError> {
        let read =
            "SELECT piece, body FROM parcel WHERE owner = $1 AND id = $2 AND until > $3 ORDER BY piece";
        let read = sqlx::query(read).bind(owner.0).bind(&parcel.id[..]).bind(self.now.as_second());
        let (mut plain, mut answers) = (Vec::new(), String::new());
        for row in read.fetch_all(&self.database.pool).await.map_err(database)? {
            let piece: i32 = row.try_get(0).map_err(database)?;
            let body: &[u8] = row.try_get(1).map_err(database)?;
            let Some(part) = parcel.unwrap(piece, body) else { return Ok(None) };
            if piece == ANSWERS {
                answers = String::from_utf8_lossy(&part).into_owned();
            } else {
                plain.extend_from_slice(&part);
            }
        }
        Ok(files(&plain).map(|files| (files, answers)))
    }

    /// Takes away whatever that owner had there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drop_all(&self, owner: Owner) -> Result<(), StoreError> {
        let drop_it = sqlx::query("DELETE FROM parcel WHERE owner = $1").bind(owner.0);
        drop_it.execute(&self.database.pool).await.map(drop).map_err(database)
    }

    /// Takes away what nobody came back for.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sweep(&self) -> Result<(), StoreError> {
        let over = sqlx::query("DELETE FROM parcel WHERE until <= $1").bind(self.now.as_second());
        over.execute(&self.database.pool).await.map(drop).map_err(database)
    }
}

/// The files of a whole parcel; none where it is cut, or holds none.
fn files(mut plain: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let part = |plain: &mut &[u8]| {
        let (length, rest) = plain.split_first_chunk::<8>()?;
        let (part, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        *plain = rest;
        Some(part.to_vec())
    };
    while !plain.is_empty() {
        let name = String::from_utf8(part(&mut plain)?).ok()?;
        files.push((name, part(&mut plain)?));
    }
    (!files.is_empty()).then_some(files)
}
