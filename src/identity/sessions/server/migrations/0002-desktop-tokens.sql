-- With these a desktop app continues what was begun in a browser. They work once, for three minutes.
CREATE TABLE desktop_tokens (
  token_hash text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL
);
