-- name: newest
SELECT * FROM letter_words AS t
WHERE number = (SELECT max(number) FROM letter_words WHERE file = t.file) ORDER BY file;

-- name: history
SELECT * FROM letter_words WHERE file = @file ORDER BY number DESC;

-- name: save
INSERT INTO letter_words (file, number, content, person, saved_at)
VALUES (@file, @number, @content, @person, @saved_at) ON CONFLICT (file, number) DO NOTHING;
