CREATE TABLE command_contracts (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  creator_id text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL UNIQUE,
  risk text NOT NULL,
  has_plan boolean NOT NULL,
  policy jsonb NOT NULL,
  approvals_needed integer NOT NULL,
  approver_ids text[] COLLATE "C" NOT NULL,
  expiry_minutes integer NOT NULL
);

-- contract_at, target_at: as which they were when it was asked for. What has changed since is not run.
CREATE TABLE command_requests (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  contract_id text COLLATE "C" NOT NULL,
  contract_at bigint NOT NULL,
  target text COLLATE "C" NOT NULL,
  target_at bigint NOT NULL,
  requester_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  root_id text COLLATE "C" NOT NULL,
  line text NOT NULL,
  plan text NOT NULL,
  status text NOT NULL,
  approved_by text[] COLLATE "C" NOT NULL DEFAULT '{}',
  ended_by text COLLATE "C" NOT NULL DEFAULT '',
  result text NOT NULL DEFAULT '',
  post_id text COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX command_requests_create_at ON command_requests (create_at);
