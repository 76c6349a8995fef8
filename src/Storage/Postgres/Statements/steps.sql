-- Statements that find rows by the keys of {rows} say = ANY (ARRAY[u.id]), not = u.id: that can be answered by the key
-- only. For an equality PostgreSQL may read the whole table in the order of its key instead, which costs the same while
-- the table is empty, and it keeps the plan when the table has grown.

-- name: load_all
-- A document comes only when it is not the one that the host remembers.
SELECT u.id, u.known_step, u.known_head, p.definition_hash,
    CASE WHEN p.step = u.known_step AND p.journal_head = u.known_head THEN NULL ELSE s.document END AS document
FROM unnest(@ids, @steps, @heads) AS u (id, known_step, known_head)
    JOIN procedures p ON p.id = ANY (ARRAY[u.id]) JOIN states s ON s.procedure = ANY (ARRAY[u.id]);

-- name: kept_definition
SELECT document FROM kept_definitions WHERE hash = @hash;

-- name: keep_definition
INSERT INTO kept_definitions (hash, document) VALUES (@hash, @document)
ON CONFLICT (hash) DO NOTHING;

-- name: insert_procedure
WITH written AS (
    INSERT INTO procedures (
        id, definition_id, definition_version, definition_version_id, definition_hash, step, status, title_en,
        title_fr, name, correlation_id, parent_id, state, stage_en, stage_fr, opened_at, changed_at, ended_at,
        next_deadline, sort_day, waiting_for, waiting_title_en, waiting_title_fr, open_tasks, incidents,
        journal_length, journal_head, search, removed)
    SELECT
        id, definition_id, definition_version, definition_version_id, definition_hash, step, status, title_en,
        title_fr, name, correlation_id, parent_id, state, stage_en, stage_fr, opened_at, changed_at, ended_at,
        next_deadline, sort_day, waiting_for, waiting_title_en, waiting_title_fr, open_tasks, incidents,
        journal_length, journal_head, search, removed
    FROM {rows}
    ON CONFLICT (id) DO NOTHING RETURNING 1)
SELECT require_written(cardinality($1), (SELECT count(*) FROM written));

-- name: update_procedure
WITH written AS (
    UPDATE procedures p SET
        definition_version = u.definition_version, definition_version_id = u.definition_version_id,
        definition_hash = u.definition_hash, step = u.step, status = u.status, title_en = u.title_en,
        title_fr = u.title_fr, name = u.name, correlation_id = u.correlation_id, state = u.state,
        stage_en = CASE u.stage_en WHEN '' THEN p.stage_en ELSE u.stage_en END,
        stage_fr = CASE u.stage_en WHEN '' THEN p.stage_fr ELSE u.stage_fr END,
        changed_at = u.changed_at,
        ended_at = CASE WHEN u.ended_at IS NULL THEN NULL ELSE coalesce(p.ended_at, u.ended_at) END,
        next_deadline = u.next_deadline,
        sort_day = CASE WHEN u.ended_at IS NULL THEN least(u.sort_day, p.nested_deadline) ELSE u.sort_day END,
        waiting_for = u.waiting_for, waiting_title_en = u.waiting_title_en, waiting_title_fr = u.waiting_title_fr,
        open_tasks = u.open_tasks, incidents = u.incidents, journal_length = u.journal_length,
        journal_head = u.journal_head, search = u.search, removed = u.removed
    FROM {rows}
    WHERE p.id = ANY (ARRAY[u.id]) AND p.step = u.expected
    RETURNING 1)
SELECT require_written(cardinality($1), (SELECT count(*) FROM written));

-- name: lock_roots
-- Nested parts of one procedure that are written at the same time take turns here, so that each sees the others.
SELECT 1 FROM (SELECT id FROM {rows} ORDER BY id) AS u
CROSS JOIN LATERAL (SELECT 1 FROM procedures p WHERE p.id = ANY (ARRAY[u.id]) FOR UPDATE) AS root;

-- name: show_nested
-- OFFSET 0: the few nested parts are found by their ids, never through an index of all that is open or of their days.
UPDATE procedures p SET
    nested_deadline = n.next_deadline, nested_for = n.waiting_for, nested_title_en = n.waiting_title_en,
    nested_title_fr = n.waiting_title_fr, nested_tasks = n.tasks,
    sort_day = CASE WHEN p.ended_at IS NULL
        THEN least(coalesce(p.next_deadline, n.last_of_all), coalesce(n.next_deadline, n.last_of_all))
        ELSE p.sort_day END
FROM (
    SELECT u.id, u.last_of_all, parts.tasks, f.next_deadline, f.waiting_for, f.waiting_title_en, f.waiting_title_fr
    FROM {rows}
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(part.open_tasks), 0) AS tasks,
            (array_agg(part.id ORDER BY part.sort_day, part.id) FILTER (WHERE part.open_tasks > 0))[1] AS first
        FROM (
            SELECT c.id, c.sort_day, c.open_tasks, c.ended_at FROM procedures c
            WHERE c.id > u.id || '.' COLLATE "C" AND c.id < u.id || '/' COLLATE "C"
            OFFSET 0) AS part
        WHERE part.ended_at IS NULL) AS parts
    LEFT JOIN procedures f ON f.id = ANY (ARRAY[parts.first])) AS n
WHERE p.id = ANY (ARRAY[n.id]);

-- name: insert_state
INSERT INTO states (procedure, document) SELECT id, document FROM {rows};

-- name: update_state
WITH written AS (UPDATE states s SET document = u.document FROM {rows} WHERE s.procedure = ANY (ARRAY[u.id]) RETURNING 1)
SELECT require_written(cardinality($1), (SELECT count(*) FROM written));

-- name: append_journal
INSERT INTO journal (
    procedure, number, step, at, at_rest, event, activity_id, node_id, activation, actor, sentence_en, sentence_fr,
    data, hash)
SELECT
    procedure, number, step, at, at_rest, event, activity_id, node_id, activation, actor, sentence_en, sentence_fr,
    data, hash
FROM {rows};

-- name: is_written
-- Whether a step that was sent before the connection broke has arrived: its last entry stands in the journal.
SELECT EXISTS (SELECT 1 FROM journal WHERE procedure = @id AND number = @length AND hash = @head)
    AND EXISTS (SELECT 1 FROM procedures WHERE id = @id AND step >= @step) AS is_written;

-- name: numbers_need_not_wait
-- A number that a crash takes back was used by nobody: the log is written in order, so whatever bears it is lost as well.
SELECT set_config('synchronous_commit', 'off', true);

-- name: next_numbers
INSERT INTO numbers (stem, last) SELECT stem, wanted FROM {rows}
ON CONFLICT (stem) DO UPDATE SET last = numbers.last + excluded.last
RETURNING stem, last;

-- name: document
SELECT s.document FROM procedures p JOIN states s ON s.procedure = p.id WHERE p.id = @id AND p.step = @step;

-- name: lock_activations
-- Openings that might exclude one another take turns; the lock falls with the transaction.
SELECT count(pg_advisory_xact_lock(hashtextextended('activation', 0))) FROM {rows};

-- name: require_free
-- As in Elsa the correlation that the opening was asked for counts, and none at all sets no limit to what is looked for.
SELECT require_free((
    SELECT count(*) FROM {rows} JOIN procedures p ON p.ended_at IS NULL AND p.id <> u.id
        AND (u.any_definition OR p.definition_id = u.definition_id)
        AND (u.any_correlation OR u.correlation_id IS NULL OR p.correlation_id = u.correlation_id)));
