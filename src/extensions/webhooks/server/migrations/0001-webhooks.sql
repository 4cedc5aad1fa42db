CREATE TABLE incoming_webhooks (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  display_name text NOT NULL,
  description text NOT NULL,
  username text NOT NULL,
  icon_url text NOT NULL,
  channel_locked boolean NOT NULL
);
CREATE INDEX incoming_webhooks_team_id ON incoming_webhooks (team_id) WHERE delete_at = 0;
CREATE INDEX incoming_webhooks_channel_id ON incoming_webhooks (channel_id) WHERE delete_at = 0;
