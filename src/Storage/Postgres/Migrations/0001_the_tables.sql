-- What lists show stands in columns; documents are texts that no statement looks into. Keys are in byte order, so that
-- lists come in the same order whatever the database's locale is. Where a table names a procedure without REFERENCES, it
-- is written by the same statement batch that proves the procedure: a check for each row would only cost time.

CREATE TABLE kept_definitions (
    hash text COLLATE "C" PRIMARY KEY,
    document text NOT NULL
);

CREATE TABLE definitions (
    id text COLLATE "C" PRIMARY KEY,
    definition_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    is_latest boolean NOT NULL,
    is_published boolean NOT NULL,
    created_at timestamptz NOT NULL,
    saved_at timestamptz NOT NULL,
    removed boolean NOT NULL DEFAULT false
);
CREATE INDEX definitions_by_definition ON definitions (definition_id, version);
CREATE INDEX definitions_by_hash ON definitions (hash);

CREATE TABLE definition_documents (
    id text COLLATE "C" PRIMARY KEY REFERENCES definitions (id) ON DELETE CASCADE,
    document text NOT NULL
);

CREATE TABLE numbers (
    stem text COLLATE "C" PRIMARY KEY,
    last bigint NOT NULL
);

CREATE TABLE procedures (
    id text COLLATE "C" PRIMARY KEY,
    definition_id text COLLATE "C" NOT NULL,
    definition_version integer NOT NULL,
    definition_version_id text NOT NULL,
    definition_hash text NOT NULL REFERENCES kept_definitions (hash),
    step integer NOT NULL,
    status text NOT NULL,
    title_en text NOT NULL,
    title_fr text NOT NULL,
    name text COLLATE "C",
    correlation_id text,
    parent_id text COLLATE "C",
    state text COLLATE "C",
    stage_en text NOT NULL,
    stage_fr text NOT NULL,
    opened_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    ended_at timestamptz,
    next_deadline date,
    sort_day date NOT NULL,
    waiting_for text,
    waiting_title_en text NOT NULL,
    waiting_title_fr text NOT NULL,
    open_tasks integer NOT NULL,
    incidents integer NOT NULL,
    journal_length bigint NOT NULL,
    journal_head text NOT NULL,
    search text NOT NULL
);
CREATE INDEX procedures_by_deadline ON procedures (sort_day, id);
CREATE INDEX procedures_by_change ON procedures (changed_at DESC, id);
CREATE INDEX procedures_by_opening ON procedures (opened_at DESC, id);
CREATE INDEX procedures_by_status ON procedures (status, incidents);
CREATE INDEX procedures_by_parent ON procedures (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX procedures_by_correlation ON procedures (correlation_id) WHERE correlation_id IS NOT NULL;

CREATE TABLE states (
    procedure text COLLATE "C" PRIMARY KEY,
    document text NOT NULL
);

CREATE TABLE timers (
    procedure text COLLATE "C" NOT NULL,
    wait integer NOT NULL,
    due_at timestamptz NOT NULL,
    try_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    set_aside boolean NOT NULL DEFAULT false,
    error text,
    PRIMARY KEY (procedure, wait)
);
CREATE INDEX timers_due ON timers (try_at, due_at) WHERE NOT set_aside;
CREATE INDEX timers_in_trouble ON timers (set_aside) WHERE attempts > 0;

CREATE TABLE waits (
    procedure text COLLATE "C" NOT NULL,
    wait integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    wait_key text COLLATE "C" NOT NULL,
    PRIMARY KEY (procedure, wait)
);
CREATE INDEX waits_by_key ON waits (kind, wait_key);

CREATE TABLE tasks (
    procedure text COLLATE "C" NOT NULL REFERENCES procedures (id),
    wait integer NOT NULL,
    activity_id text NOT NULL,
    step text NOT NULL,
    title_en text NOT NULL,
    title_fr text NOT NULL,
    stage_en text NOT NULL,
    stage_fr text NOT NULL,
    body text COLLATE "C" NOT NULL,
    legal_source_en text NOT NULL,
    legal_source_fr text NOT NULL,
    opens date,
    last_day date,
    sort_day date NOT NULL,
    rule text,
    explanation_en text NOT NULL,
    explanation_fr text NOT NULL,
    is_provisional boolean NOT NULL,
    has_expired boolean NOT NULL,
    is_optional boolean NOT NULL,
    is_confidential boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by text,
    outcome text,
    decided_on date,
    search text NOT NULL,
    PRIMARY KEY (procedure, wait)
);
CREATE INDEX tasks_open ON tasks (sort_day, procedure, wait) WHERE closed_at IS NULL;
CREATE INDEX tasks_open_of_body ON tasks (body, sort_day, procedure, wait) WHERE closed_at IS NULL;

CREATE TABLE drafts (
    procedure text COLLATE "C" NOT NULL,
    wait integer NOT NULL,
    form text NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (procedure, wait),
    FOREIGN KEY (procedure, wait) REFERENCES tasks (procedure, wait)
);

CREATE TABLE letters (
    id text COLLATE "C" PRIMARY KEY,
    procedure text COLLATE "C" NOT NULL REFERENCES procedures (id),
    wait integer NOT NULL,
    occasion text NOT NULL,
    kind text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    is_copy boolean NOT NULL,
    contact_name text NOT NULL,
    address text COLLATE "C" NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    calendar text,
    shown text NOT NULL,
    is_confidential boolean NOT NULL,
    written_at timestamptz NOT NULL,
    state text COLLATE "C" NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at timestamptz,
    error_en text NOT NULL,
    error_fr text NOT NULL,
    reply text,
    ended_at timestamptz,
    resolved_by text,
    -- The host that has begun an attempt; its session holds an advisory lock of this number while it lives.
    owner integer
);
-- A body without a contact has no address; there the body tells one letter from another.
CREATE UNIQUE INDEX letters_once
    ON letters (procedure, wait, occasion, (CASE address WHEN '' THEN body ELSE address END), language);
CREATE INDEX letters_by_time ON letters (written_at DESC, id);
CREATE INDEX letters_by_state ON letters (state, written_at DESC, id);
CREATE INDEX letters_by_procedure ON letters (procedure, written_at DESC, id);
CREATE INDEX letters_pending ON letters (next_attempt_at, written_at) WHERE state = 'Pending';
CREATE INDEX letters_sending ON letters (owner) WHERE state = 'Sending';

CREATE TABLE letter_texts (
    id text COLLATE "C" PRIMARY KEY REFERENCES letters (id) ON DELETE CASCADE,
    text text NOT NULL,
    html text NOT NULL,
    logical text NOT NULL
);

CREATE TABLE journal (
    procedure text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    step integer NOT NULL,
    at timestamptz NOT NULL,
    -- What a moment has beyond whole microseconds, in 100 ns: the hash covers it.
    at_rest smallint NOT NULL,
    event text NOT NULL,
    activity_id text,
    node_id text,
    activation integer,
    actor text NOT NULL,
    sentence_en text NOT NULL,
    sentence_fr text NOT NULL,
    data text,
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (procedure, number)
);
CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal only grows: an entry is never changed and never taken away.';
END $$;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_only_grows();
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows();

CREATE TABLE inbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    origin text COLLATE "C" NOT NULL,
    dispatch text NOT NULL,
    created_at timestamptz NOT NULL,
    try_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    set_aside boolean NOT NULL DEFAULT false,
    error text
);
CREATE INDEX inbox_waiting ON inbox (try_at) WHERE NOT set_aside;
CREATE INDEX inbox_by_origin ON inbox (origin, number) WHERE NOT set_aside;

-- Messages from outside may arrive twice: their ids stay.
CREATE TABLE posted (
    id text COLLATE "C" PRIMARY KEY,
    posted_at timestamptz NOT NULL
);

CREATE TABLE outside_tasks (
    task_id text COLLATE "C" PRIMARY KEY,
    procedure text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    payload text NOT NULL,
    asked_at timestamptz NOT NULL
);

CREATE TABLE contacts (
    body text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    language text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (body, address)
);

CREATE TABLE mandates (
    office text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    holder text COLLATE "C" NOT NULL,
    begins date NOT NULL,
    ends date,
    PRIMARY KEY (office, state, holder, begins)
);

CREATE TABLE documents (
    kind text COLLATE "C" NOT NULL,
    document_key text COLLATE "C" NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (kind, document_key)
);

CREATE SEQUENCE host_numbers AS integer CYCLE;

-- Called by a batch of statements when not every step of it could be written: the whole batch is undone.
CREATE FUNCTION require_written(wanted bigint, written bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF wanted <> written THEN
        RAISE EXCEPTION 'Of % steps % could be written.', wanted, written USING ERRCODE = 'PW001';
    END IF;
END $$;
