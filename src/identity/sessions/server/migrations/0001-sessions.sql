-- The tokens themselves are kept nowhere: who reads these tables cannot act as anybody.
CREATE TABLE sessions (
  id text COLLATE "C" PRIMARY KEY,
  token_hash text COLLATE "C" NOT NULL UNIQUE,
  create_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  last_activity_at bigint NOT NULL,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  device_id text NOT NULL DEFAULT '',
  is_oauth boolean NOT NULL DEFAULT false,
  expired_notify boolean NOT NULL DEFAULT false,
  props jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX sessions_user_id ON sessions (user_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at) WHERE expires_at > 0;

CREATE TABLE user_access_tokens (
  id text COLLATE "C" PRIMARY KEY,
  token_hash text COLLATE "C" NOT NULL UNIQUE,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  create_at bigint NOT NULL,
  description text NOT NULL DEFAULT '',
  is_active boolean NOT NULL DEFAULT true
);
CREATE INDEX user_access_tokens_user_id ON user_access_tokens (user_id);
