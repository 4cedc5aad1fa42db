import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { inChannel } from '../channels.permissions.ts';
import { saveRoles } from '../save-member-roles.ts';

export const setChannelMemberSchemeRoles = action({
  name: 'set-channel-member-scheme-roles',
  summary: 'Makes a member an administrator of the channel or an ordinary member.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), scheme_admin: z.boolean(), scheme_user: z.boolean(), scheme_guest: z.boolean().nullish() }),
  permission: inChannel('manage_channel_roles'),
  run: (ctx, { channel_id, user_id, scheme_admin, scheme_user, scheme_guest }) =>
    saveRoles(ctx, channel_id, user_id, ({ explicit_roles }) => ({ explicit_roles, scheme_admin, scheme_user, scheme_guest: scheme_guest ?? false })),
});
