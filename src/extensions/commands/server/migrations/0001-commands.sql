-- team_id '' = in all teams. The token is sealed: it leaves with each call.
CREATE TABLE custom_commands (
  id text COLLATE "C" PRIMARY KEY,
  token text NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  creator_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  trigger text NOT NULL,
  method text NOT NULL,
  username text NOT NULL,
  icon_url text NOT NULL,
  auto_complete boolean NOT NULL,
  auto_complete_desc text NOT NULL,
  auto_complete_hint text NOT NULL,
  display_name text NOT NULL,
  description text NOT NULL,
  url text NOT NULL,
  autocomplete_data jsonb
);
CREATE UNIQUE INDEX custom_commands_trigger ON custom_commands (team_id, trigger) WHERE delete_at = 0;

-- Where a command that was run may still answer to.
CREATE TABLE command_answers (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  root_id text COLLATE "C" NOT NULL,
  use_count integer NOT NULL DEFAULT 0
);
CREATE INDEX command_answers_create_at ON command_answers (create_at);
