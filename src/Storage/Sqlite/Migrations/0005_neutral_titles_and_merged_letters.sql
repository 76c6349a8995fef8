-- Lists show a confidential step by the neutral title that its definition gives; tasks opened before have none.
ALTER TABLE tasks ADD COLUMN public_title_en TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN public_title_fr TEXT NOT NULL DEFAULT '';

-- The Message-ID of the one letter in which several reminders travelled; set before anything is said to a server.
ALTER TABLE letters ADD COLUMN merged TEXT;
CREATE INDEX letters_merged ON letters (merged, written_at, id) WHERE merged IS NOT NULL;
CREATE INDEX letters_pending_to ON letters (address, language) WHERE state = 'Pending';
