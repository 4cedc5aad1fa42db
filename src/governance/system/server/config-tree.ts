import { userError, type Setting, type Settings } from '#kernel/server/index.ts';
import seed from './config.seed.json' with { type: 'json' };

type Tree = { [key: string]: unknown };

const MASK = '********************************';

/** The whole config in the protocol's shape: its defaults, with the settings that this server knows laid over them. */
export function configTree(settings: Settings, site_url: string): Tree {
  const tree = structuredClone(seed) as Tree;
  put(tree, ['ServiceSettings', 'SiteURL'], site_url);
  for (const setting of settings.all) put(tree, setting.key.split('.'), shown(setting, settings));
  return tree;
}

/** Which settings the environment fixes, in the same shape. */
export function environmentTree(settings: Settings): Tree {
  const tree: Tree = {};
  for (const setting of settings.all) if (settings.isFixed(setting)) put(tree, setting.key.split('.'), true);
  return tree;
}

/** What of a (partial) config differs from the settings in force. What this server has no setting for changes nothing. */
export function changesIn(tree: Tree, settings: Settings): { setting: Setting; value: unknown }[] {
  return settings.all.flatMap((setting) => {
    const value = pick(tree, setting.key.split('.'));
    if (value === undefined || value === null || (setting.is_secret && value === MASK)) return [];
    return JSON.stringify(value) === JSON.stringify(settings.get(setting)) ? [] : [{ setting, value }];
  });
}

/** Sections of the protocol's config are objects. */
export function demandSections(tree: Tree): void {
  for (const [name, section] of Object.entries(tree)) {
    if (name in seed && section !== null && (typeof section !== 'object' || Array.isArray(section))) throw userError('api.context.invalid_body_param.app_error', `${name} must be an object of settings.`);
  }
}

function shown(setting: Setting, settings: Settings): unknown {
  const value = settings.get(setting);
  return setting.is_secret && value !== '' ? MASK : value;
}

function put(tree: Tree, path: string[], value: unknown): void {
  const last = path.pop()!;
  let at = tree;
  for (const key of path) at = (at[key] ??= {}) as Tree;
  at[last] = value;
}

function pick(tree: unknown, path: string[]): unknown {
  return path.reduce<unknown>((at, key) => (at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Tree)[key] : undefined), tree);
}
