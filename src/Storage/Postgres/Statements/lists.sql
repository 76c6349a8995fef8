-- name: by_deadline
SELECT * FROM procedures
WHERE (@text IS NULL OR strpos(search, @text) > 0)
    AND (@statuses IS NULL OR status = ANY(@statuses))
    AND (@definition_ids IS NULL OR definition_id = ANY(@definition_ids))
    AND (@state IS NULL OR state = @state)
    AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
    AND (@incidents IS NULL OR (incidents > 0) = @incidents)
    AND (NOT @only_roots OR parent_id IS NULL)
    AND (@with_removed OR NOT removed)
ORDER BY sort_day, id LIMIT @take OFFSET @skip;

-- name: by_change
SELECT * FROM procedures
WHERE (@text IS NULL OR strpos(search, @text) > 0)
    AND (@statuses IS NULL OR status = ANY(@statuses))
    AND (@definition_ids IS NULL OR definition_id = ANY(@definition_ids))
    AND (@state IS NULL OR state = @state)
    AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
    AND (@incidents IS NULL OR (incidents > 0) = @incidents)
    AND (NOT @only_roots OR parent_id IS NULL)
    AND (@with_removed OR NOT removed)
ORDER BY changed_at DESC, id LIMIT @take OFFSET @skip;

-- name: by_opening
SELECT * FROM procedures
WHERE (@text IS NULL OR strpos(search, @text) > 0)
    AND (@statuses IS NULL OR status = ANY(@statuses))
    AND (@definition_ids IS NULL OR definition_id = ANY(@definition_ids))
    AND (@state IS NULL OR state = @state)
    AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
    AND (@incidents IS NULL OR (incidents > 0) = @incidents)
    AND (NOT @only_roots OR parent_id IS NULL)
    AND (@with_removed OR NOT removed)
ORDER BY opened_at DESC, id LIMIT @take OFFSET @skip;

-- name: count_all
SELECT count(*) FROM procedures WHERE NOT removed;

-- name: count_found
SELECT count(*) FROM procedures
WHERE (@text IS NULL OR strpos(search, @text) > 0)
    AND (@statuses IS NULL OR status = ANY(@statuses))
    AND (@definition_ids IS NULL OR definition_id = ANY(@definition_ids))
    AND (@state IS NULL OR state = @state)
    AND (@correlation_id IS NULL OR correlation_id = @correlation_id)
    AND (@incidents IS NULL OR (incidents > 0) = @incidents)
    AND (NOT @only_roots OR parent_id IS NULL)
    AND (@with_removed OR NOT removed);

-- name: find
SELECT * FROM procedures WHERE id = @id;

-- name: children
SELECT * FROM procedures WHERE parent_id = @id ORDER BY opened_at, length(id), id;

-- name: open_tasks
SELECT t.*, p.title_en AS procedure_title_en, p.title_fr AS procedure_title_fr, p.definition_id, p.state
FROM tasks t JOIN procedures p ON p.id = t.procedure
WHERE t.closed_at IS NULL
    AND (@with_optional OR NOT t.is_optional)
    AND (@bodies IS NULL OR t.body = ANY(@bodies))
    AND (@text IS NULL OR strpos(t.search, @text) > 0 OR strpos(p.search, @text) > 0)
    AND (@definition_id IS NULL OR p.definition_id = @definition_id)
    AND (@state IS NULL OR p.state = @state)
    AND (@before IS NULL OR t.sort_day < @before)
ORDER BY t.sort_day, t.procedure, t.wait LIMIT @take OFFSET @skip;

-- name: count_open_tasks
SELECT count(*)
FROM tasks t JOIN procedures p ON p.id = t.procedure
WHERE t.closed_at IS NULL
    AND (@with_optional OR NOT t.is_optional)
    AND (@bodies IS NULL OR t.body = ANY(@bodies))
    AND (@text IS NULL OR strpos(t.search, @text) > 0 OR strpos(p.search, @text) > 0)
    AND (@definition_id IS NULL OR p.definition_id = @definition_id)
    AND (@state IS NULL OR p.state = @state)
    AND (@before IS NULL OR t.sort_day < @before);

-- name: tasks_of
SELECT t.*, p.title_en AS procedure_title_en, p.title_fr AS procedure_title_fr, p.definition_id, p.state
FROM tasks t JOIN procedures p ON p.id = t.procedure
WHERE t.procedure = @procedure ORDER BY t.wait;

-- name: find_task
SELECT t.*, p.title_en AS procedure_title_en, p.title_fr AS procedure_title_fr, p.definition_id, p.state
FROM tasks t JOIN procedures p ON p.id = t.procedure
WHERE t.procedure = @procedure AND t.wait = @wait;

-- name: counts
SELECT
    (SELECT count(*) FROM procedures WHERE NOT removed) AS procedures,
    (SELECT count(*) FROM procedures WHERE status IN ('Suspended', 'Interrupted')) AS open_procedures,
    (SELECT count(*) FROM procedures
        WHERE status IN ('Suspended', 'Interrupted', 'Faulted') AND incidents > 0
            AND NOT removed) AS procedures_with_incidents,
    (SELECT count(*) FROM tasks WHERE closed_at IS NULL AND NOT is_optional) AS open_tasks,
    (SELECT count(*) FROM tasks WHERE closed_at IS NULL AND NOT is_optional AND sort_day < @today) AS late_tasks,
    (SELECT count(*) FROM letters WHERE state IN ('Pending', 'Sending')) AS letters_pending,
    (SELECT count(*) FROM letters WHERE state = 'NotSent') AS letters_not_sent,
    (SELECT count(*) FROM letters WHERE state = 'NotKnown') AS letters_not_known,
    (SELECT count(*) FROM timers WHERE NOT set_aside AND try_at <= @now) AS timers_due,
    (SELECT min(due_at) FROM timers WHERE NOT set_aside AND try_at <= @now) AS oldest_timer_due,
    (SELECT count(*) FROM inbox WHERE NOT set_aside) AS inbox_waiting,
    (SELECT count(*) FROM timers WHERE set_aside) + (SELECT count(*) FROM inbox WHERE set_aside)
        AS work_set_aside;
