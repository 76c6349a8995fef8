-- A step that writes letters names the revision of the contacts that it has used, and is not written when they have changed
-- since.
CREATE TABLE contacts_revision (number INTEGER NOT NULL);
INSERT INTO contacts_revision VALUES (1);
CREATE TRIGGER contacts_were_added AFTER INSERT ON contacts BEGIN UPDATE contacts_revision SET number = number + 1; END;
CREATE TRIGGER contacts_were_changed AFTER UPDATE ON contacts BEGIN UPDATE contacts_revision SET number = number + 1; END;
CREATE TRIGGER contacts_were_deleted AFTER DELETE ON contacts BEGIN UPDATE contacts_revision SET number = number + 1; END;
