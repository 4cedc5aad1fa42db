-- What was restricted in single channels becomes schemes when the server starts.
CREATE INDEX channels_scheme_id ON channels (scheme_id) WHERE scheme_id IS NOT NULL;
