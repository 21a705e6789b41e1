-- Answers to the checklists of the pack, of an indicator or of a body; a later appraisal takes the place of the one before it.
CREATE TABLE evaluations_appraisals (
    appraised TEXT NOT NULL,
    item TEXT NOT NULL,
    checklist TEXT NOT NULL,
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT,
    role TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_appraisals_appraised ON evaluations_appraisals (appraised);
