-- Message histories that were sent and are not kept yet, for half an hour. The key to one travels in its sender's cookie and
-- is nowhere else: once that is gone nobody can read it, not even in a copy of this database.
CREATE TABLE parcel (
    owner BIGINT NOT NULL,
    id BYTEA NOT NULL,
    piece INTEGER NOT NULL,
    until BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (owner, id, piece)
);
