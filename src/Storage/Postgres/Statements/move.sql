-- name: columns
SELECT column_name, data_type FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = @table ORDER BY ordinal_position;

-- name: continue_numbers
-- Without it the next revision would take a number that the copied ones have.
SELECT setval(pg_get_serial_sequence('revisions', 'number'), max(number)) FROM revisions;
