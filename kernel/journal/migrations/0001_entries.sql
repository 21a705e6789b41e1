-- Entries are the leaves of a Merkle tree; nodes are its complete subtrees (level 0 = leaf hashes).
CREATE TABLE journal_entries (
    seq BIGINT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    subject TEXT NOT NULL,
    leaf TEXT NOT NULL
);
CREATE INDEX journal_entries_at ON journal_entries (at);
CREATE INDEX journal_entries_subject ON journal_entries (subject);
CREATE TABLE journal_nodes (
    level BIGINT NOT NULL,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (level, position)
);
