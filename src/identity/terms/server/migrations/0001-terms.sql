CREATE TABLE terms_of_service (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  text text NOT NULL
);
CREATE INDEX terms_of_service_create_at ON terms_of_service (create_at);

CREATE TABLE user_terms_of_service (
  user_id text COLLATE "C" PRIMARY KEY,
  terms_of_service_id text COLLATE "C" NOT NULL REFERENCES terms_of_service (id) ON DELETE CASCADE,
  create_at bigint NOT NULL
);
