CREATE TABLE deliveries (
  id text COLLATE "C" PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  integration_id text COLLATE "C" NOT NULL,
  integration_name text NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL,
  next_at bigint NOT NULL,
  request jsonb NOT NULL,
  answer jsonb NOT NULL,
  error text NOT NULL,
  duration_ms integer NOT NULL,
  post_id text COLLATE "C" NOT NULL,
  replay_of text COLLATE "C" NOT NULL,
  -- What a queued delivery is made of when it is sent; the secrets are added then.
  payload jsonb
);
-- The sender asks for the first of each lane that waits.
CREATE INDEX deliveries_waiting ON deliveries (integration_id, key, seq) WHERE status = 'waiting';
CREATE INDEX deliveries_integration_id ON deliveries (integration_id, id);
CREATE INDEX deliveries_owner_id ON deliveries (owner_id, id);
CREATE INDEX deliveries_channel_id ON deliveries (channel_id, id) WHERE channel_id <> '';
CREATE INDEX deliveries_team_id ON deliveries (team_id, id);
CREATE INDEX deliveries_create_at ON deliveries (create_at);
