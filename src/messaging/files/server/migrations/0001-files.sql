-- A file without a post_id waits for the message that will carry it. size is -1 while its bytes arrive.
CREATE TABLE files (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL,
  post_id text COLLATE "C" NOT NULL DEFAULT '',
  channel_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  name text NOT NULL,
  extension text NOT NULL,
  size bigint NOT NULL,
  mime_type text NOT NULL,
  width integer NOT NULL DEFAULT 0,
  height integer NOT NULL DEFAULT 0,
  has_preview_image boolean NOT NULL DEFAULT false,
  mini_preview text
);
CREATE INDEX files_of_post ON files (post_id) WHERE post_id <> '';
CREATE INDEX files_in_channel ON files (channel_id, create_at DESC) WHERE post_id <> '' AND delete_at = 0;
CREATE INDEX files_waiting ON files (create_at) WHERE post_id = '';
