-- Who works on jobs: what a process that is not seen any more had taken is given to others.
CREATE TABLE job_workers (
  worker_id text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
