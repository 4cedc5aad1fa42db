CREATE TABLE user_groups (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C",
  display_name text NOT NULL,
  description text NOT NULL DEFAULT '',
  source text NOT NULL,
  remote_id text,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  allow_reference boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX user_groups_name ON user_groups (name) WHERE name IS NOT NULL;
CREATE UNIQUE INDEX user_groups_remote_id ON user_groups (source, remote_id) WHERE remote_id IS NOT NULL;

-- Who has left keeps the row with the time of it: clients ask what changed since.
CREATE TABLE user_group_members (
  group_id text COLLATE "C" NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (group_id, user_id)
);
CREATE INDEX user_group_members_user_id ON user_group_members (user_id);

-- Teams and channels that a group fills.
CREATE TABLE user_group_syncables (
  group_id text COLLATE "C" NOT NULL REFERENCES user_groups (id) ON DELETE CASCADE,
  kind text NOT NULL,
  syncable_id text COLLATE "C" NOT NULL,
  auto_add boolean NOT NULL DEFAULT false,
  scheme_admin boolean NOT NULL DEFAULT false,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (group_id, kind, syncable_id)
);
CREATE INDEX user_group_syncables_syncable ON user_group_syncables (kind, syncable_id);
