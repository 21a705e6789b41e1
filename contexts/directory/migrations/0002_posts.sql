-- A post outlives its holders: what is due stays with it. The holder is an account by its opaque code; who that is stands
-- nowhere in the journal.
CREATE TABLE directory_posts (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    entity TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    superior TEXT,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX directory_posts_code ON directory_posts (code);
CREATE INDEX directory_posts_entity ON directory_posts (entity);
CREATE TABLE directory_holders (
    post TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    norm TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX directory_holders_post ON directory_holders (post);
CREATE INDEX directory_holders_account ON directory_holders (account);
