-- Questions with a closed scale, reusable over waves; nothing changes one.
CREATE TABLE perception_questions (
    code TEXT NOT NULL,
    scale TEXT NOT NULL,
    favourable TEXT NOT NULL,
    text TEXT NOT NULL,
    text_en TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_questions_code ON perception_questions (code);
-- Waves while they are written; of the office until they are opened.
CREATE TABLE perception_drafts (
    code TEXT NOT NULL,
    element TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    entity TEXT NOT NULL,
    design TEXT NOT NULL,
    deff TEXT,
    frame TEXT NOT NULL,
    units TEXT NOT NULL,
    questions TEXT NOT NULL,
    post TEXT NOT NULL,
    at TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_drafts_code ON perception_drafts (code);
-- Waves since they were opened; `cell_min` is the least number of answers that was shown when the results were published.
CREATE TABLE perception_waves (
    code TEXT NOT NULL,
    element TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    entity TEXT NOT NULL,
    design TEXT NOT NULL,
    deff TEXT,
    frame TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_by TEXT,
    closed_at TEXT,
    published_by TEXT,
    published_at TEXT,
    cell_min BIGINT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_waves_code ON perception_waves (code);
-- Ways to answer, what their reach is counted in, and, since the wave was closed, reach and responses.
CREATE TABLE perception_channels (
    wave TEXT NOT NULL,
    channel TEXT NOT NULL,
    unit TEXT NOT NULL,
    reach BIGINT,
    responses BIGINT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_channels_wave ON perception_channels (wave);
-- Which questions a wave asks, in order.
CREATE TABLE perception_asked (
    wave TEXT NOT NULL,
    number BIGINT NOT NULL,
    question TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_asked_wave ON perception_asked (wave);
-- Single sheets; never published. `seal` is chance: the journal's digest of a row must not be found by trying answers.
CREATE TABLE perception_sheets (
    wave TEXT NOT NULL,
    channel TEXT NOT NULL,
    number TEXT NOT NULL,
    territory TEXT,
    answers TEXT NOT NULL,
    seal TEXT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_sheets_wave ON perception_sheets (wave);
-- Results since they were published: of a question, in the whole, in a department, and of those who named none.
CREATE TABLE perception_results (
    wave TEXT NOT NULL,
    question TEXT NOT NULL,
    place TEXT NOT NULL,
    is_shown BIGINT NOT NULL,
    answered BIGINT,
    favourable BIGINT,
    share TEXT,
    margin TEXT,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_results_wave ON perception_results (wave);
-- How many gave each answer, of the results that are shown.
CREATE TABLE perception_counts (
    wave TEXT NOT NULL,
    question TEXT NOT NULL,
    place TEXT NOT NULL,
    answer BIGINT NOT NULL,
    respondents BIGINT NOT NULL,
    rec_from BIGINT NOT NULL,
    rec_to BIGINT NOT NULL DEFAULT 9223372036854775807
);
CREATE INDEX perception_counts_wave ON perception_counts (wave);
