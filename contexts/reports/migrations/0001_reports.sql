-- Editions of reports: what was frozen, of which period, as known when. `known_at` is the instant that `known=` takes;
-- `known_seq` the last entry of the journal that it holds.
CREATE TABLE reports_editions (
    code TEXT NOT NULL,
    duty TEXT NOT NULL,
    period TEXT NOT NULL,
    number BIGINT NOT NULL,
    template TEXT NOT NULL,
    version BIGINT NOT NULL,
    known_at TEXT NOT NULL,
    known_seq BIGINT NOT NULL,
    checksum TEXT NOT NULL,
    replaces TEXT,
    reason TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reports_editions_code ON reports_editions (code);
CREATE INDEX reports_editions_duty ON reports_editions (duty);
-- What became of them: signed, published, withdrawn.
CREATE TABLE reports_steps (
    edition TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    checksum TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reports_steps_edition ON reports_steps (edition);
