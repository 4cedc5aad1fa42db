-- Secrets are sealed; codes and refresh tokens are kept as hashes only.
CREATE TABLE oauth_apps (
  id text COLLATE "C" PRIMARY KEY,
  creator_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  client_secret text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  icon_url text NOT NULL,
  callback_urls text[] NOT NULL,
  homepage text NOT NULL,
  is_trusted boolean NOT NULL,
  is_dynamically_registered boolean NOT NULL
);
CREATE INDEX oauth_apps_creator_id ON oauth_apps (creator_id);

CREATE TABLE oauth_grants (
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  client_id text COLLATE "C" NOT NULL REFERENCES oauth_apps (id) ON DELETE CASCADE,
  scope text NOT NULL,
  create_at bigint NOT NULL,
  PRIMARY KEY (user_id, client_id)
);

CREATE TABLE oauth_codes (
  code_hash text COLLATE "C" PRIMARY KEY,
  client_id text COLLATE "C" NOT NULL REFERENCES oauth_apps (id) ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  redirect_uri text NOT NULL,
  scope text NOT NULL,
  code_challenge text NOT NULL,
  expires_at bigint NOT NULL,
  used_at bigint NOT NULL DEFAULT 0
);
CREATE INDEX oauth_codes_expires_at ON oauth_codes (expires_at);

-- A token goes with its session: whoever ends the session ends the refresh token too.
CREATE TABLE oauth_tokens (
  session_id text COLLATE "C" PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  client_id text COLLATE "C" NOT NULL REFERENCES oauth_apps (id) ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL,
  scope text NOT NULL,
  code_hash text COLLATE "C" NOT NULL,
  refresh_hash text COLLATE "C" NOT NULL,
  previous_refresh_hash text COLLATE "C" NOT NULL
);
CREATE INDEX oauth_tokens_client_id ON oauth_tokens (client_id, user_id);
CREATE INDEX oauth_tokens_code_hash ON oauth_tokens (code_hash);
CREATE UNIQUE INDEX oauth_tokens_refresh_hash ON oauth_tokens (refresh_hash) WHERE refresh_hash <> '';
CREATE INDEX oauth_tokens_previous_refresh_hash ON oauth_tokens (previous_refresh_hash) WHERE previous_refresh_hash <> '';
