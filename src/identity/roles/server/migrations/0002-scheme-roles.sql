-- The role that a role of one channel narrows: what is not moderated in channels follows it.
ALTER TABLE roles ADD COLUMN base_role text COLLATE "C";
