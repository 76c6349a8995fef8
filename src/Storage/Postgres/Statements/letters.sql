-- name: write
-- A letter that has been written before is left alone, and so is what it says.
WITH rows AS (SELECT * FROM {rows}),
written AS (
    INSERT INTO letters (
        id, procedure, wait, occasion, kind, body, is_copy, contact_name, address, language, subject, calendar, shown,
        is_confidential, written_at, state, attempts, next_attempt_at, error_en, error_fr, reply, ended_at, resolved_by)
    SELECT
        id, procedure, wait, occasion, kind, body, is_copy, contact_name, address, language, subject, calendar, shown,
        is_confidential, written_at, state, attempts, next_attempt_at, error_en, error_fr, reply, ended_at, resolved_by
    FROM rows
    ON CONFLICT DO NOTHING RETURNING id)
INSERT INTO letter_texts (id, text, html, logical)
SELECT id, text, html, logical FROM rows JOIN written USING (id);

-- name: list
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE (@procedure IS NULL OR l.procedure = @procedure)
    AND (@states IS NULL OR l.state = ANY(@states))
    AND (@body IS NULL OR l.body = @body)
ORDER BY l.written_at DESC, l.id LIMIT @take OFFSET @skip;

-- name: count
SELECT count(*) FROM letters
WHERE (@procedure IS NULL OR procedure = @procedure)
    AND (@states IS NULL OR state = ANY(@states))
    AND (@body IS NULL OR body = @body);

-- name: find
SELECT l.*, t.text, t.html, t.logical FROM letters l JOIN letter_texts t ON t.id = l.id WHERE l.id = @id;

-- name: pending
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE l.state = 'Pending' AND l.next_attempt_at <= @now
ORDER BY l.next_attempt_at, l.written_at LIMIT @limit;

-- name: next_moment
SELECT min(next_attempt_at) FROM letters WHERE state = 'Pending';

-- name: begin_attempt
-- A letter that another host is just taking is passed over, not waited for.
UPDATE letters SET state = 'Sending', attempts = attempts + 1, owner = @owner
WHERE id = (
    SELECT id FROM letters
    WHERE id = @id AND state = 'Pending' AND merged IS NULL AND next_attempt_at <= @now FOR UPDATE SKIP LOCKED);

-- name: pending_to
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE l.state = 'Pending' AND l.address = @address AND l.language = @language
ORDER BY l.written_at, l.id;

-- name: merged
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE l.merged = @merged ORDER BY l.written_at, l.id;

-- name: begin_merged
-- Letters that another host is just taking are passed over: then not all are changed, and nothing is.
UPDATE letters SET state = 'Sending', attempts = attempts + 1, merged = @merged, owner = @owner
WHERE id IN (
    SELECT id FROM letters WHERE id = ANY(@ids) AND state = 'Pending' AND (merged IS NULL OR merged = @merged)
    ORDER BY id FOR UPDATE SKIP LOCKED);

-- name: end_merged
-- Only the host that has begun an attempt says how it ended; also when others took it for dead meanwhile and nobody has
-- decided anything about the letter since.
UPDATE letters SET
    state = @state, next_attempt_at = @next_attempt_at, error_en = @error_en, error_fr = @error_fr,
    reply = coalesce(@reply, reply), ended_at = @ended_at, resolved_by = coalesce(@resolved_by, resolved_by),
    owner = NULL
WHERE merged = @merged AND CASE WHEN @from = 'Sending' THEN owner = @me AND state IN ('Sending', 'NotKnown') ELSE state = @from END;

-- name: end_attempt
-- As above.
UPDATE letters SET
    state = @state, next_attempt_at = @next_attempt_at, error_en = @error_en, error_fr = @error_fr,
    reply = coalesce(@reply, reply), ended_at = @ended_at, resolved_by = coalesce(@resolved_by, resolved_by),
    owner = NULL
WHERE id = @id AND CASE WHEN @from = 'Sending' THEN owner = @me AND state IN ('Sending', 'NotKnown') ELSE state = @from END;

-- name: abandon
-- The owner stays: should it live after all, it may still say how the attempt ended.
UPDATE letters SET state = 'NotKnown', error_en = @error_en, error_fr = @error_fr, ended_at = @now
WHERE state = 'Sending' AND owner IS DISTINCT FROM @me AND (owner IS NULL OR NOT EXISTS (
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND classid::bigint = @host_class AND objid::bigint = owner AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())));

-- name: take_unaddressed
WITH taken AS (DELETE FROM letters WHERE id = @id AND state = 'NotSent' AND address = '' RETURNING id)
DELETE FROM letter_texts t USING taken WHERE t.id = taken.id;
