-- A mandate can be corrected on a page: by whom and why is kept for ever. A seat may fall vacant before the term has
-- ended. When a part-session moves, the days of the plan move, and the old ones are shown beside them.

ALTER TABLE mandates ADD COLUMN rule TEXT;
ALTER TABLE mandates ADD COLUMN left_on TEXT;
ALTER TABLE mandates ADD COLUMN cause TEXT NOT NULL DEFAULT 'None';
ALTER TABLE mandates ADD COLUMN remark TEXT NOT NULL DEFAULT '';
ALTER TABLE mandates ADD COLUMN entered_as TEXT;
ALTER TABLE mandates ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mandates ADD COLUMN was_to_open_on TEXT;
ALTER TABLE mandates ADD COLUMN was_to_start_by TEXT;

CREATE TABLE mandate_changes (
    office TEXT NOT NULL,
    state TEXT NOT NULL,
    begins TEXT NOT NULL,
    number INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (office, state, begins, number)
) WITHOUT ROWID;
