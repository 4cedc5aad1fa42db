import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';
import { hasAccounts } from '#identity/users/server/feature.ts';
import { clientConfig } from '../client-config.ts';
import { installationOf } from '../installation.ts';

export const getClientConfig = query({
  name: 'get-client-config',
  summary: 'Tells clients what they need to know of the settings; more of it to who is signed in.',
  input: z.object({}),
  permission: anyone('clients need it before log-in, to know how one logs in'),
  run: async (ctx) => {
    const config = clientConfig(ctx.app, ctx.actor.user_id !== '');
    if (!ctx.actor.user_id) return { ...config, NoAccounts: String(!(await hasAccounts(ctx))) };
    const { installation_date, schema_version } = await installationOf(ctx.app);
    return { ...config, NoAccounts: 'false', InstallationDate: String(installation_date), SchemaVersion: String(schema_version), AsymmetricSigningPublicKey: '' };
  },
});
