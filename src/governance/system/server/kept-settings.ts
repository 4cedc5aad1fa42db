import type { Setting } from '#kernel/server/index.ts';
import client from './client-config.seed.json' with { type: 'json' };
import seed from './config.seed.json' with { type: 'json' };

type Value = string | number | boolean | string[] | Record<string, unknown>;

const SECRET = /(Password|Secret|SecretAccessKey|Salt|APIKey|AtRestEncryptKey|SplitKey|DataSource|ClientSecret)$/;

/** Facts about this server rather than choices: the database, addresses and versions. */
const FIXED_SECTIONS = new Set(['SqlSettings', 'FeatureFlags', 'CloudSettings']);

const clientKeys = new Set([...Object.keys(client.public), ...Object.keys(client.signed_in)]);

/** Every setting of the protocol's config: where no feature obeys one, its value is kept for the tools that write it, and clients are told it. */
export const keptSettings: readonly Setting[] = Object.entries(seed).flatMap(([section, values]) =>
  FIXED_SECTIONS.has(section) ? [] : Object.entries(values as Record<string, Value>).flatMap(([name, value]) => settingsOf(section, [name], value)),
);

function settingsOf(section: string, path: string[], value: Value): Setting[] {
  const is_group = value !== null && typeof value === 'object' && !Array.isArray(value) && path[0] !== 'PluginStates' && Object.keys(value).length > 0;
  if (is_group) return Object.entries(value).flatMap(([name, inner]) => settingsOf(section, [...path, name], inner as Value));
  const name = path.join('.');
  return [{ key: `${section}.${name}`, default: value, summary: 'Kept, and obeyed by no part of this server.', is_secret: SECRET.test(name), client: clientNameOf(section, name), is_kept: true }];
}

// Clients know most settings by their own names, some by those of their sections before it: LdapLoginButtonColor.
function clientNameOf(section: string, name: string): string | undefined {
  return [name, section.replace(/Settings$/, '') + name].find((key) => clientKeys.has(key));
}
