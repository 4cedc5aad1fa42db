-- Files that come in pieces. `parts` holds where each piece that is there begins.
CREATE TABLE upload_sessions (
  id text COLLATE "C" PRIMARY KEY,
  type text NOT NULL,
  create_at bigint NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  filename text NOT NULL,
  file_size bigint NOT NULL,
  file_offset bigint NOT NULL DEFAULT 0,
  parts bigint[] NOT NULL DEFAULT '{}'
);
CREATE INDEX upload_sessions_user_id ON upload_sessions (user_id, create_at);
CREATE INDEX upload_sessions_create_at ON upload_sessions (create_at);
