CREATE TABLE statuses (
  user_id text COLLATE "C" PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  status text NOT NULL,
  manual boolean NOT NULL,
  last_activity_at bigint NOT NULL,
  dnd_end_time bigint NOT NULL DEFAULT 0,
  prev_status text NOT NULL DEFAULT ''
);
CREATE INDEX statuses_dnd_end_time ON statuses (dnd_end_time) WHERE dnd_end_time > 0;
CREATE INDEX statuses_present ON statuses (status) WHERE status IN ('online', 'away') AND NOT manual;
