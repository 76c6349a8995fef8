-- One step as six round trips: the state of 2 kB (1,920 bytes), a journal entry, a wait that ends and one that begins.
\set id random(1, 100000)
\set key random(1, 1000000000)
BEGIN;
UPDATE bench_state SET step = step + 1, document = :document WHERE id = :id;
INSERT INTO bench_journal (state, at, entry) VALUES (:id, now(), :entry);
DELETE FROM bench_wait WHERE state = :id;
INSERT INTO bench_wait (state, wait_key, due_at) VALUES (:id, 'key' || :key::text, now());
COMMIT;
