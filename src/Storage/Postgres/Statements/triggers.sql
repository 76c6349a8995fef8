-- name: due
SELECT definition_id, activity_id, version_id, due_at, attempts
FROM triggers
WHERE NOT set_aside AND try_at IS NOT NULL AND try_at <= @now
ORDER BY try_at, due_at LIMIT @limit;

-- name: all
SELECT definition_id, activity_id, version_id, schedule, due_at FROM triggers
ORDER BY definition_id, activity_id;

-- name: put
INSERT INTO triggers (definition_id, activity_id, version_id, schedule, due_at, try_at)
VALUES (@definition_id, @activity_id, @version_id, @schedule, @due_at, @due_at)
ON CONFLICT (definition_id, activity_id) DO UPDATE SET
    version_id = excluded.version_id, schedule = excluded.schedule,
    due_at = CASE WHEN triggers.schedule = excluded.schedule THEN triggers.due_at ELSE excluded.due_at END,
    try_at = CASE WHEN triggers.schedule = excluded.schedule THEN triggers.try_at ELSE excluded.try_at END,
    attempts = 0, set_aside = false, error = NULL;

-- name: keep_only
DELETE FROM triggers
WHERE definition_id = @definition_id AND activity_id <> ALL(@activities);

-- name: move_on_all
WITH written AS (
    UPDATE triggers t SET due_at = u.next, try_at = u.next, attempts = 0, error = NULL
    FROM {rows}
    WHERE t.definition_id = u.definition_id AND t.activity_id = u.activity_id AND t.version_id = u.version_id
        AND t.due_at = u.due_at
    RETURNING 1)
SELECT require_written(cardinality($1), (SELECT count(*) FROM written));

-- name: is_due
SELECT EXISTS (
    SELECT 1 FROM triggers WHERE definition_id = @definition_id AND activity_id = @activity_id
        AND version_id = @version_id AND due_at = @due_at);

-- name: move_on
UPDATE triggers SET due_at = @next, try_at = @next, attempts = 0, error = NULL
WHERE definition_id = @definition_id AND activity_id = @activity_id AND version_id = @version_id AND due_at = @due_at;

-- name: failed
UPDATE triggers SET attempts = attempts + 1, error = @error, set_aside = @set_aside,
    try_at = coalesce(@retry_at, try_at)
WHERE definition_id = @definition_id AND activity_id = @activity_id AND due_at = @due_at;

-- name: gone
DELETE FROM triggers WHERE definition_id = @definition_id;

-- name: version_gone
DELETE FROM triggers WHERE version_id = @id;
