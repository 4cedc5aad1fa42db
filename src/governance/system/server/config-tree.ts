import { userError, type Setting, type Settings } from '#kernel/server/index.ts';
import seed from './config.seed.json' with { type: 'json' };
import { siteUrl } from './system.settings.ts';

export type Tree = { [key: string]: unknown };

export interface View {
  /** Which settings to show; all unless told. */
  readonly shows?: (key: string) => boolean;
  /** Leave out what is as it was delivered. */
  readonly without_defaults?: boolean;
  /** Leave out secrets rather than mask them. */
  readonly without_masked?: boolean;
}

const MASK = '********************************';

/** The config in the protocol's shape: its defaults, with the settings of this server laid over them. */
export function configTree(settings: Settings, site_url: string, { shows = () => true, without_defaults, without_masked }: View = {}): Tree {
  const tree: Tree = {};
  const known = new Map(settings.all.map((setting) => [setting.key, setting]));
  if (!without_defaults) for (const [key, value] of leavesOf(seed)) if (shows(key) && !known.has(key)) put(tree, key, structuredClone(value));
  for (const setting of settings.all) {
    const value = settings.get(setting);
    const is_masked = setting.is_secret === true && value !== '';
    if (!shows(setting.key) || (without_masked && is_masked) || (without_defaults && isEqual(value, setting.default))) continue;
    put(tree, setting.key, is_masked ? MASK : value);
  }
  if (shows(siteUrl.key) && known.has(siteUrl.key)) put(tree, siteUrl.key, site_url);
  return tree;
}

/** Which settings the environment fixes, in the same shape. */
export function environmentTree(settings: Settings, is_site_url_fixed: boolean): Tree {
  const tree: Tree = {};
  for (const setting of settings.all) if (settings.isFixed(setting) || (setting.key === siteUrl.key && is_site_url_fixed)) put(tree, setting.key, true);
  return tree;
}

/** What of a (partial) config differs from what is shown of the settings in force. What the protocol does not know changes nothing. */
export function changesIn(tree: Tree, settings: Settings, site_url: string): { setting: Setting; value: unknown; old: unknown }[] {
  return settings.all.flatMap((setting) => {
    const value = pick(tree, setting.key.split('.'));
    if (value === undefined || value === null || (setting.is_secret && value === MASK)) return [];
    const old = setting.key === siteUrl.key ? site_url : settings.get(setting);
    return isEqual(value, old) ? [] : [{ setting, value, old }];
  });
}

/** Sections of the protocol's config are objects. */
export function demandSections(tree: Tree): void {
  for (const [name, section] of Object.entries(tree)) {
    if (name in seed && section !== null && (typeof section !== 'object' || Array.isArray(section))) throw userError('api.context.invalid_body_param.app_error', `${name} must be an object of settings.`);
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function leavesOf(tree: object): [string, unknown][] {
  return Object.entries(tree).flatMap(([section, values]) => Object.entries(values as object).map(([name, value]): [string, unknown] => [`${section}.${name}`, value]));
}

function put(tree: Tree, key: string, value: unknown): void {
  const path = key.split('.');
  const last = path.pop()!;
  let at = tree;
  for (const part of path) at = (at[part] ??= {}) as Tree;
  // A group whose parts are settings of their own is filled, not replaced.
  at[last] = at[last] !== null && typeof at[last] === 'object' && value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value, ...at[last] } : value;
}

function pick(tree: unknown, path: string[]): unknown {
  return path.reduce<unknown>((at, key) => (at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Tree)[key] : undefined), tree);
}
