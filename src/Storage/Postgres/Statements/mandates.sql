-- name: all
SELECT * FROM mandates WHERE @office IS NULL OR office = @office
ORDER BY coalesce(left_on, ends, 'infinity'), office, state, begins;

-- name: save
INSERT INTO mandates (
    office, state, begins, holder, ends, term, source, rule, left_on, cause, remark, entered_as)
SELECT office, state, begins, holder, ends, term, source, rule, left_on, cause, remark, entered_as FROM {rows}
ON CONFLICT (office, state, begins) DO UPDATE SET
    holder = excluded.holder, ends = excluded.ends, term = excluded.term, source = excluded.source,
    rule = excluded.rule, left_on = excluded.left_on, cause = excluded.cause, remark = excluded.remark,
    entered_as = coalesce(excluded.entered_as, mandates.entered_as), revision = mandates.revision + 1, plan = NULL;

-- name: begin_term
INSERT INTO mandates (office, state, begins, holder, ends, term, source)
SELECT u.office, u.state, u.begins, u.holder, u.ends, 1 + coalesce((
    SELECT max(earlier.term) FROM mandates earlier
    WHERE earlier.office = u.office AND earlier.state = u.state AND earlier.holder = u.holder
        AND earlier.begins < u.begins), 0), u.source
FROM {rows}
ON CONFLICT (office, state, begins) DO UPDATE SET
    holder = excluded.holder, ends = excluded.ends, term = excluded.term, source = excluded.source,
    revision = mandates.revision + 1, plan = NULL;

-- name: delete
DELETE FROM mandates WHERE office = @office AND state = @state AND begins = @begins;

-- name: rows
SELECT m.*,
    NOT EXISTS (SELECT 1 FROM mandates later WHERE later.office = m.office AND later.state = m.state
        AND later.begins > m.begins) AS is_latest,
    p.id AS procedure_id, p.status AS procedure_status
FROM mandates m
LEFT JOIN procedures p ON p.id = coalesce(
    (SELECT under_way.id FROM procedures under_way
     WHERE under_way.definition_id = m.definition_id AND under_way.parent_id IS NULL AND under_way.ended_at IS NULL
         AND coalesce(under_way.state, '') = m.state
         AND NOT EXISTS (SELECT 1 FROM mandates later WHERE later.office = m.office AND later.state = m.state
             AND later.begins > m.begins)
     ORDER BY under_way.opened_at DESC LIMIT 1),
    m.opening_id)
WHERE (@office IS NULL OR m.office = @office)
    AND (@state IS NULL OR m.state = @state)
    AND (@begins IS NULL OR m.begins = @begins)
    AND (@ends_before IS NULL OR coalesce(m.left_on, m.ends) < @ends_before
        OR @or_endless AND coalesce(m.left_on, m.ends) IS NULL)
    AND (@ends_after IS NULL OR coalesce(m.left_on, m.ends) > @ends_after OR coalesce(m.left_on, m.ends) IS NULL)
ORDER BY coalesce(m.left_on, m.ends, 'infinity'), m.office, m.state, m.begins;

-- name: unplanned
SELECT * FROM mandates WHERE office = @office AND (plan IS NULL OR plan <> @plan)
ORDER BY coalesce(left_on, ends, 'infinity'), state, begins LIMIT @limit;

-- name: save_plan
UPDATE mandates m SET plan = u.plan, definition_id = u.definition_id, opening_id = u.opening_id,
    was_to_open_on = CASE WHEN m.opens_on IS NULL OR (m.opens_on, m.starts_by) IS NOT DISTINCT FROM (u.opens_on, u.starts_by)
        THEN m.was_to_open_on ELSE m.opens_on END,
    was_to_start_by = CASE WHEN m.opens_on IS NULL OR (m.opens_on, m.starts_by) IS NOT DISTINCT FROM (u.opens_on, u.starts_by)
        THEN m.was_to_start_by ELSE m.starts_by END,
    opens_on = u.opens_on, starts_by = u.starts_by, problem_en = u.problem_en, problem_fr = u.problem_fr
FROM {rows}
WHERE m.office = u.office AND m.state = u.state AND m.begins = u.begins
    AND coalesce(m.left_on, m.ends) IS NOT DISTINCT FROM u.last_day;

-- name: due
SELECT m.* FROM mandates m
WHERE m.opens_on <= @today AND m.problem_en = ''
    AND (@offices IS NULL OR m.office = ANY(@offices))
    AND NOT EXISTS (SELECT 1 FROM procedures p WHERE p.id = m.opening_id)
    AND NOT EXISTS (SELECT 1 FROM procedures p WHERE p.definition_id = m.definition_id AND p.parent_id IS NULL
        AND p.ended_at IS NULL AND coalesce(p.state, '') = m.state)
    AND NOT EXISTS (SELECT 1 FROM mandates later WHERE later.office = m.office AND later.state = m.state
        AND later.begins > m.begins)
ORDER BY m.opens_on, m.office, m.state LIMIT @limit;

-- name: revision
SELECT revision FROM mandates WHERE office = @office AND state = @state AND begins = @begins FOR UPDATE;

-- name: rename_changes
UPDATE mandate_changes SET begins = @after WHERE office = @office AND state = @state AND begins = @before;

-- name: keep_change
INSERT INTO mandate_changes (office, state, begins, number, changed_at, actor, reason, before, after)
VALUES (@office, @state, @begins, 1 + coalesce((SELECT max(number) FROM mandate_changes
    WHERE office = @office AND state = @state AND begins = @begins), 0), @changed_at, @actor, @reason, @before, @after);

-- name: changes
SELECT * FROM mandate_changes WHERE office = @office AND state = @state AND begins = @begins ORDER BY number DESC;
