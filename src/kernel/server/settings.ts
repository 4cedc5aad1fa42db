import type { Database } from './db/database.ts';
import { userError } from './errors.ts';
import { parseJson } from './text.ts';

type Value = string | number | boolean | readonly string[] | Readonly<Record<string, unknown>>;

/** One setting: its admin page, environment variable, place in the protocol's config and documentation follow from it. */
export interface Setting<T extends Value = any> {
  /** The protocol's path where it has one, e.g. `FileSettings.MaxFileSize`. */
  readonly key: string;
  readonly default: T;
  readonly summary: string;
  /** Its name in the client config, if clients may know it. */
  readonly client?: string;
  /** Whether the client config shows it before log-in too. */
  readonly is_public?: boolean;
  /** Smallest and largest number allowed. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly T[];
  /** Never shown to anybody. */
  readonly is_secret?: boolean;
  /** What a value must be, in words, where it is not; undefined where it is. */
  readonly check?: (value: T) => string | undefined;
  /** Nothing here obeys it: it is kept for the tools that write and read the protocol's config. A setting of a feature takes its place. */
  readonly is_kept?: boolean;
}

/** Declares a setting; list it in the manifest. */
export function setting<T extends Value>(definition: Setting<T>): Setting<Widen<T>> {
  return definition as unknown as Setting<Widen<T>>;
}
type Widen<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : T;

/** The values in force: the environment before the database before the default. */
export interface Settings {
  get<T extends Value>(setting: Setting<T>): T;
  /** Stores a value; it is in force at once on this node. */
  set<T extends Value>(setting: Setting<T>, value: T): Promise<void>;
  /** Stores several values, all or none. */
  setAll(changes: readonly { readonly setting: Setting; readonly value: unknown }[]): Promise<void>;
  /** Throws if the setting cannot have this value. */
  check<T extends Value>(setting: Setting<T>, value: T): void;
  /** Whether the environment fixes it, so that it cannot be changed here. */
  isFixed(setting: Setting): boolean;
  readonly all: readonly Setting[];
  /** Reads the stored values again. */
  reload(): Promise<void>;
  onChange(listener: () => void): void;
}

/** `FileSettings.MaxFileSize` → `MUSTER_FILESETTINGS_MAXFILESIZE`. */
export function environmentName(key: string): string {
  return `MUSTER_${key.replaceAll('.', '_').toUpperCase()}`;
}

/** Loads the settings of all features. A wrong value in the environment is an error that says what to do. */
export async function loadSettings(db: Database, definitions: readonly Setting[], env: NodeJS.ProcessEnv): Promise<Settings> {
  const stored = new Map<string, Value>();
  const fixed = new Map<string, Value>();
  const listeners: (() => void)[] = [];
  for (const s of definitions) {
    const text = env[environmentName(s.key)];
    if (text !== undefined) fixed.set(s.key, checkValue(s, fromText(s, text), environmentName(s.key)));
  }
  const settings: Settings = {
    all: definitions,
    get: (s) => (fixed.get(s.key) ?? stored.get(s.key) ?? s.default) as never,
    check: (s, value) => void checkValue(s, value, s.key),
    isFixed: (s) => fixed.has(s.key),
    set: (s, value) => settings.setAll([{ setting: s, value }]),
    setAll: async (changes) => {
      for (const { setting: s, value } of changes) {
        if (fixed.has(s.key)) throw userError('api.config.update_config.fixed.app_error', `${s.key} is fixed by the environment variable ${environmentName(s.key)}. Change it there.`, 403);
        checkValue(s, value as Value, s.key);
      }
      if (!changes.length) return;
      const rows = changes.map(({ setting: s, value }) => ({ key: s.key, value }));
      await db.run(
        `INSERT INTO settings (key, value, update_at) SELECT key, value, $2 FROM jsonb_to_recordset($1::jsonb) AS r(key text, value jsonb)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, update_at = excluded.update_at`,
        [JSON.stringify(rows), Date.now()],
      );
      for (const { setting: s, value } of changes) stored.set(s.key, value as Value);
      for (const listener of listeners) listener();
    },
    reload: async () => {
      stored.clear();
      for (const row of await db.rows<{ key: string; value: Value }>('SELECT key, value FROM settings')) stored.set(row.key, row.value);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
  await settings.reload();
  return settings;
}

function fromText(s: Setting, text: string): Value {
  if (typeof s.default === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (typeof s.default === 'number') return text.trim() === '' ? text : Number(text);
  if (typeof s.default === 'object' && !Array.isArray(s.default)) return fromJson(text);
  if (Array.isArray(s.default)) return text === '' ? [] : text.split(',').map((part) => part.trim());
  return text;
}

function fromJson(text: string): Value {
  try {
    return parseJson(text) as Value;
  } catch {
    return text;
  }
}

function checkValue<T extends Value>(s: Setting, value: T, name: string): T {
  const refuse = (need: string): never => {
    throw userError('api.config.update_config.invalid.app_error', `${name} must be ${need}.`);
  };
  if (value === null || typeof value !== typeof s.default || Array.isArray(value) !== Array.isArray(s.default)) refuse(typeof s.default === 'boolean' ? 'true or false' : Array.isArray(s.default) ? 'a list' : typeof s.default === 'object' ? 'an object' : `a ${typeof s.default}`);
  if (Array.isArray(value) && !value.every((one) => typeof one === 'string')) refuse('a list of texts');
  if (typeof value === 'number' && (!Number.isFinite(value) || value < (s.min ?? -Infinity) || value > (s.max ?? Infinity))) refuse(`a number${s.min === undefined ? '' : ` from ${s.min}`}${s.max === undefined ? '' : ` to ${s.max}`}`);
  const need = s.check?.(value);
  if (need) refuse(need);
  if (s.choices && !s.choices.includes(value)) refuse(`one of ${s.choices.join(', ')}`);
  return value;
}
