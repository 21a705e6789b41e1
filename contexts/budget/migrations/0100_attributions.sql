-- Which plan element claims which budget rows, as its source states it; a withdrawn claim is closed.
CREATE TABLE budget_attributions (
    source TEXT NOT NULL,
    element TEXT NOT NULL,
    pattern TEXT NOT NULL,
    year_first BIGINT NOT NULL,
    year_last BIGINT NOT NULL,
    share_millionths BIGINT NOT NULL,
    basis TEXT NOT NULL,
    claimed_by TEXT NOT NULL,
    rationale TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (source, element, pattern, year_first, year_last, rec_from)
);
