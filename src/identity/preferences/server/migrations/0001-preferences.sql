CREATE TABLE preferences (
  user_id text COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  category text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  value text NOT NULL DEFAULT '',
  PRIMARY KEY (user_id, category, name)
);
CREATE INDEX preferences_category_name ON preferences (category, name);
