-- Categories of people who have changed theirs; who has not has the three of the protocol without a row.
CREATE TABLE sidebar_categories (
  user_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  sort_order integer NOT NULL,
  sorting text NOT NULL,
  type text NOT NULL,
  display_name text NOT NULL,
  muted boolean NOT NULL DEFAULT false,
  collapsed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (user_id, team_id, id)
);

-- Channels that somebody has put into a category; all others are in the default one of their type.
CREATE TABLE sidebar_channels (
  user_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  category_id text COLLATE "C" NOT NULL,
  sort_order integer NOT NULL,
  PRIMARY KEY (user_id, team_id, channel_id)
);
CREATE INDEX sidebar_channels_channel_id ON sidebar_channels (channel_id);
