-- Those whose custom status may end are looked for every minute.
CREATE INDEX users_custom_status ON users (id) WHERE props ->> 'customStatus' <> '';
