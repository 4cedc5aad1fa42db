-- What administrators start and watch; the kernel's jobs do the work.
CREATE TABLE background_jobs (
  id text COLLATE "C" PRIMARY KEY,
  type text NOT NULL,
  priority integer NOT NULL DEFAULT 0,
  create_at bigint NOT NULL,
  start_at bigint NOT NULL DEFAULT 0,
  last_activity_at bigint NOT NULL DEFAULT 0,
  status text NOT NULL,
  progress integer NOT NULL DEFAULT 0,
  data jsonb
);
CREATE INDEX background_jobs_create_at ON background_jobs (create_at DESC, id DESC);
CREATE INDEX background_jobs_type ON background_jobs (type, create_at DESC);
