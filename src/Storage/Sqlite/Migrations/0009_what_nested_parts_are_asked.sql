-- Lists show on a procedure's row what its nested parts are asked when that is due sooner than its own.
ALTER TABLE procedures ADD COLUMN nested_deadline TEXT;
ALTER TABLE procedures ADD COLUMN nested_for TEXT;
ALTER TABLE procedures ADD COLUMN nested_title_en TEXT;
ALTER TABLE procedures ADD COLUMN nested_title_fr TEXT;
ALTER TABLE procedures ADD COLUMN nested_tasks INTEGER NOT NULL DEFAULT 0;

UPDATE procedures SET
    (nested_deadline, nested_for, nested_title_en, nested_title_fr) = (
        SELECT c.next_deadline, c.waiting_for, c.waiting_title_en, c.waiting_title_fr FROM procedures c
        WHERE c.id > procedures.id || '.' AND c.id < procedures.id || '/' AND c.ended_at IS NULL AND c.open_tasks > 0
        ORDER BY c.sort_day, c.id LIMIT 1),
    nested_tasks = (
        SELECT coalesce(sum(c.open_tasks), 0) FROM procedures c
        WHERE c.id > procedures.id || '.' AND c.id < procedures.id || '/' AND c.ended_at IS NULL)
WHERE parent_id IS NULL AND ended_at IS NULL
    AND id IN (SELECT substr(c.id, 1, instr(c.id, '.') - 1) FROM procedures c
        WHERE c.parent_id IS NOT NULL AND c.ended_at IS NULL);
UPDATE procedures SET sort_day = min(sort_day, nested_deadline) WHERE nested_deadline IS NOT NULL;
