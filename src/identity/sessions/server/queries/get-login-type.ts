import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';

export const getLoginType = query({
  name: 'get-login-type',
  summary: 'Tells by which service an account logs in. It answers the same for every name, so that nobody learns which exist.',
  input: z.object({ id: z.string().nullish(), login_id: z.string().nullish(), device_id: z.string().nullish() }),
  permission: anyone('it is asked before log-in'),
  run: () => ({ auth_service: '' }),
});
