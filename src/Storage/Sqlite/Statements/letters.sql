-- name: write
INSERT INTO letters (
    id, procedure, wait, occasion, kind, body, is_copy, contact_name, address, language, subject, calendar, shown,
    is_confidential, written_at, state, attempts, next_attempt_at, error_en, error_fr, reply, ended_at, resolved_by)
VALUES (
    @id, @procedure, @wait, @occasion, @kind, @body, @is_copy, @contact_name, @address, @language, @subject,
    @calendar, @shown, @is_confidential, @written_at, @state, @attempts, @next_attempt_at, @error_en, @error_fr,
    @reply, @ended_at, @resolved_by)
ON CONFLICT DO NOTHING;

-- name: write_text
INSERT INTO letter_texts (id, text, html, logical) VALUES (@id, @text, @html, @logical);

-- name: list
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE (@procedure IS NULL OR l.procedure = @procedure)
    AND (@states IS NULL OR l.state IN (SELECT value FROM json_each(@states)))
    AND (@body IS NULL OR l.body = @body)
ORDER BY l.written_at DESC, l.id LIMIT @take OFFSET @skip;

-- name: count
SELECT count(*) FROM letters
WHERE (@procedure IS NULL OR procedure = @procedure)
    AND (@states IS NULL OR state IN (SELECT value FROM json_each(@states)))
    AND (@body IS NULL OR body = @body);

-- name: find
SELECT l.*, t.text, t.html, t.logical FROM letters l JOIN letter_texts t ON t.id = l.id WHERE l.id = @id;

-- name: pending
SELECT l.*, t.text, t.html, t.logical
FROM letters l INDEXED BY letters_pending JOIN letter_texts t ON t.id = l.id
WHERE l.state = 'Pending' AND l.next_attempt_at <= @now
ORDER BY l.next_attempt_at, l.written_at LIMIT @limit;

-- name: next_moment
SELECT min(next_attempt_at) FROM letters WHERE state = 'Pending';

-- name: begin_attempt
UPDATE letters SET state = 'Sending', attempts = attempts + 1
WHERE id = @id AND state = 'Pending' AND merged IS NULL AND next_attempt_at <= @now;

-- name: pending_to
SELECT l.*, t.text, t.html, t.logical
FROM letters l INDEXED BY letters_pending_to JOIN letter_texts t ON t.id = l.id
WHERE l.state = 'Pending' AND l.address = @address AND l.language = @language
ORDER BY l.written_at, l.id;

-- name: merged
SELECT l.*, t.text, t.html, t.logical
FROM letters l JOIN letter_texts t ON t.id = l.id
WHERE l.merged = @merged ORDER BY l.written_at, l.id;

-- name: begin_merged
UPDATE letters SET state = 'Sending', attempts = attempts + 1, merged = @merged
WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'Pending'
    AND (merged IS NULL OR merged = @merged);

-- name: end_merged
UPDATE letters SET
    state = @state, next_attempt_at = @next_attempt_at, error_en = @error_en, error_fr = @error_fr,
    reply = coalesce(@reply, reply), ended_at = @ended_at, resolved_by = coalesce(@resolved_by, resolved_by)
WHERE merged = @merged AND state = @from;

-- name: end_attempt
UPDATE letters SET
    state = @state, next_attempt_at = @next_attempt_at, error_en = @error_en, error_fr = @error_fr,
    reply = coalesce(@reply, reply), ended_at = @ended_at, resolved_by = coalesce(@resolved_by, resolved_by)
WHERE id = @id AND state = @from;

-- name: abandon
UPDATE letters SET state = 'NotKnown', error_en = @error_en, error_fr = @error_fr, ended_at = @now
WHERE state = 'Sending';

-- name: take_unaddressed
DELETE FROM letters WHERE id = @id AND state = 'NotSent' AND address = '';
