import { getTeam } from '#identity/teams/server/feature.ts';
import { getUserByUsername } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { defineCommand, userError, type Command, type CommandCall } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { addChannelMembers } from './actions/add-channel-members.ts';
import { patchChannel } from './actions/patch-channel.ts';
import { removeChannelMember } from './actions/remove-channel-member.ts';
import { setChannelNotifyProps } from './actions/set-channel-notify-props.ts';
import { getChannelByName, membershipsOf } from './channels.cache.ts';
import { requireChannel } from './channels.permissions.ts';
import { readMember } from './channel-members.store.ts';

/** Who is named by the word, with or without an @. */
export async function namedUser({ ctx }: CommandCall, word: string | undefined): Promise<User> {
  const username = (word ?? '').replace(/^@/, '').toLowerCase();
  const user = username ? await getUserByUsername(ctx.app, username) : undefined;
  if (!user || user.delete_at) throw userError('api.command.no_such_user.app_error', username ? `There is nobody with the name @${username}.` : 'Say who: a name with an @ before it.');
  return user;
}

/** The page of a channel for who is sent there. */
export async function addressOf({ ctx, team_id }: CommandCall, channel: Channel): Promise<string> {
  const team = await getTeam(ctx.app, channel.team_id || team_id);
  return team ? `${ctx.app.site_url}/${team.name}/channels/${channel.name}` : '';
}

// The channel of a word such as ~town-square, or without one that in which the command was written.
async function namedChannel(call: CommandCall, word: string | undefined): Promise<Channel> {
  if (!word) return requireChannel(call.ctx, call.channel_id);
  const name = word.replace(/^~/, '').toLowerCase();
  const channel = await getChannelByName(call.ctx.app, call.team_id, name);
  const is_seen = channel && !channel.delete_at && (channel.type === 'O' || (await membershipsOf(call.ctx.app, call.ctx.actor.user_id)).has(channel.id));
  if (!is_seen) throw userError('api.command.no_such_channel.app_error', `There is no channel ~${name} in this team.`);
  return channel;
}

const change = (trigger: string, field: string, what: string): Command =>
  defineCommand({
    trigger,
    hint: '[text]',
    summary: `Change the ${what} of the channel`,
    run: async ({ text, channel_id, run }) => {
      if (!text) throw userError(`api.command_channel_${trigger}.message.app_error`, `Write the new ${what} after /${trigger}.`);
      await run(patchChannel, { channel_id, [field]: text });
    },
  });

async function add(call: CommandCall): Promise<{ text: string }> {
  const words = call.text.split(/\s+/).filter(Boolean);
  const people = words.filter((word) => !word.startsWith('~'));
  const channels = words.filter((word) => word.startsWith('~'));
  if (!people.length) throw userError('api.command_invite.missing_message.app_error', 'Say who: `/invite @name`, and into which channels if it is not this one: `~channel`.');
  const users = await Promise.all(people.map((word) => namedUser(call, word)));
  const targets = channels.length ? await Promise.all(channels.map((word) => namedChannel(call, word))) : [await namedChannel(call, undefined)];
  for (const channel of targets) await call.run(addChannelMembers, { channel_id: channel.id, user_ids: users.map((user) => user.id) });
  return { text: `${users.map((user) => `@${user.username}`).join(', ')} added to ${targets.map((channel) => `~${channel.name}`).join(', ')}.` };
}

async function join(call: CommandCall): Promise<{ goto_location: string }> {
  if (!call.text) throw userError('api.command_join.missing.app_error', 'Say which channel: `/join ~channel`.');
  const channel = await namedChannel(call, call.text.split(/\s+/)[0]);
  const { user_id } = call.ctx.actor;
  if (!(await membershipsOf(call.ctx.app, user_id)).has(channel.id)) await call.run(addChannelMembers, { channel_id: channel.id, user_id });
  return { goto_location: await addressOf(call, channel) };
}

async function leave(call: CommandCall): Promise<{ goto_location: string }> {
  await call.run(removeChannelMember, { channel_id: call.channel_id, user_id: call.ctx.actor.user_id });
  const next = call.team_id ? await getChannelByName(call.ctx.app, call.team_id, 'town-square') : undefined;
  return { goto_location: next ? await addressOf(call, next) : '/' };
}

async function mute(call: CommandCall): Promise<{ text: string }> {
  const channel = await namedChannel(call, call.text.split(/\s+/)[0] || undefined);
  const { user_id } = call.ctx.actor;
  const member = await readMember(call.ctx.db, channel.id, user_id);
  const is_muted = member?.notify_props.mark_unread === 'mention';
  await call.run(setChannelNotifyProps, { channel_id: channel.id, user_id, notify_props: { mark_unread: is_muted ? 'all' : 'mention' } });
  const name = channel.display_name || 'this conversation';
  return { text: is_muted ? `${name} is no longer muted.` : `${name} is muted: you will not be notified until you mute it once more to end it.` };
}

export const commands: readonly Command[] = [
  change('header', 'header', 'header'),
  change('purpose', 'purpose', 'purpose'),
  change('rename', 'display_name', 'name'),
  defineCommand({ trigger: 'invite', hint: '@[username] ~[channel]', summary: 'Add people to this channel or to others', run: add }),
  defineCommand({ trigger: 'join', aliases: ['open'], hint: '~[channel]', summary: 'Join a channel and go there', run: join }),
  defineCommand({ trigger: 'leave', hint: '', summary: 'Leave this channel', run: leave }),
  defineCommand({
    trigger: 'kick',
    aliases: ['remove'],
    hint: '@[username]',
    summary: 'Remove somebody from this channel',
    run: async (call) => call.run(removeChannelMember, { channel_id: call.channel_id, user_id: (await namedUser(call, call.text.split(/\s+/)[0])).id }).then(() => undefined),
  }),
  defineCommand({ trigger: 'mute', hint: '~[channel]', summary: 'Mute this channel or another, or end it', run: mute }),
];
