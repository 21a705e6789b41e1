-- Values that officials put in and did not record yet, and what became of them. They are of the office.
CREATE TABLE monitoring_drafts (
    code TEXT NOT NULL,
    entity TEXT NOT NULL,
    post TEXT NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    evidence TEXT,
    evidence_name TEXT,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (code, rec_from)
);
CREATE INDEX monitoring_drafts_entity ON monitoring_drafts (entity, state);
