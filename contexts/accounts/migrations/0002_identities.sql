-- That an identity provider knows the owner of an account. What the journal may keep of it is a digest with salt: issuer and
-- subject are easily guessed, a subject may be the number of somebody's document. They stand beside, where they can be erased.
CREATE TABLE accounts_identities (
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    who TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX accounts_identities_account ON accounts_identities (account);
CREATE TABLE accounts_subjects (
    identity TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    salt TEXT NOT NULL,
    UNIQUE (issuer, subject)
);
-- By which the provider is asked to end its session too. Erased with ours.
CREATE TABLE accounts_id_tokens (
    session TEXT NOT NULL PRIMARY KEY,
    token TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
