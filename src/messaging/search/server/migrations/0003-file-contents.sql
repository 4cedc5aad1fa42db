-- The words of posted files. A file without words has a row too, so that it is not read again.
CREATE TABLE file_contents (
  file_id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX file_contents_words ON file_contents USING gin (words);
