-- name: keep
INSERT INTO revisions (
    definition_id, version_id, version, name, hash, kind, saved_at, replaced_at, person, browser_window)
VALUES (
    @definition_id, @version_id, @version, @name, @hash, @kind, @saved_at, @replaced_at, @person, @browser_window)
RETURNING number;

-- name: keep_text
INSERT INTO revision_texts (number, document) VALUES (@number, @document);

-- name: is_kept
SELECT count(*) FROM revisions
WHERE definition_id = @definition_id AND version_id = @version_id AND saved_at = @saved_at
    AND kind IN ('Saved', 'Published');

-- name: list
SELECT * FROM revisions WHERE definition_id = @definition_id ORDER BY number DESC LIMIT @take OFFSET @skip;

-- name: count
SELECT count(*) FROM revisions WHERE definition_id = @definition_id;

-- name: find
SELECT r.*, t.document FROM revisions r JOIN revision_texts t ON t.number = r.number WHERE r.number = @number;

-- name: before
SELECT r.*, t.document FROM revisions r JOIN revision_texts t ON t.number = r.number
WHERE r.definition_id = @definition_id AND r.number < @number AND r.kind IN ('Saved', 'Published')
ORDER BY r.number DESC LIMIT 1;

-- name: prune
DELETE FROM revisions WHERE number IN (
    SELECT number FROM revisions WHERE kind <> 'Published' AND saved_at < @before ORDER BY saved_at LIMIT @limit);

-- name: any_old
SELECT count(*) FROM (
    SELECT 1 FROM revisions WHERE kind <> 'Published' AND saved_at < @before LIMIT 1);
