-- Mails on their way, and for a month those that have gone. What a mail says is forgotten once it has left.
CREATE TABLE mails (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  locale text NOT NULL,
  letter jsonb,
  -- waiting, sent, failed (given up), kept (there is no mail server: an administrator hands its link over)
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  sent_at bigint NOT NULL DEFAULT 0,
  error text NOT NULL DEFAULT ''
);
CREATE INDEX mails_create_at ON mails (create_at);
