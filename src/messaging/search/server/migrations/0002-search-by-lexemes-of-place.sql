-- Small letters without diacritics, so that "malmo" finds "Malmö" and Arabic is found without its vowel signs.
CREATE FUNCTION search_fold(message text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN octet_length(message) = char_length(message) THEN lower(message)
  ELSE lower(normalize(regexp_replace(normalize(message, NFD), '[\u0300-\u036f\u064b-\u065f\u0670]', '', 'g'), NFC)) END;

-- A message as bare words with blanks between them, as in the first migration. These functions are plain expressions whose
-- parts are known by more than their names: indexes are built and analysed without a search path.
CREATE FUNCTION search_bare(message text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  btrim(CASE WHEN octet_length(message) = char_length(message) THEN regexp_replace(lower(message), '[^[:alnum:]]+', ' ', 'g')
  ELSE regexp_replace(regexp_replace(regexp_replace(search_fold(message), '[^[:alnum:]]+', ' ', 'g'),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f])', ' \1 ', 'g'),
    ' {2,}', ' ', 'g') END);

-- The words of a post, and as two more words where it is and whose it is: the index itself keeps to the channels of the
-- searcher and skips the rest.
CREATE FUNCTION search_words(channel_id text, user_id text, message text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('simple'::regconfig, search_bare(message)) || array_to_tsvector(ARRAY['#' || channel_id, '@' || user_id]);

DROP INDEX posts_search_words;
DROP INDEX posts_search_author;
DROP FUNCTION search_text;
CREATE INDEX posts_search_words ON posts USING gin (search_words(channel_id, user_id, message)) WITH (fastupdate = on, gin_pending_list_limit = 16384);

-- Words are learned anew, without diacritics.
DELETE FROM search_vocabulary;
UPDATE search_progress SET post_id = '', post_count = 0;
