-- A mandate is known by its seat and its first day: a corrected name is not another mandate. What follows from it is
-- kept beside it: the id that its procedure will have, so that opening it twice is impossible, and the days.

ALTER TABLE mandates DROP CONSTRAINT mandates_pkey;
DELETE FROM mandates m USING mandates twin
WHERE m.office = twin.office AND m.state = twin.state AND m.begins = twin.begins AND m.holder > twin.holder;
ALTER TABLE mandates
    ADD PRIMARY KEY (office, state, begins),
    ADD COLUMN term integer NOT NULL DEFAULT 1,
    ADD COLUMN source text NOT NULL DEFAULT '',
    ADD COLUMN plan text,
    ADD COLUMN definition_id text COLLATE "C",
    ADD COLUMN opening_id text COLLATE "C",
    ADD COLUMN opens_on date,
    ADD COLUMN starts_by date,
    ADD COLUMN problem_en text NOT NULL DEFAULT '',
    ADD COLUMN problem_fr text NOT NULL DEFAULT '';
CREATE INDEX mandates_by_end ON mandates (ends);
CREATE INDEX mandates_by_opening ON mandates (opens_on) WHERE opens_on IS NOT NULL;

CREATE INDEX procedures_under_way ON procedures (definition_id, state) WHERE ended_at IS NULL AND parent_id IS NULL;
