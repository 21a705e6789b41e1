-- Sessions of review bodies; `agenda_known` is the entry after which the agenda was drawn up last.
CREATE TABLE reviews_reviews (
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    held_on TEXT NOT NULL,
    agenda_on TEXT NOT NULL,
    agenda_known BIGINT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    cancelled TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_reviews_code ON reviews_reviews (code);
-- Matters of an agenda, with the figures as they were. Nothing takes one off.
CREATE TABLE reviews_items (
    review TEXT NOT NULL,
    number BIGINT NOT NULL,
    subject TEXT NOT NULL,
    class TEXT NOT NULL,
    size TEXT NOT NULL,
    triggers TEXT NOT NULL,
    figures_kind TEXT NOT NULL,
    period TEXT,
    measured TEXT,
    limit_value TEXT,
    day TEXT,
    told TEXT,
    entity TEXT,
    element TEXT,
    indicator TEXT,
    territory TEXT,
    name TEXT NOT NULL,
    name_en TEXT,
    since TEXT NOT NULL,
    signature TEXT NOT NULL,
    sample BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_items_review ON reviews_items (review);
-- Minutes and decisions while they are written; of the office until they are signed.
CREATE TABLE reviews_draft_minutes (
    review TEXT NOT NULL,
    text TEXT NOT NULL,
    present TEXT NOT NULL,
    post TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_draft_minutes_review ON reviews_draft_minutes (review);
CREATE TABLE reviews_draft_decisions (
    review TEXT NOT NULL,
    code TEXT NOT NULL,
    item BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_role TEXT NOT NULL,
    owner_entity TEXT NOT NULL,
    due_on TEXT NOT NULL,
    evidence TEXT NOT NULL,
    indicator TEXT,
    territory TEXT,
    period TEXT,
    target_old TEXT,
    target_new TEXT,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_draft_decisions_review ON reviews_draft_decisions (review);
-- Minutes and decisions since they were signed. Nothing changes them.
CREATE TABLE reviews_minutes (
    review TEXT NOT NULL,
    text TEXT NOT NULL,
    present TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_minutes_review ON reviews_minutes (review);
CREATE TABLE reviews_decisions (
    review TEXT NOT NULL,
    code TEXT NOT NULL,
    item BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_role TEXT NOT NULL,
    owner_entity TEXT NOT NULL,
    due_on TEXT NOT NULL,
    evidence TEXT NOT NULL,
    indicator TEXT,
    territory TEXT,
    period TEXT,
    target_old TEXT,
    target_new TEXT,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_decisions_review ON reviews_decisions (review);
CREATE INDEX reviews_decisions_code ON reviews_decisions (code);
-- What was done about them.
CREATE TABLE reviews_followups (
    decision TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX reviews_followups_decision ON reviews_followups (decision);
