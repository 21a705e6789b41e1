-- Each table of the country pack is a stored file; a changed file is a new version.
CREATE TABLE pack_files (
    path TEXT NOT NULL,
    digest TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (path, rec_from)
);
