-- What ordinary members or guests of a channel may not do there, although their role would let them.
CREATE TABLE channel_restrictions (
  channel_id text COLLATE "C" NOT NULL,
  who text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (channel_id, who, name)
);
