-- The state that the owner of an integration was last told of.
CREATE TABLE integration_states (
  integration_id text COLLATE "C" PRIMARY KEY,
  state text NOT NULL,
  since bigint NOT NULL
);
