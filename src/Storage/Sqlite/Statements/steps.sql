-- name: load
SELECT p.definition_hash, s.document
FROM procedures p JOIN states s ON s.procedure = p.id
WHERE p.id = @id;

-- name: kept_definition
SELECT document FROM kept_definitions WHERE hash = @hash;

-- name: keep_definition
INSERT INTO kept_definitions (hash, document) VALUES (@hash, @document)
ON CONFLICT (hash) DO NOTHING;

-- name: insert_procedure
INSERT INTO procedures (
    id, definition_id, definition_version, definition_version_id, definition_hash, step, status, title_en, title_fr,
    name, correlation_id, parent_id, state, stage_en, stage_fr, opened_at, changed_at, ended_at, next_deadline,
    sort_day, waiting_for, waiting_title_en, waiting_title_fr, open_tasks, incidents, journal_length, journal_head,
    search)
VALUES (
    @id, @definition_id, @definition_version, @definition_version_id, @definition_hash, @step, @status, @title_en,
    @title_fr, @name, @correlation_id, @parent_id, @state, @stage_en, @stage_fr, @opened_at, @changed_at, @ended_at,
    @next_deadline, @sort_day, @waiting_for, @waiting_title_en, @waiting_title_fr, @open_tasks, @incidents,
    @journal_length, @journal_head, @search)
ON CONFLICT (id) DO NOTHING;

-- name: update_procedure
UPDATE procedures SET
    definition_version = @definition_version, definition_version_id = @definition_version_id,
    definition_hash = @definition_hash, step = @step, status = @status, title_en = @title_en, title_fr = @title_fr,
    name = @name, correlation_id = @correlation_id, state = @state,
    stage_en = CASE @stage_en WHEN '' THEN stage_en ELSE @stage_en END,
    stage_fr = CASE @stage_en WHEN '' THEN stage_fr ELSE @stage_fr END,
    changed_at = @changed_at, ended_at = CASE WHEN @ended_at IS NULL THEN NULL ELSE coalesce(ended_at, @ended_at) END,
    next_deadline = @next_deadline,
    sort_day = CASE WHEN @ended_at IS NULL THEN min(@sort_day, coalesce(nested_deadline, @sort_day)) ELSE @sort_day END,
    waiting_for = @waiting_for, waiting_title_en = @waiting_title_en, waiting_title_fr = @waiting_title_fr,
    open_tasks = @open_tasks, incidents = @incidents, journal_length = @journal_length,
    journal_head = @journal_head, search = @search, removed = @removed
WHERE id = @id AND step = @expected;

-- name: show_nested
-- The plus: first the few nested parts, by their ids; never all procedures in the order of their days.
UPDATE procedures SET
    (nested_deadline, nested_for, nested_title_en, nested_title_fr) = (
        SELECT c.next_deadline, c.waiting_for, c.waiting_title_en, c.waiting_title_fr FROM procedures c
        WHERE c.id > @root || '.' AND c.id < @root || '/' AND c.ended_at IS NULL AND c.open_tasks > 0
        ORDER BY +c.sort_day, c.id LIMIT 1),
    nested_tasks = (
        SELECT coalesce(sum(c.open_tasks), 0) FROM procedures c
        WHERE c.id > @root || '.' AND c.id < @root || '/' AND c.ended_at IS NULL)
WHERE id = @root;

-- name: sort_by_nested
UPDATE procedures SET sort_day = min(coalesce(next_deadline, @last_of_all), coalesce(nested_deadline, @last_of_all))
WHERE id = @root AND ended_at IS NULL;

-- name: save_state
INSERT INTO states (procedure, document) VALUES (@id, @document)
ON CONFLICT (procedure) DO UPDATE SET document = excluded.document;

-- name: append_journal
INSERT INTO journal (
    procedure, number, step, at, event, activity_id, node_id, activation, actor, sentence_en, sentence_fr, data, hash)
VALUES (
    @procedure, @number, @step, @at, @event, @activity_id, @node_id, @activation, @actor, @sentence_en, @sentence_fr,
    @data, @hash);

-- name: next_number
INSERT INTO numbers (stem, last) VALUES (@stem, 1)
ON CONFLICT (stem) DO UPDATE SET last = last + 1
RETURNING last;

-- name: running_of_definition
SELECT id FROM procedures WHERE ended_at IS NULL AND definition_id = @definition_id AND id <> @id LIMIT 1;

-- name: running_of_definition_and_correlation
SELECT id FROM procedures
WHERE ended_at IS NULL AND definition_id = @definition_id AND id <> @id
    AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
LIMIT 1;

-- name: running_of_correlation
SELECT id FROM procedures
WHERE ended_at IS NULL AND id <> @id AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
LIMIT 1;
