-- name: set_timer
INSERT INTO timers (procedure, wait, due_at, try_at) SELECT procedure, wait, due_at, due_at FROM {rows}
ON CONFLICT (procedure, wait) DO UPDATE SET
    due_at = excluded.due_at, try_at = excluded.try_at, attempts = 0, set_aside = false, error = NULL;

-- name: clear_timer
DELETE FROM timers t USING {rows} WHERE t.procedure = ANY (ARRAY[u.procedure]) AND t.wait = u.wait;

-- name: open_wait
INSERT INTO waits (procedure, wait, kind, wait_key) SELECT procedure, wait, kind, wait_key FROM {rows}
ON CONFLICT (procedure, wait) DO UPDATE SET kind = excluded.kind, wait_key = excluded.wait_key;

-- name: close_wait
DELETE FROM waits w USING {rows} WHERE w.procedure = ANY (ARRAY[u.procedure]) AND w.wait = u.wait;

-- name: open_task
INSERT INTO tasks (
    procedure, wait, activity_id, step, title_en, title_fr, stage_en, stage_fr, body, legal_source_en,
    legal_source_fr, opens, last_day, sort_day, rule, explanation_en, explanation_fr, is_provisional, has_expired,
    is_optional, is_confidential, opened_at, search, public_title_en, public_title_fr)
SELECT
    procedure, wait, activity_id, step, title_en, title_fr, stage_en, stage_fr, body, legal_source_en,
    legal_source_fr, opens, last_day, sort_day, rule, explanation_en, explanation_fr, is_provisional, has_expired,
    is_optional, is_confidential, opened_at, search, public_title_en, public_title_fr
FROM {rows}
ON CONFLICT (procedure, wait) DO UPDATE SET
    step = excluded.step, title_en = excluded.title_en, title_fr = excluded.title_fr, stage_en = excluded.stage_en,
    stage_fr = excluded.stage_fr, body = excluded.body, legal_source_en = excluded.legal_source_en,
    legal_source_fr = excluded.legal_source_fr, opens = excluded.opens,
    last_day = excluded.last_day, sort_day = excluded.sort_day, rule = excluded.rule,
    explanation_en = excluded.explanation_en, explanation_fr = excluded.explanation_fr,
    is_provisional = excluded.is_provisional, has_expired = excluded.has_expired, is_optional = excluded.is_optional,
    is_confidential = excluded.is_confidential, search = excluded.search,
    public_title_en = excluded.public_title_en, public_title_fr = excluded.public_title_fr,
    closed_at = NULL, closed_by = NULL, outcome = NULL, decided_on = NULL;

-- name: close_task
UPDATE tasks t SET closed_at = u.closed_at, closed_by = u.closed_by, outcome = u.outcome, decided_on = u.decided_on
FROM {rows}
WHERE t.procedure = ANY (ARRAY[u.procedure]) AND t.wait = u.wait;

-- name: drop_draft
DELETE FROM drafts d USING {rows} WHERE d.procedure = ANY (ARRAY[u.procedure]) AND d.wait = u.wait;

-- name: ask_outside
INSERT INTO outside_tasks (task_id, procedure, name, payload, asked_at)
SELECT task_id, procedure, name, payload, asked_at FROM {rows}
ON CONFLICT (task_id) DO NOTHING;

-- name: outside_done
DELETE FROM outside_tasks t USING {rows} WHERE t.task_id = ANY (ARRAY[u.task_id]);

-- name: outside_tasks
SELECT task_id, procedure, name, payload, asked_at FROM outside_tasks ORDER BY asked_at LIMIT @limit;

-- name: reports_for
-- OFFSET 0: by its key, as above, and not in the order of the answer.
SELECT w.wait_key, w.procedure, w.wait
FROM unnest(@keys) AS k CROSS JOIN LATERAL (
    SELECT wait_key, procedure, wait FROM waits WHERE kind = 'Report' AND wait_key = k OFFSET 0) AS w
ORDER BY w.procedure, w.wait;

-- name: waits_for
SELECT w.procedure, w.wait
FROM waits w JOIN procedures p ON p.id = w.procedure
WHERE w.kind = @kind AND w.wait_key = @key AND (@correlation_id IS NULL OR p.correlation_id = @correlation_id)
ORDER BY w.procedure, w.wait;
