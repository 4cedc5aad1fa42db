import { teamMembershipsOf, teamMembershipsOfMany } from '#identity/teams/server/feature.ts';
import { getUsers, getUsersByUsernames } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { listenTo, type Ctx } from '#kernel/server/index.ts';
import { maxNotifications } from '#messaging/channels/server/feature.ts';
import { sendEphemeralPost } from './posts.ephemeral.ts';
import { postCreated, type PostCreated } from './posts.events.ts';

const MAX_NAMES = 10;

/** Tells authors whom their mention did not reach, and offers to add them. */
export const mentionNotices = listenTo(postCreated, async (ctx, created) => {
  const { post, channel, unknown_names } = created;
  if (created.is_unheard && !post.type && !post.props.from_webhook && !post.props.from_bot) await tellUnheard(ctx, created);
  if ((!unknown_names.length && !created.groups.length) || !channel.team_id || post.type || post.props.from_webhook || post.props.from_bot) return;
  const found = await getUsersByUsernames(ctx.app, [...unknown_names].slice(0, MAX_NAMES));
  const named = [...found.values()].filter((user) => !user.is_bot && !user.delete_at);
  const of_groups = await outsidersOfGroups(ctx, created);
  const people = [...new Map([...named, ...of_groups.people].map((user) => [user.id, user])).values()].filter((user) => user.id !== post.user_id);
  if (people.length || of_groups.empty.length) await tellAuthor(ctx, created, people, of_groups.empty);
});

async function tellUnheard(ctx: Ctx, { post }: PostCreated): Promise<void> {
  const message = `Nobody was notified by @channel, @here or @all: this channel has ${ctx.settings.get(maxNotifications)} members or more.`;
  await sendEphemeralPost(ctx, post.user_id, { channel_id: post.channel_id, user_id: post.user_id, root_id: post.root_id, message });
}

// Of a group's people outside of the channel only those of its team could be added; a group without anybody there reached nobody.
async function outsidersOfGroups(ctx: Ctx, { channel, groups, group_outsiders }: PostCreated): Promise<{ people: User[]; empty: string[] }> {
  const teams = await teamMembershipsOfMany(ctx.app, groups.flatMap((group) => group.member_ids));
  const isHere = (user_id: string) => teams.get(user_id)?.has(channel.team_id) === true;
  const users = await getUsers(ctx.app, group_outsiders.filter(isHere).slice(0, MAX_NAMES));
  return { people: [...users.values()].filter((user) => !user.delete_at && !user.is_bot), empty: groups.filter((group) => !group.member_ids.some(isHere)).map((group) => group.name) };
}

async function tellAuthor(ctx: Ctx, { post, channel }: PostCreated, people: readonly User[], empty_groups: readonly string[]): Promise<void> {
  const in_team: User[] = [];
  const outside: User[] = [];
  for (const user of people) ((await teamMembershipsOf(ctx.app, user.id)).has(channel.team_id) ? in_team : outside).push(user);
  const sentences = [
    in_team.length ? `${namesOf(in_team)} did not get notified, because they are not in this channel. Would you like to add them? They will have access to all of its messages.` : '',
    outside.length ? `${namesOf(outside)} did not get notified, because they are not members of this team.` : '',
    ...empty_groups.map((name) => `@${name} has no members in this team.`),
  ];
  const names = in_team.map((user) => user.username);
  const ids = in_team.map((user) => user.id);
  const add_channel_member = { post_id: post.id, usernames: names, not_in_channel_usernames: names, user_ids: ids, not_in_channel_user_ids: ids, not_in_groups_usernames: [], not_in_groups_user_ids: [] };
  await sendEphemeralPost(ctx, post.user_id, {
    channel_id: post.channel_id,
    user_id: post.user_id,
    root_id: post.root_id,
    message: sentences.filter(Boolean).join('\n'),
    props: in_team.length ? { add_channel_member } : {},
  });
}

function namesOf(people: readonly User[]): string {
  const names = people.map((user) => `@${user.username}`);
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
