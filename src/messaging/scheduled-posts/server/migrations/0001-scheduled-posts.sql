CREATE TABLE scheduled_posts (
  id text COLLATE "C" PRIMARY KEY,
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
  scheduled_at bigint NOT NULL,
  processed_at bigint NOT NULL DEFAULT 0,
  error_code text NOT NULL DEFAULT ''
);
CREATE INDEX scheduled_posts_of_user ON scheduled_posts (user_id, scheduled_at);
CREATE INDEX scheduled_posts_with_files ON scheduled_posts USING gin (file_ids) WHERE file_ids <> '{}';
