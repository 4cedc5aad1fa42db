CREATE TABLE roles (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  display_name text NOT NULL DEFAULT '',
  description text NOT NULL DEFAULT '',
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  permissions text[] NOT NULL DEFAULT '{}',
  scheme_managed boolean NOT NULL DEFAULT false,
  built_in boolean NOT NULL DEFAULT false,
  scheme_id text COLLATE "C"
);

-- Permissions of features that were given to their default roles once, so that an administrator can take them away.
CREATE TABLE seeded_permissions (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL
);
