-- name: contacts
SELECT * FROM contacts WHERE @body IS NULL OR body = @body ORDER BY body, address;

-- name: address_book
SELECT r.number AS revision, c.* FROM contacts_revision r LEFT JOIN contacts c ON true ORDER BY c.body, c.address;

-- name: has_same_contacts
SELECT EXISTS (SELECT 1 FROM contacts_revision WHERE number = @revision);

-- name: save_contact
INSERT INTO contacts (body, address, name, language, role) VALUES (@body, @address, @name, @language, @role)
ON CONFLICT (body, address) DO UPDATE SET name = excluded.name, language = excluded.language, role = excluded.role;

-- name: delete_contact
DELETE FROM contacts WHERE body = @body AND address = @address;

-- name: find_draft
SELECT * FROM drafts WHERE procedure = @procedure AND wait = @wait;

-- name: save_draft
INSERT INTO drafts (procedure, wait, form, saved_by, saved_at)
SELECT @procedure, @wait, @form, @saved_by, @saved_at
WHERE EXISTS (SELECT 1 FROM tasks WHERE procedure = @procedure AND wait = @wait AND closed_at IS NULL)
ON CONFLICT (procedure, wait) DO UPDATE SET
    form = excluded.form, saved_by = excluded.saved_by, saved_at = excluded.saved_at;

-- name: delete_draft
DELETE FROM drafts WHERE procedure = @procedure AND wait = @wait;

-- name: find_document
SELECT document FROM documents WHERE kind = @kind AND document_key = @key;

-- name: documents
SELECT document_key, document FROM documents WHERE kind = @kind ORDER BY document_key;

-- name: save_document
INSERT INTO documents (kind, document_key, document) VALUES (@kind, @key, @document)
ON CONFLICT (kind, document_key) DO UPDATE SET document = excluded.document;

-- name: delete_document
DELETE FROM documents WHERE kind = @kind AND document_key = @key;
