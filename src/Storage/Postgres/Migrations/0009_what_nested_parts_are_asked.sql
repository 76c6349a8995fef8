-- Lists show on a procedure's row what its nested parts are asked when that is due sooner than its own.
ALTER TABLE procedures ADD COLUMN nested_deadline date;
ALTER TABLE procedures ADD COLUMN nested_for text;
ALTER TABLE procedures ADD COLUMN nested_title_en text;
ALTER TABLE procedures ADD COLUMN nested_title_fr text;
ALTER TABLE procedures ADD COLUMN nested_tasks integer NOT NULL DEFAULT 0;

UPDATE procedures p SET
    (nested_deadline, nested_for, nested_title_en, nested_title_fr) = (
        SELECT c.next_deadline, c.waiting_for, c.waiting_title_en, c.waiting_title_fr FROM procedures c
        WHERE c.id > p.id || '.' AND c.id < p.id || '/' AND c.ended_at IS NULL AND c.open_tasks > 0
        ORDER BY c.sort_day, c.id LIMIT 1),
    nested_tasks = (
        SELECT coalesce(sum(c.open_tasks), 0) FROM procedures c
        WHERE c.id > p.id || '.' AND c.id < p.id || '/' AND c.ended_at IS NULL)
WHERE p.parent_id IS NULL AND p.ended_at IS NULL
    AND p.id IN (SELECT split_part(c.id, '.', 1) FROM procedures c
        WHERE c.parent_id IS NOT NULL AND c.ended_at IS NULL);
UPDATE procedures SET sort_day = least(sort_day, nested_deadline) WHERE nested_deadline IS NOT NULL;
