-- Documents and letters of some kilobytes are packed with lz4 where the server has it (PostgreSQL 14 and later, as most
-- are built): the older way takes many times as long and saves little more. What is stored stays as it is.
DO $$
DECLARE place text;
BEGIN
    FOREACH place IN ARRAY ARRAY[
        'states ALTER document', 'kept_definitions ALTER document', 'definition_documents ALTER document',
        'letter_texts ALTER text', 'letter_texts ALTER html', 'letter_texts ALTER logical']
    LOOP
        EXECUTE 'ALTER TABLE ' || place || ' SET COMPRESSION lz4';
    END LOOP;
EXCEPTION WHEN feature_not_supported OR syntax_error THEN
    RAISE NOTICE 'This server packs texts in the older way.';
END $$;

-- Room beside each state, so that the next one finds its place on the same page and no index needs to learn of it.
ALTER TABLE states SET (fillfactor = 70);

-- The letters of a procedure are found by letters_once, which begins with it.
DROP INDEX letters_by_procedure;
