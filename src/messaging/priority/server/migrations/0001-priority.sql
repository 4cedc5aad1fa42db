CREATE TABLE post_acknowledgements (
  post_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  acknowledged_at bigint NOT NULL,
  PRIMARY KEY (post_id, user_id)
);

-- Urgent posts that keep asking until somebody addressed by them reacts.
CREATE TABLE persistent_notifications (
  post_id text COLLATE "C" PRIMARY KEY,
  user_ids text[] NOT NULL,
  sent_count integer NOT NULL DEFAULT 0,
  last_sent_at bigint NOT NULL
);
CREATE INDEX persistent_notifications_due ON persistent_notifications (last_sent_at);
