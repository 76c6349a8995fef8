-- The words of letters that were edited, with their history; a row without content takes the delivered words back.
CREATE TABLE letter_words (
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT,
    person TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
