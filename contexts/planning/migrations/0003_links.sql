-- Which element hangs from which, a row a link: `planning_elements.hangs_from` again, so that who hangs from an element is
-- found without reading every plan. No fact of its own: rows hold from entry `since` to before `until`, as their element does.
CREATE TABLE planning_links (
    plan TEXT NOT NULL,
    version TEXT NOT NULL,
    element TEXT NOT NULL,
    above TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL
);
-- Lists are cut sign by sign: no function for it is the same everywhere.
INSERT INTO planning_links (plan, version, element, above, since, until)
WITH RECURSIVE cut(plan, version, element, since, until, part, ended, rest) AS (
    SELECT plan, version, element, rec_from, rec_to, '', 0, hangs_from || ';'
    FROM planning_elements WHERE hangs_from <> ''
    UNION ALL
    SELECT plan, version, element, since, until,
        CASE WHEN ended = 1 THEN '' ELSE part END
            || CASE WHEN substr(rest, 1, 1) = ';' THEN '' ELSE substr(rest, 1, 1) END,
        CASE WHEN substr(rest, 1, 1) = ';' THEN 1 ELSE 0 END,
        substr(rest, 2)
    FROM cut WHERE rest <> ''
)
SELECT plan, version, element, part, since, until FROM cut WHERE ended = 1 AND part <> '';
CREATE INDEX planning_links_above ON planning_links (above);
CREATE INDEX planning_links_element ON planning_links (plan, version, element);
