-- What a body may spend on a programme in a year, and what it has the year before.
CREATE TABLE evaluations_ceilings (
    year BIGINT NOT NULL,
    entity TEXT NOT NULL,
    programme TEXT NOT NULL,
    has_centimos BIGINT NOT NULL,
    ceiling_centimos BIGINT NOT NULL,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_ceilings_entity ON evaluations_ceilings (entity);
-- Requests of money. `tied`: commitments they name, as e12/C1 with ; between.
CREATE TABLE evaluations_requests (
    code TEXT NOT NULL,
    year BIGINT NOT NULL,
    entity TEXT NOT NULL,
    programme TEXT NOT NULL,
    objective TEXT NOT NULL,
    amount_centimos BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    results TEXT NOT NULL,
    tied TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_requests_code ON evaluations_requests (code);
CREATE INDEX evaluations_requests_entity ON evaluations_requests (entity);
-- Steps of the directorate. `blocks`: what stood in the way and was passed over, as JSON.
CREATE TABLE evaluations_decisions (
    request TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    amount_centimos BIGINT,
    blocks TEXT NOT NULL,
    override_reason TEXT NOT NULL,
    reason TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX evaluations_decisions_request ON evaluations_decisions (request);
