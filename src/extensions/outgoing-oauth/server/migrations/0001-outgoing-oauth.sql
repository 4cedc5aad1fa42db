-- The secrets are sealed.
CREATE TABLE outgoing_oauth_connections (
  id text COLLATE "C" PRIMARY KEY,
  creator_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  name text NOT NULL,
  client_id text NOT NULL,
  client_secret text NOT NULL,
  credentials_username text NOT NULL,
  credentials_password text NOT NULL,
  oauth_token_url text NOT NULL,
  grant_type text NOT NULL,
  audiences text[] NOT NULL
);
