CREATE TABLE teams (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  display_name text NOT NULL,
  name text COLLATE "C" NOT NULL UNIQUE,
  description text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  type text NOT NULL,
  company_name text NOT NULL DEFAULT '',
  allowed_domains text NOT NULL DEFAULT '',
  invite_id text COLLATE "C" NOT NULL UNIQUE,
  allow_open_invite boolean NOT NULL DEFAULT false,
  last_team_icon_update bigint NOT NULL DEFAULT 0,
  scheme_id text COLLATE "C",
  group_constrained boolean
);

-- A person who has left keeps the row with delete_at above 0.
CREATE TABLE team_members (
  team_id text COLLATE "C" NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
  user_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  explicit_roles text NOT NULL DEFAULT '',
  scheme_guest boolean NOT NULL DEFAULT false,
  scheme_user boolean NOT NULL DEFAULT true,
  scheme_admin boolean NOT NULL DEFAULT false,
  PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_members_user_id ON team_members (user_id) WHERE delete_at = 0;
