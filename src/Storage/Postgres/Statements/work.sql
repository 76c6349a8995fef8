-- name: due_timers
SELECT procedure, wait, due_at, attempts
FROM timers
WHERE NOT set_aside AND try_at <= @now
ORDER BY try_at, due_at LIMIT @limit;

-- name: inbox
SELECT id, origin, dispatch, created_at, attempts
FROM inbox
WHERE NOT set_aside AND try_at <= @now
ORDER BY number LIMIT @limit;

-- name: inbox_of_origin
SELECT id, origin, dispatch, created_at, attempts
FROM inbox
WHERE NOT set_aside AND origin = @origin AND try_at <= @now
ORDER BY number LIMIT @limit;

-- name: next_moment
SELECT least(
    (SELECT min(try_at) FROM timers WHERE NOT set_aside), (SELECT min(try_at) FROM inbox WHERE NOT set_aside),
    (SELECT min(try_at) FROM triggers WHERE NOT set_aside AND try_at IS NOT NULL));

-- name: put
-- What arrives together keeps its order.
INSERT INTO inbox (id, origin, dispatch, created_at, try_at)
SELECT id, origin, dispatch, created_at, created_at FROM {rows} ORDER BY place
ON CONFLICT (id) DO NOTHING;

-- name: post
WITH new AS (
    INSERT INTO posted (id, posted_at) SELECT id, created_at FROM {rows}
    ON CONFLICT (id) DO NOTHING RETURNING id)
INSERT INTO inbox (id, origin, dispatch, created_at, try_at)
SELECT u.id, u.origin, u.dispatch, u.created_at, u.created_at FROM {rows} JOIN new ON new.id = u.id ORDER BY u.place
ON CONFLICT (id) DO NOTHING;

-- name: take_causes
WITH written AS (DELETE FROM inbox i USING {rows} WHERE i.id = ANY (ARRAY[u.id]) RETURNING 1)
SELECT require_written(cardinality($1), (SELECT count(*) FROM written));

-- name: is_waiting
SELECT EXISTS (SELECT 1 FROM inbox WHERE id = @id);

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
SELECT true AS is_timer, procedure || '#' || wait AS work_key, procedure, wait, '' AS dispatch, due_at AS since,
    attempts, set_aside, error
FROM timers WHERE attempts > 0
UNION ALL
SELECT false, id, NULL, 0, dispatch, created_at, attempts, set_aside, error
FROM inbox WHERE attempts > 0
UNION ALL
SELECT false, 'start/' || definition_id || '/' || activity_id, NULL, 0, schedule, due_at, attempts, set_aside, error
FROM triggers WHERE attempts > 0 AND due_at IS NOT NULL
ORDER BY set_aside DESC, since LIMIT @limit;

-- name: retry_message
UPDATE inbox SET set_aside = false, attempts = 0, try_at = @now WHERE id = @id AND attempts > 0;

-- name: retry_timer
UPDATE timers SET set_aside = false, attempts = 0, try_at = @now
WHERE procedure = @procedure AND wait = @wait AND attempts > 0;

-- name: retry_start
UPDATE triggers SET set_aside = false, attempts = 0, try_at = @now
WHERE 'start/' || definition_id || '/' || activity_id = @id AND attempts > 0;

-- name: claim_timers
-- The rows are this host's until its transaction ends; what another host has is passed over. The state is locked as well,
-- so that it is the newest one.
SELECT t.procedure, t.wait, t.due_at, t.attempts, p.definition_hash, s.document
FROM timers t JOIN procedures p ON p.id = t.procedure JOIN states s ON s.procedure = t.procedure
WHERE NOT t.set_aside AND t.try_at <= @now
ORDER BY t.try_at, t.due_at LIMIT @limit
FOR UPDATE OF t, p, s SKIP LOCKED;

-- name: claim_message
-- What another host has is passed over, and so is what follows it in its tree: of two days of one date the later word
-- must come last. What an event asks of many has no order.
SELECT i.id, i.origin, i.dispatch, i.created_at, i.attempts
FROM inbox i
WHERE NOT i.set_aside AND i.try_at <= @now
    AND (starts_with(i.origin, 'event/') OR NOT EXISTS (
        SELECT 1 FROM inbox e WHERE e.origin = i.origin AND e.number < i.number AND NOT e.set_aside AND e.try_at <= @now))
ORDER BY i.number LIMIT 1
FOR UPDATE OF i SKIP LOCKED;

-- name: claim_message_of_origin
-- As above.
SELECT i.id, i.origin, i.dispatch, i.created_at, i.attempts
FROM inbox i
WHERE NOT i.set_aside AND i.origin = @origin AND i.try_at <= @now
    AND (starts_with(i.origin, 'event/') OR NOT EXISTS (
        SELECT 1 FROM inbox e WHERE e.origin = @origin AND e.number < i.number AND NOT e.set_aside AND e.try_at <= @now))
ORDER BY i.number LIMIT 1
FOR UPDATE OF i SKIP LOCKED;
