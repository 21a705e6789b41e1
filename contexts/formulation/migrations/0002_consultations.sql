-- What the public is asked about: a draft, from the act that opened it on.
CREATE TABLE formulation_consultations (
    code TEXT NOT NULL,
    case_code TEXT NOT NULL,
    entity TEXT NOT NULL,
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    plan_type TEXT NOT NULL,
    title TEXT NOT NULL,
    draft TEXT NOT NULL,
    draft_name TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_consultations_code ON formulation_consultations (code);
CREATE INDEX formulation_consultations_case ON formulation_consultations (case_code);
-- What somebody said, without account. Of the text a digest: the text stands beside, where it can be erased.
CREATE TABLE formulation_voices (
    consultation TEXT NOT NULL,
    number BIGINT NOT NULL,
    element TEXT,
    region TEXT,
    text_digest TEXT NOT NULL,
    follow_digest TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_voices_consultation ON formulation_voices (consultation);
CREATE INDEX formulation_voices_follow ON formulation_voices (follow_digest);
CREATE TABLE formulation_voice_texts (
    consultation TEXT NOT NULL,
    number BIGINT NOT NULL,
    salt TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX formulation_voice_texts_consultation ON formulation_voice_texts (consultation);
-- What the office made of it: shown or withheld, and the answer.
CREATE TABLE formulation_responses (
    consultation TEXT NOT NULL,
    number BIGINT NOT NULL,
    element TEXT,
    region TEXT,
    at TEXT NOT NULL,
    is_shown BIGINT NOT NULL,
    reason TEXT NOT NULL,
    taken_up TEXT,
    answer TEXT NOT NULL,
    post TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX formulation_responses_consultation ON formulation_responses (consultation);
