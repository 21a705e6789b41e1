-- Sums made of a delivery's rows when it arrived; the file is stored under its digest.
CREATE TABLE budget_rollups (
    delivery BIGINT NOT NULL,
    rollup TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    parquet TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, rollup)
);
