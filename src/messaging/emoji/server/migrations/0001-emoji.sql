CREATE TABLE custom_emoji (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  creator_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  image_type text NOT NULL
);
CREATE UNIQUE INDEX custom_emoji_name ON custom_emoji (name) WHERE delete_at = 0;
CREATE INDEX custom_emoji_create_at ON custom_emoji (create_at DESC) WHERE delete_at = 0;
