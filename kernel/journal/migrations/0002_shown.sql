-- Acts of the office (who logged in, drafts) change nothing that the public is shown: `shown` is the last entry, up to
-- and with this one, that did. What readers are shown is made of that state, however many acts of the office follow.
ALTER TABLE journal_entries ADD COLUMN shown BIGINT NOT NULL DEFAULT 0;
UPDATE journal_entries SET shown = seq;
