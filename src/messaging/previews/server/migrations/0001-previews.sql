-- What was found behind a link: a page's description of itself, a picture's measures, or nothing.
CREATE TABLE link_metadata (
  url text PRIMARY KEY,
  fetched_at bigint NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL
);
