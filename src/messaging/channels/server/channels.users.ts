import { getTeams, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { guestChanged, userActivated, userDeactivated, userErased, userScopes, userUpdated, type UserScope } from '#identity/users/server/feature.ts';
import { listenTo, type Ctx } from '#kernel/server/index.ts';
import { eraseMemberships, readMembershipsIn, setGuest, syncWideIgnored } from './channel-members.store.ts';
import { forgetNotifyProps } from './channel-notify.ts';
import { forgetMemberCounts, forgetMembers, membershipsOf } from './channels.cache.ts';
import { channelMemberUpdated } from './channels.events.ts';
import { hasChannelPermission } from './channels.permissions.ts';
import { joinDefaultChannels } from './default-channels.ts';

const member = (condition: string) => `EXISTS (SELECT 1 FROM channel_members cm WHERE cm.user_id = u.id${condition})`;

const inRead = (ctx: Ctx, channel_id: string) => hasChannelPermission(ctx, channel_id, 'read_channel');

const scopes: UserScope[] = [
  { name: 'in_channel', condition: member(' AND cm.channel_id = $'), check: inRead },
  { name: 'not_in_channel', condition: `NOT ${member(' AND cm.channel_id = $')}`, check: inRead },
  { name: 'shares_channel_with', condition: member(' AND cm.channel_id IN (SELECT own.channel_id FROM channel_members own WHERE own.user_id = $)') },
  {
    name: 'channel_roles',
    condition: member(" AND ((cm.scheme_admin AND 'channel_admin' = ANY($)) OR (cm.scheme_user AND NOT cm.scheme_admin AND 'channel_user' = ANY($)) OR (cm.scheme_guest AND 'channel_guest' = ANY($)))"),
  },
];

// A guest saw only what the guest was invited to; a member is in the default channels of all teams.
async function joinDefaultsOfTeams(ctx: Ctx, user_id: string): Promise<void> {
  const teams = await getTeams(ctx.app, [...(await teamMembershipsOf(ctx.app, user_id)).keys()]);
  for (const team of teams.values()) if (!team.delete_at) await joinDefaultChannels(ctx, { team, user_ids: [user_id], requestor_id: ctx.actor.user_id });
}

/** What channels add to people: filters of lists, and following an account that becomes a guest or is deleted. */
export const userContributions = [
  ...scopes.map((scope) => userScopes.add(scope)),
  guestChanged.add(async (ctx, user_id, is_guest) => {
    const channel_ids = await setGuest(ctx.db, user_id, is_guest);
    forgetMembers(ctx.app, { user_ids: [user_id], channel_ids });
    if (!is_guest) await joinDefaultsOfTeams(ctx, user_id);
    for (const member of await readMembershipsIn(ctx.db, user_id, channel_ids)) ctx.emit(channelMemberUpdated, { member });
  }),
  userErased.add(async (ctx, user_id) => {
    const channel_ids = await eraseMemberships(ctx.db, user_id);
    forgetMembers(ctx.app, { user_ids: [user_id], channel_ids });
  }),
];

const recount = async (ctx: Ctx, user_id: string) => forgetMemberCounts(ctx.app, [...(await membershipsOf(ctx.app, user_id)).keys()]);

export const userListeners = [
  listenTo(userActivated, (ctx, { user }) => recount(ctx, user.id)),
  listenTo(userDeactivated, (ctx, { user }) => recount(ctx, user.id)),
  listenTo(userUpdated, async ({ app, db }, { user, old }) => {
    forgetNotifyProps(app, { user_ids: [user.id] });
    if (old?.notify_props?.channel === user.notify_props?.channel) return;
    await syncWideIgnored(db, user.id);
    forgetNotifyProps(app, { user_ids: [user.id] });
  }),
];
