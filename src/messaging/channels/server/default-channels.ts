import type { TeamJoin } from '#identity/teams/server/feature.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { getUser, getUsers, isGuest } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { newId, type App, type Ctx, type Sql } from '#kernel/server/index.ts';
import { default_channel_name, type Channel } from '../wire/index.ts';
import { removeMemberOfTeam } from './channel-members.store.ts';
import { enter, leaveTopics, MANY } from './channel-members.ts';
import { announce, announceAddition, announceJoin, announceMany } from './channel-messages.ts';
import { forgetChannelIds, forgetMembers } from './channels.cache.ts';
import { channelMemberAdded, teamChannelsLeft } from './channels.events.ts';
import { beforeChannelsDeleted } from './channels.extensions.ts';
import { defaultChannels } from './channels.settings.ts';
import { deleteChannels, insertChannel, readChannelIdsOfTeam, readChannelsByNames } from './channels.store.ts';

/** Every team begins with these two. */
export async function createDefaultChannels(sql: Sql, team: Pick<Team, 'id'>, now: number): Promise<void> {
  const channel = { team_id: team.id, type: 'O', header: '', purpose: '', creator_id: '', shared: null } as const;
  await insertChannel(sql, { ...channel, id: newId(), name: default_channel_name, display_name: 'Town Square' }, now);
  await insertChannel(sql, { ...channel, id: newId(), name: 'off-topic', display_name: 'Off-Topic' }, now);
}

/** People who come into a team come into its default channels, except guests, who see only what they are invited to. */
export async function joinDefaultChannels(ctx: Ctx, { team, user_ids, requestor_id }: TeamJoin): Promise<void> {
  const users = [...(await getUsers(ctx.app, user_ids)).values()].filter((user) => !isGuest(user));
  const extra = ctx.settings.get(defaultChannels);
  const names = [default_channel_name, ...(extra.length ? extra : ['off-topic'])];
  const channels = (await readChannelsByNames(ctx.db, team.id, names)).filter((c) => c.type === 'O' && !c.delete_at).sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  const pairs = channels.flatMap((channel) => users.map((user) => ({ channel_id: channel.id, user_id: user.id, is_guest: false, is_admin: user.email !== '' && user.email === team.email })));
  const added = await enter(ctx, pairs);
  const people = new Map(users.map((user) => [user.id, user]));
  const by = requestor_id ? await getUser(ctx.app, requestor_id) : undefined;
  for (const channel of channels) {
    const joined = added.filter((m) => m.channel_id === channel.id).map((m) => people.get(m.user_id)!);
    await tell(ctx, channel, joined, by);
  }
}

/** Gives what a process that died in between has left out: teams their default channels, members their place in Town Square. */
export async function healDefaultChannels(app: App): Promise<void> {
  const teams = await app.db.slow.rows<{ id: string }>('SELECT t.id FROM teams t WHERE NOT EXISTS (SELECT 1 FROM channels c WHERE c.team_id = t.id AND c.name = $1)', [default_channel_name]);
  for (const team of teams) await createDefaultChannels(app.db, team, app.clock());
  const missing = await app.db.slow.rows<{ channel_id: string; user_id: string; is_admin: boolean }>(
    `SELECT c.id AS channel_id, m.user_id, m.scheme_admin AS is_admin FROM team_members m JOIN channels c ON c.team_id = m.team_id AND c.name = $1 JOIN users u ON u.id = m.user_id
     LEFT JOIN channel_members cm ON cm.channel_id = c.id AND cm.user_id = m.user_id
     WHERE m.delete_at = 0 AND NOT m.scheme_guest AND c.delete_at = 0 AND cm.user_id IS NULL`,
    [default_channel_name],
  );
  if (missing.length) await enter(app.systemCtx(), missing.map((row) => ({ ...row, is_guest: false })));
}

async function tell(ctx: Ctx, channel: Channel, joined: readonly User[], by: User | undefined): Promise<void> {
  const is_quiet = joined.length > MANY;
  if (is_quiet && by) await announceMany(ctx, channel.id, joined.length, by, 'team');
  for (const user of joined) {
    if (!is_quiet) await announceNewcomer(ctx, channel, user, by?.id === user.id ? undefined : by);
    ctx.emit(channelMemberAdded, { channel, user_id: user.id, is_default: true, is_quiet });
  }
}

// Town Square speaks of the team, the others of themselves.
function announceNewcomer(ctx: Ctx, channel: Channel, user: User, by: User | undefined): Promise<void> {
  if (channel.name !== default_channel_name) return by ? announceAddition(ctx, channel.id, user, by, false) : announceJoin(ctx, channel.id, user, false);
  const message = { channel_id: channel.id, user_id: (by ?? user).id };
  if (!by) return announce(ctx, { ...message, type: 'system_join_team', message: `${user.username} joined the team.`, props: { username: user.username } });
  const props = { userId: by.id, username: by.username, addedUserId: user.id, addedUsername: user.username };
  return announce(ctx, { ...message, type: 'system_add_to_team', message: `${user.username} added to the team by ${by.username}.`, props });
}

/** Who leaves a team leaves its channels. The person's sockets follow them until the message about it has left. */
export async function leaveChannelsOfTeam(ctx: Ctx, team: Team, user_id: string): Promise<void> {
  const channel_ids = await removeMemberOfTeam(ctx.db, team.id, user_id);
  forgetMembers(ctx.app, { user_ids: [user_id], channel_ids });
  const [town_square] = await readChannelsByNames(ctx.db, team.id, [default_channel_name]);
  const user = await getUser(ctx.app, user_id);
  if (town_square && user) {
    const is_own = ctx.actor.user_id === user_id;
    await announce(ctx, { channel_id: town_square.id, user_id, props: { username: user.username }, type: is_own ? 'system_leave_team' : 'system_remove_from_team', message: `${user.username} ${is_own ? 'left' : 'removed from'} the team.` });
  }
  ctx.emit(teamChannelsLeft, { user_id, channel_ids });
}

/** A team that is deleted for good takes its channels and all that is in them along. */
export async function deleteChannelsOfTeam(ctx: Ctx, team: Team): Promise<void> {
  const ids = await readChannelIdsOfTeam(ctx.db, team.id);
  for (const remove of ctx.app.all(beforeChannelsDeleted)) await remove(ctx, ids);
  const members = await deleteChannels(ctx.db, ids);
  forgetChannelIds(ctx.app, ids);
  leaveTopics(ctx, ids, members);
}
