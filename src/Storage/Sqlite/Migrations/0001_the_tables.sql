-- Moments are texts in UTC of fixed width (2026-10-01T06:00:00.0000000Z), days are texts (2026-10-01): both sort as
-- they are. What lists show stands in columns; documents stand in tables of their own, so that no list reads them.

CREATE TABLE kept_definitions (
    hash TEXT PRIMARY KEY,
    document TEXT NOT NULL
);

CREATE TABLE definitions (
    id TEXT PRIMARY KEY,
    definition_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    is_latest INTEGER NOT NULL,
    is_published INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX definitions_by_definition ON definitions (definition_id, version);
CREATE INDEX definitions_by_hash ON definitions (hash);

CREATE TABLE definition_documents (
    id TEXT PRIMARY KEY REFERENCES definitions (id) ON DELETE CASCADE,
    document TEXT NOT NULL
);

CREATE TABLE numbers (
    stem TEXT PRIMARY KEY,
    last INTEGER NOT NULL
);

CREATE TABLE procedures (
    id TEXT PRIMARY KEY,
    definition_id TEXT NOT NULL,
    definition_version INTEGER NOT NULL,
    definition_version_id TEXT NOT NULL,
    definition_hash TEXT NOT NULL REFERENCES kept_definitions (hash),
    step INTEGER NOT NULL,
    status TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    name TEXT,
    correlation_id TEXT,
    parent_id TEXT,
    state TEXT,
    stage_en TEXT NOT NULL,
    stage_fr TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT,
    next_deadline TEXT,
    sort_day TEXT NOT NULL,
    waiting_for TEXT,
    waiting_title_en TEXT NOT NULL,
    waiting_title_fr TEXT NOT NULL,
    open_tasks INTEGER NOT NULL,
    incidents INTEGER NOT NULL,
    journal_length INTEGER NOT NULL,
    journal_head TEXT NOT NULL,
    search TEXT NOT NULL
);
CREATE INDEX procedures_by_deadline ON procedures (sort_day, id);
CREATE INDEX procedures_by_change ON procedures (changed_at DESC, id);
CREATE INDEX procedures_by_opening ON procedures (opened_at DESC, id);
CREATE INDEX procedures_by_status ON procedures (status, incidents);
CREATE INDEX procedures_by_parent ON procedures (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX procedures_by_correlation ON procedures (correlation_id) WHERE correlation_id IS NOT NULL;

CREATE TABLE states (
    procedure TEXT PRIMARY KEY REFERENCES procedures (id),
    document TEXT NOT NULL
);

CREATE TABLE timers (
    procedure TEXT NOT NULL REFERENCES procedures (id),
    wait INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    try_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    set_aside INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    PRIMARY KEY (procedure, wait)
) WITHOUT ROWID;
CREATE INDEX timers_due ON timers (try_at, due_at) WHERE set_aside = 0;
CREATE INDEX timers_in_trouble ON timers (set_aside) WHERE attempts > 0;

CREATE TABLE waits (
    procedure TEXT NOT NULL REFERENCES procedures (id),
    wait INTEGER NOT NULL,
    kind TEXT NOT NULL,
    wait_key TEXT NOT NULL,
    PRIMARY KEY (procedure, wait)
) WITHOUT ROWID;
CREATE INDEX waits_by_key ON waits (kind, wait_key);

CREATE TABLE tasks (
    procedure TEXT NOT NULL REFERENCES procedures (id),
    wait INTEGER NOT NULL,
    activity_id TEXT NOT NULL,
    step TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    stage_en TEXT NOT NULL,
    stage_fr TEXT NOT NULL,
    body TEXT NOT NULL,
    legal_source_en TEXT NOT NULL,
    legal_source_fr TEXT NOT NULL,
    opens TEXT,
    last_day TEXT,
    sort_day TEXT NOT NULL,
    rule TEXT,
    explanation_en TEXT NOT NULL,
    explanation_fr TEXT NOT NULL,
    is_provisional INTEGER NOT NULL,
    has_expired INTEGER NOT NULL,
    is_optional INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    outcome TEXT,
    decided_on TEXT,
    search TEXT NOT NULL,
    PRIMARY KEY (procedure, wait)
);
CREATE INDEX tasks_open ON tasks (sort_day, procedure, wait) WHERE closed_at IS NULL;
CREATE INDEX tasks_open_of_body ON tasks (body, sort_day, procedure, wait) WHERE closed_at IS NULL;

CREATE TABLE drafts (
    procedure TEXT NOT NULL,
    wait INTEGER NOT NULL,
    form TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (procedure, wait),
    FOREIGN KEY (procedure, wait) REFERENCES tasks (procedure, wait)
);

CREATE TABLE letters (
    id TEXT PRIMARY KEY,
    procedure TEXT NOT NULL REFERENCES procedures (id),
    wait INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    is_copy INTEGER NOT NULL,
    contact_name TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    calendar TEXT,
    shown TEXT NOT NULL,
    is_confidential INTEGER NOT NULL,
    written_at TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at TEXT,
    error_en TEXT NOT NULL,
    error_fr TEXT NOT NULL,
    reply TEXT,
    ended_at TEXT,
    resolved_by TEXT
);
-- A body without a contact has no address; there the body tells one letter from another.
CREATE UNIQUE INDEX letters_once
    ON letters (procedure, wait, occasion, CASE address WHEN '' THEN body ELSE address END, language);
CREATE INDEX letters_by_time ON letters (written_at DESC, id);
CREATE INDEX letters_by_state ON letters (state, written_at DESC, id);
CREATE INDEX letters_by_procedure ON letters (procedure, written_at DESC, id);
CREATE INDEX letters_pending ON letters (next_attempt_at, written_at) WHERE state = 'Pending';

CREATE TABLE letter_texts (
    id TEXT PRIMARY KEY REFERENCES letters (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    logical TEXT NOT NULL
);

CREATE TABLE journal (
    procedure TEXT NOT NULL,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    activity_id TEXT,
    node_id TEXT,
    activation INTEGER,
    actor TEXT NOT NULL,
    sentence_en TEXT NOT NULL,
    sentence_fr TEXT NOT NULL,
    data TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (procedure, number)
) WITHOUT ROWID;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'The journal only grows: an entry is never changed.');
END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'The journal only grows: an entry is never taken away.');
END;

-- AUTOINCREMENT: the order of arrival survives the taking away of the newest message.
CREATE TABLE inbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    dispatch TEXT NOT NULL,
    created_at TEXT NOT NULL,
    try_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    set_aside INTEGER NOT NULL DEFAULT 0,
    error TEXT
);
CREATE INDEX inbox_waiting ON inbox (try_at) WHERE set_aside = 0;
CREATE INDEX inbox_by_origin ON inbox (origin, number) WHERE set_aside = 0;

-- Messages from outside may arrive twice: their ids stay.
CREATE TABLE posted (
    id TEXT PRIMARY KEY,
    posted_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE outside_tasks (
    task_id TEXT PRIMARY KEY,
    procedure TEXT NOT NULL REFERENCES procedures (id),
    name TEXT NOT NULL,
    payload TEXT NOT NULL,
    asked_at TEXT NOT NULL
);

CREATE TABLE contacts (
    body TEXT NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (body, address)
);

CREATE TABLE mandates (
    office TEXT NOT NULL,
    state TEXT NOT NULL,
    holder TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT,
    PRIMARY KEY (office, state, holder, begins)
);

CREATE TABLE documents (
    kind TEXT NOT NULL,
    document_key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (kind, document_key)
);
