CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A message as bare words with blanks between them. Scripts that write without blanks get one around every character,
-- so that any part of a sentence is a phrase.
CREATE FUNCTION search_text(message text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$
DECLARE
  bare text := regexp_replace(message, '[^[:alnum:]]+', ' ', 'g');
BEGIN
  IF octet_length(bare) > char_length(bare) THEN
    bare := regexp_replace(bare, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f])', ' \1 ', 'g');
    bare := regexp_replace(bare, ' {2,}', ' ', 'g');
  END IF;
  RETURN btrim(bare);
END $$;

CREATE FUNCTION search_words(message text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 300 AS $$
BEGIN
  RETURN to_tsvector('simple', search_text(message));
END $$;

-- New posts go to the index's list of pending entries, which costs them little; search.upkeep.ts merges it in the background.
-- No WHERE: the planner uses the statistics of whole indexes only, and they decide between this index and the newest posts first.
CREATE INDEX posts_search_words ON posts USING gin (search_words(message)) WITH (fastupdate = on, gin_pending_list_limit = 16384);
CREATE INDEX posts_search_hashtags ON posts USING gin (string_to_array(lower(hashtags), ' ')) WHERE hashtags <> '';
CREATE INDEX posts_search_tagged ON posts (id) WHERE hashtags <> '';

-- Every word that was ever written, to find words by a part of them, and by their English stem.
CREATE TABLE search_vocabulary (
  word text COLLATE "C" PRIMARY KEY,
  stem text COLLATE "C" NOT NULL
);
CREATE INDEX search_vocabulary_parts ON search_vocabulary USING gin (word gin_trgm_ops);
CREATE INDEX search_vocabulary_stem ON search_vocabulary (stem);

-- Up to which post the vocabulary is complete.
CREATE TABLE search_progress (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  post_id text COLLATE "C" NOT NULL
);
INSERT INTO search_progress (post_id) VALUES ('');

CREATE INDEX files_search_name ON files USING gin (lower(name) gin_trgm_ops) WHERE post_id <> '' AND delete_at = 0;
