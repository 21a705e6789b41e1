-- Studies of the future. Tables of the office hold what is being worked on; the others what was announced or published.
CREATE TABLE foresight_office_studies (
    code TEXT NOT NULL,
    entity TEXT NOT NULL,
    plan TEXT,
    title TEXT NOT NULL,
    title_en TEXT,
    horizons TEXT NOT NULL,
    scale_max BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (code, rec_from)
);
-- One row for each thing that a study holds; `content` is its fields by name, as JSON.
CREATE TABLE foresight_office_items (
    study TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    content TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, kind, item, rec_from)
);
-- What was proposed, by the digest of its words: they are no fact until they are answered, and can be erased.
CREATE TABLE foresight_office_proposals (
    code TEXT NOT NULL,
    study TEXT NOT NULL,
    about TEXT NOT NULL,
    territory TEXT,
    entity TEXT,
    words_digest TEXT NOT NULL,
    received_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (code, rec_from)
);
CREATE INDEX foresight_office_proposals_study ON foresight_office_proposals (study);
CREATE TABLE foresight_words (
    proposal TEXT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL
);
CREATE TABLE foresight_studies (
    study TEXT NOT NULL,
    state TEXT NOT NULL,
    takes_proposals BIGINT NOT NULL,
    entity TEXT NOT NULL,
    plan TEXT,
    title TEXT NOT NULL,
    title_en TEXT,
    horizons TEXT NOT NULL,
    scale_max BIGINT NOT NULL,
    sample BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, rec_from)
);
-- What was answered to proposals. `words` are absent where they are withheld.
CREATE TABLE foresight_answers (
    study TEXT NOT NULL,
    proposal TEXT NOT NULL,
    about TEXT NOT NULL,
    territory TEXT,
    entity TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT,
    received_at TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, proposal, rec_from)
);
CREATE INDEX foresight_answers_proposal ON foresight_answers (proposal);
CREATE TABLE foresight_components (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    parent TEXT,
    title TEXT NOT NULL,
    title_en TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_trends (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    variables TEXT,
    source TEXT NOT NULL,
    evidence TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_variables (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    component TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    strategic BIGINT NOT NULL,
    indicator TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_experts (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    expertise TEXT NOT NULL,
    expertise_en TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_scores (
    study TEXT NOT NULL,
    expert TEXT NOT NULL,
    influencing TEXT NOT NULL,
    influenced TEXT NOT NULL,
    score BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, expert, influencing, influenced, rec_from)
);
CREATE TABLE foresight_diagnoses (
    study TEXT NOT NULL,
    variable TEXT NOT NULL,
    year BIGINT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_en TEXT,
    facts TEXT,
    facts_en TEXT,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, variable, year, rec_from)
);
CREATE TABLE foresight_risks (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    probability BIGINT NOT NULL,
    impact BIGINT NOT NULL,
    variables TEXT NOT NULL,
    source TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_scenarios (
    study TEXT NOT NULL,
    code TEXT NOT NULL,
    horizon BIGINT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    narrative TEXT NOT NULL,
    narrative_en TEXT,
    plausibility BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, code, rec_from)
);
CREATE TABLE foresight_states (
    study TEXT NOT NULL,
    scenario TEXT NOT NULL,
    variable TEXT NOT NULL,
    state TEXT NOT NULL,
    state_en TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, scenario, variable, rec_from)
);
CREATE TABLE foresight_choices (
    study TEXT NOT NULL,
    horizon BIGINT NOT NULL,
    scenario TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_en TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, horizon, rec_from)
);
CREATE TABLE foresight_objectives (
    study TEXT NOT NULL,
    scenario TEXT NOT NULL,
    objective TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, scenario, objective, rec_from)
);
CREATE TABLE foresight_uptakes (
    study TEXT NOT NULL,
    proposal TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (study, proposal, kind, item, rec_from)
);
