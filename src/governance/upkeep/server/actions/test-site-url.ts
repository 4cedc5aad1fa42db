import { z } from 'zod';
import { action, callOutside, invalidBody, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

export const testSiteUrl = action({
  name: 'test-site-url',
  summary: 'Looks whether this server answers at an address.',
  input: z.object({ site_url: z.string().max(2_048) }),
  permission: inSystem('test_site_url'),
  run: async (ctx, { site_url }) => {
    if (!URL.canParse(site_url) || !/^https?:/.test(site_url)) throw invalidBody('site_url', 'Give an address such as https://chat.example.com.');
    const fault = (why: string) => userError('app.admin.test_site_url.failure', `No server of this protocol answers at ${site_url}. ${why}`);
    const answer = await callOutside(ctx, { url: `${site_url.replace(/\/+$/, '')}/api/v4/system/ping`, time_limit_ms: 10_000, size_limit: 65_536, is_trusted: true }).catch((error: Error) => {
      throw fault(error.message);
    });
    if (answer.status !== 200 || !answer.body.toString('utf8').includes('"status"')) throw fault(`It answered ${answer.status}.`);
  },
});
