-- Series of observations, as their sources publish them.
CREATE TABLE monitoring_series (
    series TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    provenance TEXT,
    note TEXT,
    comparable_group TEXT,
    frozen_on TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (series, rec_from)
);

-- What was measured. Absent group and edition are empty texts, so that they can be part of the key.
CREATE TABLE monitoring_observations (
    series TEXT NOT NULL,
    territory TEXT NOT NULL,
    period TEXT NOT NULL,
    group_kind TEXT NOT NULL,
    group_name TEXT NOT NULL,
    edition TEXT NOT NULL,
    value TEXT NOT NULL,
    numerator TEXT,
    denominator TEXT,
    source TEXT NOT NULL,
    provenance TEXT,
    quality_note TEXT,
    published_on TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (series, territory, period, group_kind, group_name, edition, rec_from)
);

-- The values of monitoring_observations again, one row for each series, territory and group, so that
-- the status of hundreds of thousands of indicators costs one row each.
CREATE TABLE monitoring_packed (
    series TEXT NOT NULL,
    territory TEXT NOT NULL,
    group_kind TEXT NOT NULL,
    group_name TEXT NOT NULL,
    points TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (series, territory, group_kind, group_name, rec_from)
);

-- Which series measures which indicator, on which scale its targets are stated.
CREATE TABLE monitoring_bindings (
    plan TEXT NOT NULL,
    indicator TEXT NOT NULL,
    series TEXT NOT NULL,
    targets_group TEXT,
    programme TEXT,
    product TEXT,
    note TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, indicator, series, rec_from)
);

-- Technical sheets of the performance indicators of budget programmes (RESULTA).
CREATE TABLE monitoring_cards (
    year BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    programme TEXT NOT NULL,
    programme_name TEXT NOT NULL,
    product TEXT,
    product_name TEXT,
    sector TEXT NOT NULL,
    pliego TEXT NOT NULL,
    unit TEXT NOT NULL,
    dimension TEXT,
    method TEXT,
    limitations TEXT,
    intervals_months TEXT NOT NULL,
    data_source TEXT,
    scope TEXT,
    places TEXT NOT NULL,
    reported_on TEXT,
    file TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (year, code, rec_from)
);
