import { z } from 'zod';
import { action, anyone, invalidBody, userError } from '#kernel/server/index.ts';

const text = () => z.string().nullish().transform((value) => value ?? '');

export const switchLogin = action({
  name: 'switch-login',
  summary: 'Changes by which service the own account logs in. Services are brought by features; without one there is nothing to change to.',
  input: z.object({ current_service: text(), new_service: text(), email: text(), password: text(), new_password: text(), mfa_code: text(), ldap_id: text() }),
  permission: anyone('who changes the service proves the account by its password or its service'),
  run: (_ctx, { current_service, new_service }) => {
    if (!current_service || !new_service) throw invalidBody('current_service');
    if (current_service === new_service) throw invalidBody('switch_request', 'The account logs in by this service already.');
    throw userError('api.user.switch_login.not_available.app_error', 'There is no other service on this server to log in by.', 501);
  },
});
