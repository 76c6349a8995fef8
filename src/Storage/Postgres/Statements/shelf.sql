-- name: take_turn
-- Who saves a version of a definition at the same moment waits: only one can be the latest.
SELECT pg_advisory_xact_lock(727003, hashtext(@definition_id));

-- name: save
INSERT INTO definitions (id, definition_id, version, name, hash, is_latest, is_published, created_at, saved_at)
VALUES (@id, @definition_id, @version, @name, @hash, @is_latest, @is_published, @created_at, @saved_at)
ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, name = excluded.name, hash = excluded.hash, is_latest = excluded.is_latest,
    is_published = excluded.is_published, saved_at = excluded.saved_at, removed = false;

-- name: save_document
INSERT INTO definition_documents (id, document) VALUES (@id, @document)
ON CONFLICT (id) DO UPDATE SET document = excluded.document;

-- name: others_not_latest
UPDATE definitions SET is_latest = false WHERE definition_id = @definition_id AND id <> @id AND is_latest;

-- name: others_not_published
UPDATE definitions SET is_published = false WHERE definition_id = @definition_id AND id <> @id AND is_published;

-- name: latest
SELECT d.*, t.document FROM definitions d JOIN definition_documents t ON t.id = d.id
WHERE d.definition_id = @definition_id AND d.is_latest AND NOT d.removed;

-- name: published_of
-- What has written the text tells whether it is still the same one.
SELECT d.*, t.xmin::text AS written FROM definitions d JOIN definition_documents t ON t.id = d.id
WHERE d.definition_id = ANY(@definition_ids) AND d.is_published AND NOT d.removed;

-- name: published
SELECT d.*, t.document, t.xmin::text AS written FROM definitions d JOIN definition_documents t ON t.id = d.id
WHERE d.definition_id = @definition_id AND d.is_published AND NOT d.removed;

-- name: numbered
SELECT d.*, t.document FROM definitions d JOIN definition_documents t ON t.id = d.id
WHERE d.definition_id = @definition_id AND d.version = @version AND NOT d.removed;

-- name: version
SELECT d.*, t.document FROM definitions d JOIN definition_documents t ON t.id = d.id
WHERE d.id = @id AND NOT d.removed;

-- name: document
SELECT COALESCE(
    (SELECT t.document FROM definitions d JOIN definition_documents t ON t.id = d.id
     WHERE d.hash = @hash ORDER BY d.version, d.id LIMIT 1),
    (SELECT document FROM kept_definitions WHERE hash = @hash));

-- name: versions
SELECT * FROM definitions WHERE definition_id = @definition_id AND NOT removed ORDER BY version DESC;

-- name: list
SELECT * FROM definitions
WHERE NOT removed AND CASE WHEN @published_only THEN is_published ELSE is_latest END
ORDER BY name, definition_id;

-- name: retract
UPDATE definitions SET is_published = false WHERE definition_id = @definition_id AND is_published;

-- name: remove_version
UPDATE definitions SET removed = true, is_latest = false, is_published = false WHERE id = @id AND NOT removed;

-- name: promote_latest
UPDATE definitions SET is_latest = true
WHERE id = (
    SELECT id FROM definitions
    WHERE definition_id = (SELECT definition_id FROM definitions WHERE id = @id) AND NOT removed
    ORDER BY version DESC LIMIT 1);

-- name: remove_definition
UPDATE definitions SET removed = true, is_latest = false, is_published = false WHERE definition_id = @definition_id AND NOT removed;

-- name: any_version
SELECT d.*, t.document FROM definitions d JOIN definition_documents t ON t.id = d.id WHERE d.id = @id;
