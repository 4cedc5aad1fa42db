CREATE TABLE users (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  username text COLLATE "C" NOT NULL,
  auth_data text,
  auth_service text NOT NULL DEFAULT '',
  email text COLLATE "C" NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  nickname text NOT NULL DEFAULT '',
  first_name text NOT NULL DEFAULT '',
  last_name text NOT NULL DEFAULT '',
  position text NOT NULL DEFAULT '',
  roles text NOT NULL DEFAULT '',
  allow_marketing boolean NOT NULL DEFAULT false,
  props jsonb NOT NULL DEFAULT '{}',
  notify_props jsonb NOT NULL DEFAULT '{}',
  last_password_update bigint NOT NULL DEFAULT 0,
  last_picture_update bigint NOT NULL DEFAULT 0,
  failed_attempts integer NOT NULL DEFAULT 0,
  locale text NOT NULL DEFAULT 'en',
  timezone jsonb,
  mfa_active boolean NOT NULL DEFAULT false,
  remote_id text,
  is_bot boolean NOT NULL DEFAULT false,
  bot_description text NOT NULL DEFAULT '',
  last_login bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX users_username ON users (username);
CREATE UNIQUE INDEX users_email ON users (email);
CREATE UNIQUE INDEX users_auth ON users (auth_service, auth_data) WHERE auth_data IS NOT NULL;
CREATE INDEX users_create_at ON users (create_at);
CREATE INDEX users_update_at ON users (update_at);
CREATE INDEX users_username_prefix ON users (username text_pattern_ops);
CREATE INDEX users_first_name_prefix ON users (lower(first_name) text_pattern_ops);
CREATE INDEX users_last_name_prefix ON users (lower(last_name) text_pattern_ops);
CREATE INDEX users_nickname_prefix ON users (lower(nickname) text_pattern_ops);
CREATE INDEX users_roles ON users (roles text_pattern_ops);

-- What proves who somebody is. Apart from users, so that no reader of users can show it by mistake.
CREATE TABLE user_credentials (
  user_id text COLLATE "C" PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  password_hash text NOT NULL DEFAULT '',
  mfa_secret text NOT NULL DEFAULT '',
  mfa_last_step bigint NOT NULL DEFAULT 0
);

-- Tokens that are sent by mail: to set a new password, to prove an address.
CREATE TABLE user_tokens (
  token_hash text COLLATE "C" PRIMARY KEY,
  type text NOT NULL,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  email text NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX user_tokens_user_id ON user_tokens (user_id, type);
