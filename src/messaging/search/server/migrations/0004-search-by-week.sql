-- One more word of a post: the week in which it was written (weeks of 604,800,000 ms since 1970). The newest posts with common
-- words are found without reading all that have them.
CREATE FUNCTION search_words(channel_id text, user_id text, create_at bigint, message text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  to_tsvector('simple'::regconfig, search_bare(message)) || array_to_tsvector(ARRAY['#' || channel_id, '@' || user_id, '%' || (create_at / 604800000)::text]);

DROP INDEX posts_search_words;
DROP FUNCTION search_words(text, text, text);
CREATE INDEX posts_search_words ON posts USING gin (search_words(channel_id, user_id, create_at, message)) WITH (fastupdate = on, gin_pending_list_limit = 16384);
