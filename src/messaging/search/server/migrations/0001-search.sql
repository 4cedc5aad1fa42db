CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A message as bare words with blanks between them. Scripts that write without blanks get one around every character,
-- so that any part of a sentence is a phrase. It calls nothing but what PostgreSQL brings: indexes are built and analysed
-- without a search path.
CREATE FUNCTION search_text(message text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 400 AS $$
DECLARE
  bare text := regexp_replace(message, '[^[:alnum:]]+', ' ', 'g');
BEGIN
  IF octet_length(bare) > char_length(bare) THEN
    bare := regexp_replace(bare, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f])', ' \1 ', 'g');
    bare := regexp_replace(bare, ' {2,}', ' ', 'g');
  END IF;
  RETURN btrim(bare);
END $$;

-- New posts go to the index's list of pending entries, which costs them little; search.upkeep.ts merges it in the background.
-- No WHERE: the planner uses the statistics of whole indexes only, and they decide between this index and the newest posts first.
CREATE INDEX posts_search_words ON posts USING gin (to_tsvector('simple', search_text(message))) WITH (fastupdate = on, gin_pending_list_limit = 16384);
CREATE INDEX posts_search_hashtags ON posts USING gin (string_to_array(lower(hashtags), ' ')) WHERE hashtags <> '';
CREATE INDEX posts_search_tagged ON posts (id) WHERE hashtags <> '';

-- What somebody wrote, the newest first.
CREATE INDEX posts_search_author ON posts (user_id, id);

-- Every word that was ever written, to find words by a part of them, and by their English stem.
CREATE TABLE search_vocabulary (
  word text COLLATE "C" PRIMARY KEY,
  stem text COLLATE "C" NOT NULL
);
CREATE INDEX search_vocabulary_parts ON search_vocabulary USING gin (word gin_trgm_ops);
CREATE INDEX search_vocabulary_stem ON search_vocabulary (stem);

-- Up to which post the vocabulary is complete, and how many posts that were.
CREATE TABLE search_progress (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  post_id text COLLATE "C" NOT NULL,
  post_count bigint NOT NULL
);
INSERT INTO search_progress (post_id, post_count) VALUES ('', 0);

CREATE INDEX files_search_name ON files USING gin (lower(name) gin_trgm_ops) WHERE post_id <> '' AND delete_at = 0;
