-- name: oldest_first
SELECT * FROM journal WHERE procedure = @procedure ORDER BY number LIMIT @take OFFSET @skip;

-- name: newest_first
SELECT * FROM journal WHERE procedure = @procedure ORDER BY number DESC LIMIT @take OFFSET @skip;

-- name: count
SELECT count(*) FROM journal WHERE procedure = @procedure;

-- name: all_of
SELECT * FROM journal WHERE procedure = @procedure ORDER BY number;

-- name: seals
SELECT id, journal_length, journal_head FROM procedures ORDER BY id;

-- name: orphans
SELECT DISTINCT procedure FROM journal WHERE procedure NOT IN (SELECT id FROM procedures) ORDER BY procedure;

-- name: seals_after
SELECT id, journal_length, journal_head FROM procedures WHERE id > @after ORDER BY id LIMIT @limit;
