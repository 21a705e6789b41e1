-- The ledger of letters. Not versioned: an address is somebody's, and may have to be erased.
CREATE TABLE mail_letters (
    id TEXT NOT NULL PRIMARY KEY,
    made_seq BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    lang TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    not_before TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_try TEXT NOT NULL,
    sent_at TEXT,
    error TEXT
);
CREATE INDEX mail_letters_waiting ON mail_letters (next_try) WHERE state = 'waiting';
CREATE INDEX mail_letters_recipient ON mail_letters (lower(recipient));
