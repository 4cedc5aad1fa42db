-- Only posts that have one: how important a root is, and what its readers are asked for.
CREATE TABLE posts_priority (
  post_id text COLLATE "C" PRIMARY KEY,
  channel_id text COLLATE "C" NOT NULL,
  priority text NOT NULL,
  requested_ack boolean,
  persistent_notifications boolean
);
