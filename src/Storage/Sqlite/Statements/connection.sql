-- name: settle
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;

-- name: begin
BEGIN IMMEDIATE;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

-- name: savepoint
SAVEPOINT one;

-- name: keep
RELEASE one;

-- name: undo
ROLLBACK TO one; RELEASE one;

-- name: create_meta
CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- name: schema_version
SELECT coalesce(max(version), 0) FROM schema_version;

-- name: set_schema_version
INSERT INTO schema_version (version, name) VALUES (@version, @name);

-- name: tables
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'schema_version' ORDER BY name;

-- name: columns
SELECT name FROM pragma_table_info(@table) ORDER BY cid;

-- name: parents
SELECT DISTINCT "table" FROM pragma_foreign_key_list(@table) WHERE "table" <> @table;
