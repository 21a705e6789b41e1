-- What arrived, once and for good: a later delivery answers in its place, but nothing here is changed.
CREATE TABLE budget_deliveries (
    delivery BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    source TEXT NOT NULL,
    layout TEXT NOT NULL,
    precedence BIGINT NOT NULL,
    year_first BIGINT NOT NULL,
    year_last BIGINT NOT NULL,
    month_last BIGINT NOT NULL,
    digest TEXT NOT NULL,
    parquet TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    refused_count BIGINT NOT NULL,
    shrunk_reason TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery)
);
CREATE INDEX budget_deliveries_digest ON budget_deliveries (digest);

-- The scope of a delivery: executing units by fiscal year.
CREATE TABLE budget_units (
    delivery BIGINT NOT NULL,
    fiscal_year BIGINT NOT NULL,
    sec_ejec TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    pim_centimos BIGINT NOT NULL,
    accrued_centimos BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, fiscal_year, sec_ejec)
);

-- Control totals, counted while the source was read; only measures that the layout reports.
CREATE TABLE budget_totals (
    delivery BIGINT NOT NULL,
    measure TEXT NOT NULL,
    total_centimos BIGINT NOT NULL,
    negative_count BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, measure)
);

-- Names of codes as each delivery bore them, after repairs.
CREATE TABLE budget_names (
    delivery BIGINT NOT NULL,
    dimension TEXT NOT NULL,
    within TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, dimension, within, code, name)
);
CREATE INDEX budget_names_code ON budget_names (dimension, code);

CREATE TABLE budget_repairs (
    delivery BIGINT NOT NULL,
    rule TEXT NOT NULL,
    dimension TEXT NOT NULL,
    original TEXT NOT NULL,
    repaired TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, rule, dimension, original, repaired)
);

-- Rows left out of a partial import.
CREATE TABLE budget_refused (
    delivery BIGINT NOT NULL,
    position BIGINT NOT NULL,
    line BIGINT NOT NULL,
    column_name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, position)
);

CREATE TABLE budget_findings (
    delivery BIGINT NOT NULL,
    rule TEXT NOT NULL,
    finding_count BIGINT NOT NULL,
    first_line BIGINT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (delivery, rule)
);
