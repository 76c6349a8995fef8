-- The words of letters that were edited, with their history; a row without content takes the delivered words back.
CREATE TABLE letter_words (
    file text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    content text,
    person text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (file, number)
);
