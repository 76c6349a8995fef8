-- A mandate can be corrected on a page: by whom and why is kept for ever. A seat may fall vacant before the term has
-- ended. When a part-session moves, the days of the plan move, and the old ones are shown beside them.

ALTER TABLE mandates
    ADD COLUMN rule date,
    ADD COLUMN left_on date,
    ADD COLUMN cause text NOT NULL DEFAULT 'None',
    ADD COLUMN remark text NOT NULL DEFAULT '',
    ADD COLUMN entered_as date,
    ADD COLUMN revision integer NOT NULL DEFAULT 0,
    ADD COLUMN was_to_open_on date,
    ADD COLUMN was_to_start_by date;

CREATE TABLE mandate_changes (
    office text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    begins date NOT NULL,
    number integer NOT NULL,
    changed_at timestamptz NOT NULL,
    actor text NOT NULL,
    reason text NOT NULL,
    before text,
    after text,
    PRIMARY KEY (office, state, begins, number)
);
