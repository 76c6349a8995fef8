-- name: newest
SELECT * FROM wordings AS t
WHERE number = (SELECT max(number) FROM wordings WHERE file = t.file) ORDER BY file;

-- name: history
SELECT * FROM wordings WHERE file = @file ORDER BY number DESC;

-- name: save
INSERT INTO wordings (file, number, content, person, saved_at)
VALUES (@file, @number, @content, @person, @saved_at) ON CONFLICT (file, number) DO NOTHING;
