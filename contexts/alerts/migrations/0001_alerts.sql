-- Alerts that were raised: a version for each time the signs of one changed, closed when they are gone.
CREATE TABLE alerts_raised (
    alert TEXT NOT NULL,
    kind TEXT NOT NULL,
    cause TEXT NOT NULL,
    triggers TEXT NOT NULL,
    entity TEXT,
    element TEXT,
    indicator TEXT,
    territory TEXT,
    year BIGINT,
    name TEXT NOT NULL,
    name_en TEXT,
    sample BIGINT NOT NULL,
    since TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (alert, rec_from)
);
CREATE INDEX alerts_raised_entity ON alerts_raised (entity);

-- What posts did about them.
CREATE TABLE alerts_answers (
    alert TEXT NOT NULL,
    number BIGINT NOT NULL,
    what TEXT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    signature TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (alert, number, rec_from)
);

-- What those who carry something out, or see what comes of it, say of an element of a plan.
CREATE TABLE alerts_told (
    told TEXT NOT NULL,
    element TEXT NOT NULL,
    entity TEXT,
    trigger_code TEXT NOT NULL,
    text TEXT NOT NULL,
    post TEXT NOT NULL,
    told_on TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (told, rec_from)
);
