-- Goals of a year, each with the norm that approves it or this version of it.
CREATE TABLE incentives_goals (
    goal TEXT NOT NULL,
    version BIGINT NOT NULL,
    year BIGINT NOT NULL,
    code TEXT NOT NULL,
    objective TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    text TEXT NOT NULL,
    classes TEXT NOT NULL,
    named TEXT NOT NULL,
    measure TEXT NOT NULL,
    unit TEXT NOT NULL,
    sense TEXT NOT NULL,
    threshold TEXT,
    needs TEXT NOT NULL,
    evidence TEXT NOT NULL,
    due_on TEXT NOT NULL,
    takes_late BIGINT NOT NULL,
    basis TEXT NOT NULL,
    whole_centimos BIGINT NOT NULL,
    share TEXT NOT NULL,
    verifier TEXT NOT NULL,
    norm TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_goals_goal ON incentives_goals (goal);
-- What a goal offers each municipality that it is set for: drawn up when the goal is published, so that a later change of the
-- register of bodies changes nobody's part.
CREATE TABLE incentives_offers (
    goal TEXT NOT NULL,
    entity TEXT NOT NULL,
    year BIGINT NOT NULL,
    class TEXT NOT NULL,
    offered_centimos BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_offers_goal ON incentives_offers (goal);
CREATE INDEX incentives_offers_entity ON incentives_offers (entity);
CREATE INDEX incentives_offers_year ON incentives_offers (year);
-- Evidence as it was filed. A correction is another row.
CREATE TABLE incentives_evidence (
    goal TEXT NOT NULL,
    entity TEXT NOT NULL,
    number BIGINT NOT NULL,
    year BIGINT NOT NULL,
    value TEXT,
    document TEXT,
    document_name TEXT,
    text TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_evidence_goal ON incentives_evidence (goal);
CREATE INDEX incentives_evidence_entity ON incentives_evidence (entity);
CREATE INDEX incentives_evidence_year ON incentives_evidence (year);
-- What the verifying body found: number 2 answers an objection.
CREATE TABLE incentives_verifications (
    goal TEXT NOT NULL,
    entity TEXT NOT NULL,
    number BIGINT NOT NULL,
    year BIGINT NOT NULL,
    evidence BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_verifications_goal ON incentives_verifications (goal);
CREATE INDEX incentives_verifications_entity ON incentives_verifications (entity);
CREATE INDEX incentives_verifications_year ON incentives_verifications (year);
-- What a municipality says against a first decision; at most one.
CREATE TABLE incentives_objections (
    goal TEXT NOT NULL,
    entity TEXT NOT NULL,
    year BIGINT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_objections_goal ON incentives_objections (goal);
CREATE INDEX incentives_objections_entity ON incentives_objections (entity);
CREATE INDEX incentives_objections_year ON incentives_objections (year);
-- Transfers that were approved; those of one norm have one code.
CREATE TABLE incentives_transfers (
    code TEXT NOT NULL,
    entity TEXT NOT NULL,
    year BIGINT NOT NULL,
    amount_centimos BIGINT NOT NULL,
    norm TEXT NOT NULL,
    approved_on TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX incentives_transfers_entity ON incentives_transfers (entity);
CREATE INDEX incentives_transfers_year ON incentives_transfers (year);
