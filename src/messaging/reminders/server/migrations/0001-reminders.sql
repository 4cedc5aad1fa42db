CREATE TABLE post_reminders (
  post_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  target_time bigint NOT NULL,
  PRIMARY KEY (post_id, user_id)
);
