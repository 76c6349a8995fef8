-- name: lock_migrations
SELECT pg_advisory_lock(727001);

-- name: unlock_migrations
SELECT pg_advisory_unlock(727001);

-- name: create_meta
CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL);

-- name: schema_version
SELECT coalesce(max(version), 0) FROM schema_version;

-- name: set_schema_version
INSERT INTO schema_version (version, name) VALUES (@version, @name);

-- name: take_host_number
SELECT nextval('host_numbers')::integer;

-- name: lock_host
SELECT pg_try_advisory_lock(@host_class, @host);

-- name: unlock_host
SELECT pg_advisory_unlock(@host_class, @host);

-- name: count_hosts
SELECT count(DISTINCT objid)
FROM pg_locks
WHERE locktype = 'advisory' AND classid::bigint = @host_class AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database());

-- name: listen
LISTEN procedures_changed;

-- name: notify
-- A message that a crash takes away tells of nothing that the next poll does not find: it need not wait for the disk.
SELECT pg_notify('procedures_changed', @payload) FROM set_config('synchronous_commit', 'off', true);

-- name: clock
SELECT clock_timestamp();

-- name: be_patient
-- However long another host needs.
SELECT set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false),
    set_config('idle_in_transaction_session_timeout', '0', false);

-- name: be_patient_no_more
RESET lock_timeout;

-- name: take_turn
SELECT pg_advisory_lock(727004, hashtext(@what));
