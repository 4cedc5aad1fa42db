import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasAccounts } from '#identity/users/server/feature.ts';
import { clientConfig } from '../client-config.ts';
import { installationOf } from '../installation.ts';
import { clientLicence } from '../licence.ts';

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

const PRIVATE = ['Id', 'IssuedAt', 'StartsAt', 'ExpiresAt', 'Name', 'Email', 'Company'];

export const getClientLicence = query({
  name: 'get-client-license',
  summary: 'Tells clients which features there are: all.',
  input: z.object({}),
  permission: anyone('clients need it before log-in, to know how one logs in'),
  run: async (ctx) => {
    if (ctx.actor.user_id && (await hasPermission(ctx, 'read_license_information'))) return clientLicence;
    return Object.fromEntries(Object.entries(clientLicence).filter(([key]) => !PRIVATE.includes(key)));
  },
});
