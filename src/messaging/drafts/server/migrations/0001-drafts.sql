CREATE TABLE drafts (
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  root_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  message text NOT NULL,
  type text NOT NULL,
  props jsonb NOT NULL,
  file_ids text[] NOT NULL,
  priority jsonb NOT NULL,
  PRIMARY KEY (user_id, channel_id, root_id)
);
CREATE INDEX drafts_of_thread ON drafts (root_id) WHERE root_id <> '';
CREATE INDEX drafts_with_files ON drafts USING gin (file_ids) WHERE file_ids <> '{}';
