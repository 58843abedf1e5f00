-- Sealed things only: nothing here can be read without the vault key.
CREATE TABLE header (
    owner BIGINT NOT NULL,
    copy BIGINT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (owner, copy)
) WITHOUT ROWID;

CREATE TABLE head (
    owner BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE record (
    owner BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    salt BLOB,
    body BLOB NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (owner, seq)
) WITHOUT ROWID;

CREATE TABLE snapshot (
    owner BIGINT NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
);
