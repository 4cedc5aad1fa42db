import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { clientLicence } from '../licence.ts';

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
