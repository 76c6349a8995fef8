-- name: newest
SELECT * FROM letter_texts AS t
WHERE number = (SELECT max(number) FROM letter_texts WHERE file = t.file) ORDER BY file;

-- name: history
SELECT * FROM letter_texts WHERE file = @file ORDER BY number DESC;

-- name: save
INSERT INTO letter_texts (file, number, content, person, saved_at)
VALUES (@file, @number, @content, @person, @saved_at) ON CONFLICT (file, number) DO NOTHING;
