-- The agenda and the register: what is evaluated, by whom.
CREATE TABLE evaluations_evaluations (
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    entity TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    year BIGINT NOT NULL,
    evaluator TEXT,
    evaluator_entity TEXT,
    sample BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_evaluations_code ON evaluations_evaluations (code);
CREATE INDEX evaluations_evaluations_entity ON evaluations_evaluations (entity);
-- The final report; its delivery is the day from which the term of the matrix runs. `procedure` governs the matrix to its end.
CREATE TABLE evaluations_reports (
    evaluation TEXT NOT NULL,
    delivered_on TEXT NOT NULL,
    summary TEXT NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    procedure TEXT,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_reports_evaluation ON evaluations_reports (evaluation);
-- What the management of the evaluated body says of the findings.
CREATE TABLE evaluations_responses (
    evaluation TEXT NOT NULL,
    stance TEXT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_responses_evaluation ON evaluations_responses (evaluation);
