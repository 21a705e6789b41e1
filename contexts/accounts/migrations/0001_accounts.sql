-- What the journal may keep of an account: an opaque code and digests. Names, addresses and secrets stand in tables of
-- their own that no leaf covers, so that they can be erased; `person` and `secret` are digests of them with salt, by which a
-- row changed by hand is found.
CREATE TABLE accounts_accounts (
    code TEXT NOT NULL,
    status TEXT NOT NULL,
    person TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_accounts_code ON accounts_accounts (code);
CREATE TABLE accounts_people (
    account TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    lang TEXT NOT NULL,
    salt TEXT NOT NULL
);
CREATE TABLE accounts_credentials (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    secret TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_credentials_account ON accounts_credentials (account);
-- The secrets themselves, and what was last seen of them (a step of time, a count), so that none is used twice.
CREATE TABLE accounts_secrets (
    credential TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    name TEXT NOT NULL,
    used BIGINT NOT NULL
);
-- `id` is the digest of what the browser holds.
CREATE TABLE accounts_sessions (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    stage TEXT NOT NULL,
    means TEXT NOT NULL,
    started_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_sessions_id ON accounts_sessions (id);
CREATE INDEX accounts_sessions_account ON accounts_sessions (account);
CREATE TABLE accounts_places (
    session TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX accounts_places_account ON accounts_places (account);
-- Browsers from which somebody logged in before: who guesses from elsewhere cannot lock them out.
CREATE TABLE accounts_devices (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_devices_id ON accounts_devices (id);
-- Invitations and ways to a new password, each good once.
CREATE TABLE accounts_passes (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_passes_id ON accounts_passes (id);
CREATE INDEX accounts_passes_account ON accounts_passes (account);
-- Failed attempts by minute: shown to whose account it was.
CREATE TABLE accounts_failures (
    account TEXT NOT NULL,
    minute TEXT NOT NULL,
    address TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (account, minute, address)
);
