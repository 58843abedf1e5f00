//! The statements, shared by every database that takes numbered parameters. Only the tables' definitions differ.

pub(super) const CREATE_HEAD: &str = "INSERT INTO head (owner, revision, body) VALUES ($1, $2, $3)";
pub(super) const READ_HEAD: &str = "SELECT revision, body FROM head WHERE owner = $1";
pub(super) const MOVE_HEAD: &str =
    "UPDATE head SET revision = $1, body = $2 WHERE owner = $3 AND revision = $4";
pub(super) const READ_HEADERS: &str = "SELECT body FROM header WHERE owner = $1 ORDER BY copy";
pub(super) const PUT_HEADER: &str = "INSERT INTO header (owner, copy, body) VALUES ($1, $2, $3) \
     ON CONFLICT (owner, copy) DO UPDATE SET body = excluded.body";
pub(super) const ADD: &str = "INSERT INTO record (owner, seq, salt, body, link) VALUES ($1, $2, $3, $4, $5)";
/// The same for many records at once, where a database takes lists.
pub(super) const ADD_ALL: &str = "INSERT INTO record (owner, seq, salt, body, link) \
     SELECT $1, added.* FROM UNNEST($2::BIGINT[], $3::BYTEA[], $4::BYTEA[], $5::BYTEA[]) AS added";
/// Both at once: the head moves and the records come, or neither.
pub(super) const MOVE_HEAD_AND_ADD_ALL: &str = "WITH moved AS \
     (UPDATE head SET revision = $1, body = $2 WHERE owner = $3 AND revision = $4 RETURNING owner) \
     INSERT INTO record (owner, seq, salt, body, link) \
     SELECT moved.owner, added.* FROM moved, \
     UNNEST($5::BIGINT[], $6::BYTEA[], $7::BYTEA[], $8::BYTEA[]) AS added";
pub(super) const ERASE: &str = "UPDATE record SET salt = NULL, body = $1 WHERE owner = $2 AND seq = $3";
pub(super) const READ: &str = "SELECT seq, salt, body, link FROM record \
     WHERE owner = $1 AND seq > $2 ORDER BY seq LIMIT $3";
pub(super) const READ_ONE: &str = "SELECT seq, salt, body, link FROM record WHERE owner = $1 AND seq = $2";
pub(super) const READ_SNAPSHOT: &str = "SELECT body FROM snapshot WHERE owner = $1";
pub(super) const PUT_SNAPSHOT: &str = "INSERT INTO snapshot (owner, body) VALUES ($1, $2) \
     ON CONFLICT (owner) DO UPDATE SET body = excluded.body";
pub(super) const DROP_SNAPSHOT: &str = "DELETE FROM snapshot WHERE owner = $1";
pub(super) const DELETE: [&str; 4] = [
    "DELETE FROM snapshot WHERE owner = $1",
    "DELETE FROM record WHERE owner = $1",
    "DELETE FROM head WHERE owner = $1",
    "DELETE FROM header WHERE owner = $1",
];

/// Two copies of the header: it is small, and nothing opens without it.
pub(super) const COPIES: [i64; 2] = [0, 1];
