CREATE TABLE outgoing_webhooks (
  id text COLLATE "C" PRIMARY KEY,
  token text NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  creator_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  trigger_words text[],
  trigger_when integer NOT NULL,
  callback_urls text[] NOT NULL,
  display_name text NOT NULL,
  description text NOT NULL,
  content_type text NOT NULL,
  username text NOT NULL,
  icon_url text NOT NULL
);
CREATE INDEX outgoing_webhooks_team_id ON outgoing_webhooks (team_id) WHERE delete_at = 0;
