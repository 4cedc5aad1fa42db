import { userError, type Ctx } from '#kernel/server/index.ts';
import type { ChannelMember } from '../wire/index.ts';
import { readMember, setMemberRoles } from './channel-members.store.ts';
import { missingMember } from './channel-members.ts';
import { forgetMemberships } from './channels.cache.ts';
import { channelMemberUpdated } from './channels.events.ts';

export type Roles = Pick<ChannelMember, 'explicit_roles' | 'scheme_guest' | 'scheme_user' | 'scheme_admin'>;

export async function saveRoles(ctx: Ctx, channel_id: string, user_id: string, wanted: (member: ChannelMember) => Roles): Promise<void> {
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

/** Makes members administrators of a channel who are not yet; guests stay what they are. */
export async function setChannelAdmins(ctx: Ctx, channel_id: string, user_ids: readonly string[]): Promise<void> {
  for (const user_id of user_ids) {
    const member = await readMember(ctx.db, channel_id, user_id);
    if (member && !member.scheme_admin && !member.scheme_guest) await saveRoles(ctx, channel_id, user_id, (was) => ({ ...was, scheme_admin: true }));
  }
}
