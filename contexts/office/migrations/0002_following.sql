-- What somebody follows: a body, a place, an objective. It is theirs alone.
CREATE TABLE office_followed (
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (account, kind, code, rec_from)
);
-- What they were told of it: each once.
CREATE TABLE office_followed_told (
    account TEXT NOT NULL,
    identity TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (account, identity)
);
