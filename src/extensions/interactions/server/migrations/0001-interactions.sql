-- What buttons of the server's own messages run. A button that is not here can only call an address.
CREATE TABLE message_actions (
  post_id text COLLATE "C" NOT NULL,
  action_id text COLLATE "C" NOT NULL,
  action text NOT NULL,
  input jsonb NOT NULL,
  create_at bigint NOT NULL,
  PRIMARY KEY (post_id, action_id)
);
