CREATE TABLE profile_fields (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  type text NOT NULL,
  attrs jsonb NOT NULL,
  target_id text NOT NULL DEFAULT '',
  target_type text NOT NULL DEFAULT '',
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX profile_fields_name ON profile_fields (lower(name)) WHERE delete_at = 0;

CREATE TABLE profile_values (
  field_id text COLLATE "C" NOT NULL REFERENCES profile_fields (id) ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL,
  value jsonb NOT NULL,
  update_at bigint NOT NULL,
  PRIMARY KEY (user_id, field_id)
);
