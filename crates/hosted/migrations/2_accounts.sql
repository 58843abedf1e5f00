-- Who may sign in. A name is here as a keyed hash alone: without the server's key nobody can tell whose it is, or try
-- names out. There are no dates, no addresses, no counts of visits.
CREATE TABLE account (
    called BYTEA NOT NULL PRIMARY KEY,
    owner BIGINT NOT NULL
);

CREATE INDEX account_owner ON account (owner);

-- What ends sessions: a cookie holds while it names the epoch that stands here.
CREATE TABLE tenant (
    owner BIGINT NOT NULL PRIMARY KEY,
    epoch BIGINT NOT NULL,
    guide BOOLEAN NOT NULL DEFAULT FALSE
);

-- Wrong passphrases in a row, under a keyed hash of a name or of an address; gone with the right one, or after a day.
CREATE TABLE slip (
    whose BYTEA NOT NULL PRIMARY KEY,
    wrong BIGINT NOT NULL,
    not_before BIGINT NOT NULL
);

CREATE INDEX slip_not_before ON slip (not_before);

-- Invitations, as keyed hashes, until used or over.
CREATE TABLE invitation (
    code BYTEA NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);

-- What the operator has said: how one signs up.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
