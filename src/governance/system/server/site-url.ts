import type { App } from '#kernel/server/index.ts';
import { siteUrl } from './system.settings.ts';

const fixed = new WeakSet<App>();

/** Whether the start fixed the address of the server (MUSTER_SITE_URL), so that no setting changes it. */
export function isSiteUrlFixed(app: App): boolean {
  return fixed.has(app);
}

/** Lets the setting name the address of the server, unless the start did. */
export function followSiteUrl(app: App): void {
  if (app.site_url) {
    fixed.add(app);
    return;
  }
  const follow = () => {
    const url = app.settings.get(siteUrl);
    if (url) app.site_url = url;
  };
  follow();
  app.settings.onChange(follow);
}
