-- That a letter or a task has its procedure, and a text its letter, is proved by the batch that writes them together, as
-- it is for journal, states and timers since the beginning: a check for each row only cost time. What must stay for ever
-- is held by triggers, which cost nothing until somebody tries to take it away.

ALTER TABLE procedures DROP CONSTRAINT procedures_definition_hash_fkey;
ALTER TABLE tasks DROP CONSTRAINT tasks_procedure_fkey;
ALTER TABLE letters DROP CONSTRAINT letters_procedure_fkey;
ALTER TABLE letter_texts DROP CONSTRAINT letter_texts_id_fkey;

CREATE FUNCTION stays_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never taken away: the journal tells of them.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER procedures_stay BEFORE DELETE OR TRUNCATE ON procedures
    FOR EACH STATEMENT EXECUTE FUNCTION stays_for_ever();
CREATE TRIGGER kept_definitions_stay BEFORE DELETE OR TRUNCATE ON kept_definitions
    FOR EACH STATEMENT EXECUTE FUNCTION stays_for_ever();

-- Hosts remember the contacts. A step that writes letters names the revision of the contacts that it has used, and is not
-- written when they have changed since.
CREATE TABLE contacts_revision (number bigint NOT NULL);
INSERT INTO contacts_revision VALUES (1);
CREATE FUNCTION contacts_have_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE contacts_revision SET number = number + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER contacts_are_another_book AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON contacts
    FOR EACH STATEMENT EXECUTE FUNCTION contacts_have_changed();
