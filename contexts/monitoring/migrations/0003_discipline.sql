-- Why there is no value of a period, as whoever owes it says.
CREATE TABLE monitoring_no_values (
    series TEXT NOT NULL,
    territory TEXT NOT NULL,
    period TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL,
    provenance TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (series, territory, period, rec_from)
);

-- Values that somebody above accepts or returns: each a case of a procedure of the pack. State and phase are what its acts gave.
-- Absent group and edition are empty texts, as of the value.
CREATE TABLE monitoring_reviews (
    code TEXT NOT NULL,
    entity TEXT NOT NULL,
    plan TEXT NOT NULL,
    indicator TEXT NOT NULL,
    series TEXT NOT NULL,
    territory TEXT NOT NULL,
    period TEXT NOT NULL,
    group_kind TEXT NOT NULL,
    group_name TEXT NOT NULL,
    edition TEXT NOT NULL,
    value TEXT NOT NULL,
    procedure TEXT NOT NULL,
    began_at TEXT NOT NULL,
    post TEXT NOT NULL,
    account TEXT NOT NULL,
    submissions BIGINT NOT NULL,
    submitted_seq BIGINT NOT NULL,
    state TEXT NOT NULL,
    phase TEXT NOT NULL,
    reason TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (code, rec_from)
);
CREATE INDEX monitoring_reviews_series ON monitoring_reviews (series, rec_to);
CREATE INDEX monitoring_reviews_phase ON monitoring_reviews (phase, rec_to);

-- What was done in a review, in order. `who` is a role of the procedure or a clock.
CREATE TABLE monitoring_review_acts (
    review TEXT NOT NULL,
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    post TEXT,
    reason TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (review, number, rec_from)
);

-- What the statistician says of the quality of a value; of that value and no other.
CREATE TABLE monitoring_validations (
    series TEXT NOT NULL,
    territory TEXT NOT NULL,
    period TEXT NOT NULL,
    group_kind TEXT NOT NULL,
    group_name TEXT NOT NULL,
    edition TEXT NOT NULL,
    value TEXT NOT NULL,
    verdict TEXT NOT NULL,
    words TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (series, territory, period, group_kind, group_name, edition, rec_from)
);
