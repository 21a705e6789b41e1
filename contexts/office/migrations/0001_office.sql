-- What posts were told: each notice once for each post.
CREATE TABLE office_notices (
    identity TEXT NOT NULL,
    post TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_en TEXT NOT NULL,
    due TEXT NOT NULL,
    path TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (post, identity)
);
-- How often somebody wants letters; without a row, every day on which there is something to tell.
CREATE TABLE office_letters (
    account TEXT NOT NULL,
    often TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (account, rec_from)
);
-- Secret addresses of somebody's calendar and feed, as digests.
CREATE TABLE office_feeds (
    digest TEXT NOT NULL,
    account TEXT NOT NULL,
    made_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (digest, rec_from)
);
CREATE INDEX office_feeds_account ON office_feeds (account);
