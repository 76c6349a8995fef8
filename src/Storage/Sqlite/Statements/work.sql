-- name: due_timers
SELECT procedure, wait, due_at, attempts
FROM timers INDEXED BY timers_due
WHERE set_aside = 0 AND try_at <= @now
ORDER BY try_at, due_at LIMIT @limit;

-- name: inbox
SELECT id, origin, dispatch, created_at, attempts
FROM inbox
WHERE set_aside = 0 AND try_at <= @now
ORDER BY number LIMIT @limit;

-- name: inbox_of_origin
SELECT id, origin, dispatch, created_at, attempts
FROM inbox
WHERE set_aside = 0 AND origin = @origin AND try_at <= @now
ORDER BY number LIMIT @limit;

-- name: next_moment
SELECT min(try_at) FROM (
    SELECT min(try_at) AS try_at FROM timers WHERE set_aside = 0
    UNION ALL
    SELECT min(try_at) FROM inbox WHERE set_aside = 0
    UNION ALL
    SELECT min(try_at) FROM triggers WHERE set_aside = 0 AND try_at IS NOT NULL);

-- name: put
INSERT INTO inbox (id, origin, dispatch, created_at, try_at)
VALUES (@id, @origin, @dispatch, @created_at, @created_at)
ON CONFLICT (id) DO NOTHING;

-- name: remember_post
INSERT INTO posted (id, posted_at) VALUES (@id, @created_at)
ON CONFLICT (id) DO NOTHING;

-- name: take
DELETE FROM inbox WHERE id = @id;

-- name: drop_timer
DELETE FROM timers WHERE procedure = @procedure AND wait = @wait AND due_at = @due_at;

-- name: message_failed
UPDATE inbox SET attempts = attempts + 1, error = @error, set_aside = @set_aside, try_at = coalesce(@retry_at, try_at)
WHERE id = @id;

-- name: timer_failed
UPDATE timers SET attempts = attempts + 1, error = @error, set_aside = @set_aside, try_at = coalesce(@retry_at, try_at)
WHERE procedure = @procedure AND wait = @wait AND due_at = @due_at;

-- name: troubled
SELECT 1 AS is_timer, procedure || '#' || wait AS work_key, procedure, wait, '' AS dispatch, due_at AS since,
    attempts, set_aside, error
FROM timers WHERE attempts > 0
UNION ALL
SELECT 0, id, NULL, 0, dispatch, created_at, attempts, set_aside, error
FROM inbox WHERE attempts > 0
UNION ALL
SELECT 0, 'start/' || definition_id || '/' || activity_id, NULL, 0, schedule, due_at, attempts, set_aside, error
FROM triggers WHERE attempts > 0 AND due_at IS NOT NULL
ORDER BY set_aside DESC, since LIMIT @limit;

-- name: retry_message
UPDATE inbox SET set_aside = 0, attempts = 0, try_at = @now WHERE id = @id AND attempts > 0;

-- name: retry_timer
UPDATE timers SET set_aside = 0, attempts = 0, try_at = @now
WHERE procedure = @procedure AND wait = @wait AND attempts > 0;

-- name: retry_start
UPDATE triggers SET set_aside = 0, attempts = 0, try_at = @now
WHERE 'start/' || definition_id || '/' || activity_id = @id AND attempts > 0;
