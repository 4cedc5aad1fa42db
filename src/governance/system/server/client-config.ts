import { createHash } from 'node:crypto';
import { defineEvent, framesOf, toAll, type App } from '#kernel/server/index.ts';
import type { ClientConfig } from '#kernel/wire/index.ts';
import seed from './client-config.seed.json' with { type: 'json' };

interface Configs {
  /** What everybody may know. */
  readonly open: ClientConfig;
  /** What who is signed in may know besides. */
  readonly full: ClientConfig;
  readonly hash: string;
}

const made = new WeakMap<App, Configs>();

/** A setting has changed: clients get the new config. */
export const configChanged = defineEvent<{ config: ClientConfig }>('config.changed');

export const frames = [framesOf(configChanged, ({ config }) => ({ event: 'config_changed', data: { config }, ...toAll() }))];

/** What clients are told of this server's settings; all values are texts. */
export function clientConfig(app: App, is_signed_in: boolean): ClientConfig {
  const configs = configsOf(app);
  return is_signed_in ? configs.full : configs.open;
}

/** Makes the version that clients watch depend on the config, and tells them of changes. */
export function watchConfig(app: App): void {
  const version = (): string => `${app.version}.${app.version}.${configsOf(app).hash}.true`;
  app.version_id = version;
  let is_told = true;
  app.settings.onChange(() => {
    made.delete(app);
    if (!is_told) return;
    // Several settings changed by one call are told once.
    is_told = false;
    setImmediate(() => {
      is_told = true;
      app.publish(configChanged, { config: clientConfig(app, true) });
    });
  });
}

function configsOf(app: App): Configs {
  const known = made.get(app);
  // The address is known only once the server listens.
  if (known && known.open['SiteURL'] === app.site_url) return known;
  const configs = makeConfigs(app);
  made.set(app, configs);
  return configs;
}

function makeConfigs(app: App): Configs {
  const open: ClientConfig = { ...seed.public, ...factsOf(app) };
  const more: ClientConfig = { ...seed.signed_in, MaxPostSize: '16383' };
  for (const setting of app.settings.all) {
    if (!setting.client || setting.is_secret) continue;
    const value = app.settings.get(setting);
    // Of what nobody obeys clients are told this server's own answer until somebody has set it.
    if (setting.is_kept && value === setting.default) continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    // What the protocol shows to everybody stays so, whatever feature has the setting.
    if (setting.is_public || setting.client in seed.public) open[setting.client] = text;
    else more[setting.client] = text;
  }
  const full = { ...open, ...more };
  return { open, full, hash: createHash('sha256').update(JSON.stringify(full)).digest('hex').slice(0, 32) };
}

function factsOf(app: App): ClientConfig {
  return { SiteURL: app.site_url, Version: app.version, BuildNumber: app.version, BuildDate: '', BuildHash: app.version, BuildHashEnterprise: app.version, BuildEnterpriseReady: 'true', UpgradedFromTE: 'false' };
}
