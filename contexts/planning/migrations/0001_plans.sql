-- Plans whatever their version.
CREATE TABLE planning_plans (
    plan TEXT NOT NULL,
    plan_type TEXT NOT NULL,
    entity TEXT,
    territory TEXT,
    sector TEXT,
    sample BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, rec_from)
);

CREATE TABLE planning_versions (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    horizon_from BIGINT NOT NULL,
    horizon_to BIGINT NOT NULL,
    instrument TEXT,
    instrument_date TEXT,
    valid_from TEXT,
    valid_to TEXT,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, version, rec_from)
);

-- The typed tree. Lists are written with `;`.
CREATE TABLE planning_elements (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    element TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT,
    hangs_from TEXT NOT NULL,
    state_policies TEXT NOT NULL,
    national_policies TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT,
    responsible_post TEXT,
    start_on TEXT,
    end_on TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, version, element, rec_from)
);

CREATE TABLE planning_indicators (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    indicator TEXT NOT NULL,
    element TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT,
    level TEXT,
    dimension TEXT,
    unit TEXT,
    sense TEXT,
    accumulation TEXT,
    aggregation TEXT,
    justification TEXT,
    limitations TEXT,
    method TEXT,
    relevance TEXT,
    responsible_post TEXT,
    periodicity TEXT,
    data_source TEXT,
    baseline_value TEXT,
    baseline_period TEXT,
    lead BIGINT NOT NULL,
    end_date TEXT,
    series TEXT,
    programme TEXT,
    product TEXT,
    valid_from TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, version, indicator, rec_from)
);

CREATE TABLE planning_targets (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    indicator TEXT NOT NULL,
    territory TEXT NOT NULL,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    value_high TEXT,
    rationale TEXT,
    set_on TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, version, indicator, territory, period, rec_from)
);

-- The values of planning_targets again, one row for each indicator and territory, so that all targets of
-- a state are read at one row each. A line a target: `2016=0.739`, a band `2016=1..3`.
CREATE TABLE planning_packed_targets (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    indicator TEXT NOT NULL,
    territory TEXT NOT NULL,
    points TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (plan, version, indicator, territory, rec_from)
);
