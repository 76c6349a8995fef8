-- A procedure that is taken off the lists is kept, with its state and its journal.
ALTER TABLE procedures ADD COLUMN removed boolean NOT NULL DEFAULT false;
CREATE INDEX procedures_by_removal ON procedures (removed) WHERE removed;
