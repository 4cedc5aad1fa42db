CREATE TABLE subscriptions (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  display_name text NOT NULL,
  description text NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  is_enabled boolean NOT NULL,
  -- Sealed. The former secret signs beside the new one for a day.
  secret text NOT NULL,
  former_secret text NOT NULL,
  former_until bigint NOT NULL
);
CREATE INDEX subscriptions_owner_id ON subscriptions (owner_id);
