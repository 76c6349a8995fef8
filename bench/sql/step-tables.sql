-- The state stays below the size at which PostgreSQL would keep it apart, so that the limit is not made slow.
CREATE TABLE bench_state (id integer PRIMARY KEY, step integer NOT NULL, document jsonb NOT NULL);
INSERT INTO bench_state
SELECT n, 0, jsonb_build_object('a', (SELECT string_agg(md5(n::text || i), '') FROM generate_series(1, 60) i))
FROM generate_series(1, 100000) n;
CREATE TABLE bench_journal (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state integer NOT NULL, at timestamptz NOT NULL,
    entry text NOT NULL);
CREATE INDEX bench_journal_by_state ON bench_journal (state, number);
CREATE TABLE bench_wait (state integer PRIMARY KEY, wait_key text NOT NULL, due_at timestamptz NOT NULL);
CREATE INDEX bench_wait_by_key ON bench_wait (wait_key);
CREATE INDEX bench_wait_due ON bench_wait (due_at);
INSERT INTO bench_wait SELECT n, 'key' || n, now() FROM generate_series(1, 100000) n;
