CREATE TABLE directory_territories (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    parent TEXT,
    capital TEXT,
    population BIGINT,
    latitude TEXT,
    longitude TEXT,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX directory_territories_code ON directory_territories (code);
CREATE INDEX directory_territories_parent ON directory_territories (parent);
CREATE TABLE directory_entities (
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    level TEXT,
    sector TEXT,
    pliego TEXT,
    territory TEXT NOT NULL,
    parent TEXT,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX directory_entities_code ON directory_entities (code);
CREATE INDEX directory_entities_parent ON directory_entities (parent);
CREATE INDEX directory_entities_territory ON directory_entities (territory);
CREATE TABLE directory_units (
    sec_ejec TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    name TEXT NOT NULL,
    entity TEXT NOT NULL,
    ejecutora TEXT,
    territory TEXT NOT NULL,
    source TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX directory_units_code ON directory_units (sec_ejec);
CREATE INDEX directory_units_entity ON directory_units (entity);
