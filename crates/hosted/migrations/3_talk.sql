-- The talk under the guide's pages. Words are sealed with the server's key; who wrote them stands here as a keyed hash that
-- is another than anywhere else in the database, so that nothing here leads to a vault.
CREATE TABLE post (
    page TEXT NOT NULL,
    id BYTEA NOT NULL,
    thread BYTEA NOT NULL,
    writer BYTEA NOT NULL,
    guides BOOLEAN NOT NULL,
    state SMALLINT NOT NULL,
    day INTEGER NOT NULL,
    place BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (page, id)
);

CREATE INDEX post_writer ON post (writer, day);
CREATE INDEX post_state ON post (state);

-- Who reported which post, so that nobody reports twice.
CREATE TABLE report (
    page TEXT NOT NULL,
    id BYTEA NOT NULL,
    writer BYTEA NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (page, id, writer)
);
