CREATE TABLE channel_bookmarks (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  channel_id text COLLATE "C" NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  file_id text COLLATE "C" NOT NULL,
  display_name text NOT NULL,
  sort_order integer NOT NULL,
  link_url text NOT NULL,
  image_url text NOT NULL,
  emoji text NOT NULL,
  type text NOT NULL,
  original_id text COLLATE "C" NOT NULL DEFAULT '',
  parent_id text COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX channel_bookmarks_of_channel ON channel_bookmarks (channel_id, sort_order);
