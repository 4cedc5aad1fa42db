-- What a bot is besides its account in users, which has its names, its description and whether it is active.
CREATE TABLE bots (
  user_id text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL
);
CREATE INDEX bots_owner_id ON bots (owner_id);
