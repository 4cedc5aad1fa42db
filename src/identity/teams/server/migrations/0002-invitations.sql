-- Invitations of single people by mail. They work once, for two days.
CREATE TABLE team_invitations (
  token_hash text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  email text COLLATE "C" NOT NULL,
  channel_ids text[] NOT NULL DEFAULT '{}',
  is_guest boolean NOT NULL DEFAULT false,
  sender_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
