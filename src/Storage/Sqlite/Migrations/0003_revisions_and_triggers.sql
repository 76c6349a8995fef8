-- Every text of a definition that was saved, published or refused. Texts are compressed (gzip) and stand apart.

CREATE TABLE revisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    definition_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    replaced_at TEXT,
    person TEXT NOT NULL,
    browser_window TEXT NOT NULL
);
CREATE INDEX revisions_by_definition ON revisions (definition_id, number DESC);
CREATE INDEX revisions_by_age ON revisions (saved_at) WHERE kind <> 'Published';

CREATE TABLE revision_texts (
    number INTEGER PRIMARY KEY REFERENCES revisions (number) ON DELETE CASCADE,
    document BLOB NOT NULL
);

-- What the clock starts. The row moves on in the transaction that opens the procedure: each moment starts one.
CREATE TABLE triggers (
    definition_id TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    schedule TEXT NOT NULL,
    due_at TEXT,
    try_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    set_aside INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    PRIMARY KEY (definition_id, activity_id)
) WITHOUT ROWID;
CREATE INDEX triggers_due ON triggers (try_at, due_at) WHERE set_aside = 0 AND try_at IS NOT NULL;

-- Activation strategies ask for procedures of a definition that are not over.
CREATE INDEX procedures_running ON procedures (definition_id, correlation_id) WHERE ended_at IS NULL;
