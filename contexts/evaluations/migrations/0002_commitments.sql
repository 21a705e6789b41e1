-- What was done with a matrix; its state is derived. `who` is a role of the procedure or a clock.
CREATE TABLE evaluations_acts (
    evaluation TEXT NOT NULL,
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
CREATE INDEX evaluations_acts_evaluation ON evaluations_acts (evaluation);
-- Lines of a matrix while it is determined.
CREATE TABLE evaluations_drafts (
    evaluation TEXT NOT NULL,
    code TEXT NOT NULL,
    action TEXT NOT NULL,
    responsible TEXT NOT NULL,
    indicator TEXT NOT NULL,
    target TEXT NOT NULL,
    deadline TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_drafts_evaluation ON evaluations_drafts (evaluation);
-- Lines of a matrix since it was signed. Nothing changes them.
CREATE TABLE evaluations_commitments (
    evaluation TEXT NOT NULL,
    code TEXT NOT NULL,
    action TEXT NOT NULL,
    responsible TEXT NOT NULL,
    indicator TEXT NOT NULL,
    target TEXT NOT NULL,
    deadline TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_commitments_evaluation ON evaluations_commitments (evaluation);
-- Progress that was reported, with the file that shows it, and what the directorate found in it.
CREATE TABLE evaluations_progress (
    evaluation TEXT NOT NULL,
    number BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,
    evidence_name TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT,
    verdict_reason TEXT,
    verdict_post TEXT,
    verdict_at TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_progress_evaluation ON evaluations_progress (evaluation);
