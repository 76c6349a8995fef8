-- A procedure that is taken off the lists is kept, with its state and its journal.
ALTER TABLE procedures ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX procedures_by_removal ON procedures (removed);
