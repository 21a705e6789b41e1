-- What a budget programme says of its design. The product is an empty text where it is said of the programme.
CREATE TABLE monitoring_designs (
    programme TEXT NOT NULL,
    product TEXT NOT NULL,
    aspect TEXT NOT NULL,
    words TEXT NOT NULL,
    quantity TEXT,
    unit TEXT,
    year BIGINT,
    source TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (programme, product, aspect, rec_from)
);
