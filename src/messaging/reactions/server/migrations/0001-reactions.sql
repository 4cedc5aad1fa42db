CREATE TABLE reactions (
  post_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  emoji_name text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (post_id, user_id, emoji_name)
);
CREATE INDEX reactions_emoji_name ON reactions (emoji_name);
