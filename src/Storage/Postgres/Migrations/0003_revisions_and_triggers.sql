-- Every text of a definition that was saved, published or refused. Texts are compressed (gzip) and stand apart.

CREATE TABLE revisions (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    definition_id text COLLATE "C" NOT NULL,
    version_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    kind text NOT NULL,
    saved_at timestamptz NOT NULL,
    replaced_at timestamptz,
    person text NOT NULL,
    browser_window text NOT NULL
);
CREATE INDEX revisions_by_definition ON revisions (definition_id, number DESC);
CREATE INDEX revisions_by_age ON revisions (saved_at) WHERE kind <> 'Published';

CREATE TABLE revision_texts (
    number bigint PRIMARY KEY REFERENCES revisions (number) ON DELETE CASCADE,
    document bytea NOT NULL
);

-- What the clock starts. The row moves on in the transaction that opens the procedure: each moment starts one.
CREATE TABLE triggers (
    definition_id text COLLATE "C" NOT NULL,
    activity_id text COLLATE "C" NOT NULL,
    version_id text COLLATE "C" NOT NULL,
    schedule text NOT NULL,
    due_at timestamptz,
    try_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    set_aside boolean NOT NULL DEFAULT false,
    error text,
    PRIMARY KEY (definition_id, activity_id)
);
CREATE INDEX triggers_due ON triggers (try_at, due_at) WHERE NOT set_aside AND try_at IS NOT NULL;

-- Activation strategies ask for procedures of a definition that are not over.
CREATE INDEX procedures_running ON procedures (definition_id, correlation_id) WHERE ended_at IS NULL;

-- Called by a batch of statements when an opening may not stand beside what runs: the whole batch is undone.
CREATE FUNCTION require_free(others bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF others > 0 THEN
        RAISE EXCEPTION 'A procedure runs beside which this one may not be opened.' USING ERRCODE = 'PW002';
    END IF;
END $$;
