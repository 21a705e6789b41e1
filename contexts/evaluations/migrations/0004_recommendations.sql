-- Recommendations and findings from any source.
CREATE TABLE evaluations_recommendations (
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    nature TEXT NOT NULL,
    entity TEXT NOT NULL,
    programme TEXT,
    text TEXT NOT NULL,
    document TEXT NOT NULL,
    made_on TEXT NOT NULL,
    due_on TEXT,
    role TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_recommendations_code ON evaluations_recommendations (code);
CREATE INDEX evaluations_recommendations_entity ON evaluations_recommendations (entity);
-- What was done about them.
CREATE TABLE evaluations_followups (
    recommendation TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_followups_recommendation ON evaluations_followups (recommendation);
-- The calendar of audits; `day_last` is one of its days.
CREATE TABLE evaluations_audits (
    code TEXT NOT NULL,
    auditor TEXT NOT NULL,
    entity TEXT NOT NULL,
    matter TEXT NOT NULL,
    title TEXT NOT NULL,
    day_first TEXT NOT NULL,
    day_last TEXT NOT NULL,
    overlap_reason TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_audits_code ON evaluations_audits (code);
CREATE INDEX evaluations_audits_entity ON evaluations_audits (entity);
