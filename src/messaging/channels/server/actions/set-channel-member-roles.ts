import { z } from 'zod';
import { findRole } from '#identity/roles/server/feature.ts';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import type { ChannelMember } from '../../wire/index.ts';
import { missingMember } from '../channel-members.ts';
import { readMember, setMemberRoles } from '../channel-members.store.ts';
import { forgetMemberships } from '../channels.cache.ts';
import { channelMemberUpdated } from '../channels.events.ts';
import { inChannel } from '../channels.permissions.ts';
import { splitRoles } from '../channels.rules.ts';

type Roles = ReturnType<typeof splitRoles>;

export const setChannelMemberRoles = action({
  name: 'set-channel-member-roles',
  summary: 'Sets the roles of a member by their names.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), roles: fields.text(256) }),
  permission: inChannel('manage_channel_roles'),
  run: async (ctx, { channel_id, user_id, roles }) => {
    const names = roles.split(' ').filter(Boolean);
    if (!names.every((name) => /^[a-z0-9_]+$/.test(name))) throw invalidBody('roles');
    const wanted = splitRoles(names);
    for (const name of wanted.explicit_roles.split(' ').filter(Boolean)) {
      const role = findRole(ctx.app, name);
      if (!role) throw userError('app.role.get_by_name.app_error', `There is no role ${name}.`);
      if (role.scheme_managed) throw userError('api.channel.update_channel_member_roles.scheme_role.app_error', `The role ${name} cannot be given in a channel.`);
    }
    await saveRoles(ctx, channel_id, user_id, () => wanted);
  },
});

export const setChannelMemberSchemeRoles = action({
  name: 'set-channel-member-scheme-roles',
  summary: 'Makes a member an administrator of the channel or an ordinary member.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), scheme_admin: z.boolean(), scheme_user: z.boolean(), scheme_guest: z.boolean().nullish() }),
  permission: inChannel('manage_channel_roles'),
  run: (ctx, { channel_id, user_id, scheme_admin, scheme_user, scheme_guest }) =>
    saveRoles(ctx, channel_id, user_id, ({ explicit_roles }) => ({ explicit_roles, scheme_admin, scheme_user, scheme_guest: scheme_guest ?? false })),
});

async function saveRoles(ctx: Ctx, channel_id: string, user_id: string, wanted: (member: ChannelMember) => Roles): Promise<void> {
  const member = await readMember(ctx.db, channel_id, user_id);
  if (!member) throw missingMember();
  const roles = wanted(member);
  if (member.scheme_guest !== roles.scheme_guest) throw userError('api.channel.update_channel_member_roles.changing_guest_role.app_error', 'A guest stays a guest here. Promote the account to make it a member.');
  if (roles.scheme_guest && (roles.scheme_user || roles.scheme_admin)) throw userError('api.channel.update_channel_member_roles.guest_and_user.app_error', 'A guest cannot be a member or administrator at once.');
  if (!(await setMemberRoles(ctx.db, channel_id, user_id, roles, ctx.now))) throw missingMember();
  forgetMemberships(ctx.app, [user_id]);
  const changed = await readMember(ctx.db, channel_id, user_id);
  if (changed) ctx.emit(channelMemberUpdated, { member: changed });
}
