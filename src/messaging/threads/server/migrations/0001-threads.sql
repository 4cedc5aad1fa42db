-- Who follows a thread and what of it the person has seen. The thread itself is in post_threads of posts.
CREATE TABLE thread_memberships (
  post_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  following boolean NOT NULL,
  last_viewed_at bigint NOT NULL,
  last_update_at bigint NOT NULL,
  unread_mentions integer NOT NULL,
  PRIMARY KEY (post_id, user_id)
) WITH (fillfactor = 80);
CREATE INDEX thread_memberships_of ON thread_memberships (user_id) WHERE following;
