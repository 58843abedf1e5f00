-- Sealed things only: nothing here can be read without the key of the vault it belongs to. Every key begins with the
-- owner, and nothing points from one owner to another, so that a cluster can lay each owner's rows on one machine.
CREATE TABLE header (
    owner BIGINT NOT NULL,
    copy BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (owner, copy)
);

CREATE TABLE head (
    owner BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    body BYTEA NOT NULL
);

CREATE TABLE record (
    owner BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    salt BYTEA,
    body BYTEA NOT NULL,
    link BYTEA NOT NULL,
    PRIMARY KEY (owner, seq)
);

CREATE TABLE snapshot (
    owner BIGINT NOT NULL PRIMARY KEY,
    body BYTEA NOT NULL
);
