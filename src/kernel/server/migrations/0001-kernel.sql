CREATE TABLE settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  update_at bigint NOT NULL
);

CREATE TABLE audits (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  session_id text COLLATE "C" NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  extra_info text NOT NULL,
  ip_address text NOT NULL
);
CREATE INDEX audits_user_id ON audits (user_id, create_at DESC);
CREATE INDEX audits_create_at ON audits (create_at DESC);
