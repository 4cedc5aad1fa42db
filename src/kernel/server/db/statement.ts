import type pg from 'pg';

// Texts are constants of the code, so each is prepared once per connection. The cap guards against texts made at run time.
const MAX_NAMES = 3000;
const names = new Map<string, string>();

/** A statement with a name of its own, so that PostgreSQL parses and plans it once per connection. */
export function statementOf(text: string, values: unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MAX_NAMES) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}
