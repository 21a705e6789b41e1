-- Plans on their way to become law. State is derived from acts; nothing here says where a case stands.
CREATE TABLE formulation_cases (
    code TEXT NOT NULL,
    procedure TEXT NOT NULL,
    entity TEXT NOT NULL,
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    started_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_cases_code ON formulation_cases (code);
CREATE INDEX formulation_cases_entity ON formulation_cases (entity);
-- `who` is a role of the procedure or a clock; `post` the post that acted.
CREATE TABLE formulation_acts (
    case_code TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    post TEXT,
    reason TEXT NOT NULL,
    extend_by BIGINT,
    documents TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_acts_case ON formulation_acts (case_code);
-- Every draft that was put in, by the digest of its file; the last one counts.
CREATE TABLE formulation_drafts (
    case_code TEXT NOT NULL,
    number BIGINT NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_drafts_case ON formulation_drafts (case_code);
CREATE TABLE formulation_comments (
    case_code TEXT NOT NULL,
    number BIGINT NOT NULL,
    element TEXT,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_comments_case ON formulation_comments (case_code);
