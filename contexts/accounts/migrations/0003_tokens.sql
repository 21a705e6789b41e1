-- By which programs act for somebody. `id` is the digest of the token; `post` is empty where it acts through none.
CREATE TABLE accounts_tokens (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    post TEXT NOT NULL,
    grants TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_tokens_id ON accounts_tokens (id);
CREATE INDEX accounts_tokens_account ON accounts_tokens (account);
-- What its owner calls it and tells it by, and when and from where a program used it last.
CREATE TABLE accounts_token_notes (
    token TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    tail TEXT NOT NULL,
    used_at TEXT,
    address TEXT
);
CREATE INDEX accounts_token_notes_account ON accounts_token_notes (account);
