CREATE TABLE incoming_webhook_options (
  hook_id text COLLATE "C" PRIMARY KEY,
  update_at bigint NOT NULL,
  vendor text NOT NULL,
  mapping text NOT NULL,
  signature text NOT NULL,
  secret text NOT NULL,
  addresses text[] NOT NULL,
  max_bytes integer NOT NULL,
  calls_per_minute integer NOT NULL,
  reopen_after_ms bigint NOT NULL
);

-- One line for each key of a webhook: the message that shows how the thing behind it stands.
CREATE TABLE webhook_messages (
  id text COLLATE "C" PRIMARY KEY,
  hook_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  key text NOT NULL,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  -- How many updates have arrived, and how many of them the message shows.
  received integer NOT NULL,
  applied integer NOT NULL DEFAULT 0,
  post_id text COLLATE "C" NOT NULL DEFAULT '',
  state jsonb,
  -- Who writes the message now and until when; nobody while it rests between two edits.
  lease_id text COLLATE "C" NOT NULL,
  lease_until bigint NOT NULL,
  flush_at bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX webhook_messages_key ON webhook_messages (hook_id, channel_id, key);
CREATE INDEX webhook_messages_update_at ON webhook_messages (update_at);

-- Updates that the message does not show yet.
CREATE TABLE webhook_updates (
  message_id text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (message_id, n)
);

CREATE TABLE webhook_threads (
  hook_id text COLLATE "C" NOT NULL,
  channel_id text COLLATE "C" NOT NULL,
  thread_key text NOT NULL,
  -- Empty while the first message is being written.
  root_id text COLLATE "C" NOT NULL,
  claim_at bigint NOT NULL,
  PRIMARY KEY (hook_id, channel_id, thread_key)
);

-- Posts whose ids were told to the caller: it may change them through the webhook.
CREATE TABLE webhook_posts (
  post_id text COLLATE "C" PRIMARY KEY,
  hook_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL
);
CREATE INDEX webhook_posts_hook_id ON webhook_posts (hook_id);

CREATE TABLE webhook_calls (
  hook_id text COLLATE "C" NOT NULL,
  idempotency_key text NOT NULL,
  create_at bigint NOT NULL,
  body_hash text NOT NULL,
  answer jsonb,
  PRIMARY KEY (hook_id, idempotency_key)
);
CREATE INDEX webhook_calls_create_at ON webhook_calls (create_at);
