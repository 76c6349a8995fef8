-- A mandate is known by its seat and its first day: a corrected name is not another mandate. What follows from it is
-- kept beside it: the id that its procedure will have, so that opening it twice is impossible, and the days.

CREATE TABLE mandates_with_plans (
    office TEXT NOT NULL,
    state TEXT NOT NULL,
    begins TEXT NOT NULL,
    holder TEXT NOT NULL,
    ends TEXT,
    term INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT '',
    plan TEXT,
    definition_id TEXT,
    opening_id TEXT,
    opens_on TEXT,
    starts_by TEXT,
    problem_en TEXT NOT NULL DEFAULT '',
    problem_fr TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (office, state, begins)
);
INSERT INTO mandates_with_plans (office, state, begins, holder, ends)
SELECT office, state, begins, holder, ends FROM mandates WHERE true
ON CONFLICT (office, state, begins) DO NOTHING;
DROP TABLE mandates;
ALTER TABLE mandates_with_plans RENAME TO mandates;
CREATE INDEX mandates_by_end ON mandates (ends);
CREATE INDEX mandates_by_opening ON mandates (opens_on) WHERE opens_on IS NOT NULL;

CREATE INDEX procedures_under_way ON procedures (definition_id, state) WHERE ended_at IS NULL AND parent_id IS NULL;
