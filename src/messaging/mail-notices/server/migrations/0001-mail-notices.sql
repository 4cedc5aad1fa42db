-- Messages that somebody will be written a mail about, unless they are read before.
CREATE TABLE mail_notices (
  user_id text COLLATE "C" NOT NULL,
  post_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  PRIMARY KEY (user_id, post_id)
);
