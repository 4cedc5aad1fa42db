import { z } from 'zod';
import { findRole } from '#identity/roles/server/feature.ts';
import { splitRoles } from '#identity/schemes/server/feature.ts';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { roleNamesOf } from '../channel-scheme.ts';
import { inChannel, requireChannel } from '../channels.permissions.ts';
import { saveRoles } from '../save-member-roles.ts';

export const setChannelMemberRoles = action({
  name: 'set-channel-member-roles',
  summary: 'Sets the roles of a member by their names.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), roles: fields.text(256) }),
  permission: inChannel('manage_channel_roles'),
  run: async (ctx, { channel_id, user_id, roles }) => {
    const names = roles.split(' ').filter(Boolean);
    if (!names.every((name) => /^[a-z0-9_]+$/.test(name))) throw invalidBody('roles');
    const wanted = splitRoles('channel', names, await roleNamesOf(ctx, await requireChannel(ctx, channel_id)));
    for (const name of wanted.explicit_roles.split(' ').filter(Boolean)) {
      const role = findRole(ctx.app, name);
      if (!role) throw userError('app.role.get_by_name.app_error', `There is no role ${name}.`);
      if (role.scheme_managed) throw userError('api.channel.update_channel_member_roles.scheme_role.app_error', `The role ${name} cannot be given in a channel.`);
    }
    await saveRoles(ctx, channel_id, user_id, () => wanted);
  },
});
