CREATE TABLE posts (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  edit_at bigint NOT NULL DEFAULT 0,
  delete_at bigint NOT NULL DEFAULT 0,
  is_pinned boolean NOT NULL DEFAULT false,
  has_reactions boolean NOT NULL DEFAULT false,
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  root_id text COLLATE "C" NOT NULL,
  message text NOT NULL,
  type text NOT NULL,
  hashtags text NOT NULL,
  pending_post_id text NOT NULL,
  props jsonb NOT NULL,
  file_ids text[] NOT NULL
);
CREATE INDEX posts_in_channel ON posts (channel_id, create_at DESC, id DESC);
CREATE INDEX posts_in_thread ON posts (root_id, create_at, id) WHERE root_id <> '';
-- Catching up reads what is new by posts_in_channel and what was changed later by this one, which new posts do not touch.
CREATE INDEX posts_changed ON posts (channel_id, update_at) WHERE update_at > create_at;
CREATE INDEX posts_pinned ON posts (channel_id, create_at DESC) WHERE is_pinned;

-- What a thread's root needs to know of its replies; narrow, because every reply writes it.
CREATE TABLE post_threads (
  root_id text COLLATE "C" PRIMARY KEY,
  channel_id text COLLATE "C" NOT NULL,
  reply_count integer NOT NULL,
  last_reply_at bigint NOT NULL,
  participants text[] NOT NULL
) WITH (fillfactor = 80);

-- Earlier versions of edited posts. The protocol shows them as deleted posts with an original_id.
CREATE TABLE post_versions (
  id text COLLATE "C" PRIMARY KEY,
  original_id text COLLATE "C" NOT NULL,
  delete_at bigint NOT NULL,
  edit_at bigint NOT NULL,
  message text NOT NULL,
  hashtags text NOT NULL,
  props jsonb NOT NULL,
  file_ids text[] NOT NULL
);
CREATE INDEX post_versions_of ON post_versions (original_id, delete_at DESC);
