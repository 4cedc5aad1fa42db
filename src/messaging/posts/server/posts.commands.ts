import { savePreferencesOf } from '#identity/preferences/server/feature.ts';
import { defineCommand, defineJob, fields, userError, type Command, type CommandCall } from '#kernel/server/index.ts';
import { addressOf, createDirectChannel, createGroupChannel, namedUser } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { z } from 'zod';
import { sendMessage } from './actions/send-message.ts';
import { createPost } from './posts.create.ts';

const MAX_ECHO_S = 10_000;
const SHRUG = '¯\\\\\\_(ツ)\\_/¯';

/** Posts what somebody asked for some seconds ago. */
export const echoMessage = defineJob({
  name: 'echo-message',
  summary: 'Post a message that somebody wrote some seconds ago.',
  input: z.object({ channel_id: fields.id(), user_id: fields.id(), root_id: z.string(), message: z.string() }),
  max_attempts: 1,
  unaudited: 'the post is its own record',
  run: async (ctx, input) => void (await createPost(ctx, input)),
});

async function echo({ ctx, text, channel_id, root_id }: CommandCall): Promise<{ text?: string; response_type?: 'in_channel' }> {
  const [, message = '', seconds = '0'] = /^([^]*?)(?:\s+(\d+))?$/.exec(text) ?? [];
  const words = message.replace(/^"([^]*)"$/, '$1');
  if (!words) throw userError('api.command_echo.message.app_error', 'Write what to echo, and after how many seconds: `/echo "time for tea" 60`.');
  const delay_s = Number(seconds);
  if (delay_s > MAX_ECHO_S) throw userError('api.command_echo.delay.app_error', `At most ${MAX_ECHO_S} seconds.`);
  if (!delay_s) return { response_type: 'in_channel', text: words };
  await ctx.jobs.add(echoMessage, { channel_id, user_id: ctx.actor.user_id, root_id, message: words }, { run_at: ctx.now + delay_s * 1000 });
  return {};
}

async function write(call: CommandCall, channel: Channel, message: string): Promise<{ goto_location: string }> {
  if (message) await call.run(sendMessage, { channel_id: channel.id, message });
  return { goto_location: await addressOf(call, channel) };
}

async function directMessage(call: CommandCall): Promise<{ goto_location: string }> {
  const [, name, message = ''] = /^(\S*)\s*([^]*)$/.exec(call.text) ?? [];
  const user = await namedUser(call, name);
  return write(call, await call.run(createDirectChannel, { user_ids: [call.ctx.actor.user_id, user.id] }), message);
}

// "@ann, @bob and the message": names are those at the beginning that begin with an @ or end with a comma.
async function groupMessage(call: CommandCall): Promise<{ goto_location: string }> {
  const [, names = '', message = ''] = /^((?:@?[\w.-]+\s*,\s*)*@?[\w.-]+)\s*([^]*)$/.exec(call.text) ?? [];
  const users = await Promise.all(names.split(',').map((name) => namedUser(call, name.trim())));
  const user_ids = [...new Set([call.ctx.actor.user_id, ...users.map((user) => user.id)])];
  const channel = user_ids.length > 2 ? await call.run(createGroupChannel, { user_ids }) : await call.run(createDirectChannel, { user_ids });
  return write(call, channel, message);
}

const previews = (trigger: string, value: 'true' | 'false', summary: string): Command =>
  defineCommand({
    trigger,
    hint: '',
    summary,
    run: async ({ ctx, run }) => {
      const { user_id } = ctx.actor;
      await run(savePreferencesOf, { user_id, preferences: [{ user_id, category: 'display_settings', name: 'collapse_previews', value }] });
      return { text: value === 'true' ? 'Image links now collapse by default' : 'Image links now expand by default' };
    },
  });

export const commands: readonly Command[] = [
  defineCommand({ trigger: 'me', hint: '[message]', summary: 'Say what you do', run: ({ text }) => ({ response_type: 'in_channel', text: text ? `*${text}*` : '', type: 'me' }) }),
  defineCommand({ trigger: 'shrug', hint: '[message]', summary: 'Adds ¯\\_(ツ)_/¯ to your message', run: ({ text }) => ({ response_type: 'in_channel', text: text ? `${text} ${SHRUG}` : SHRUG }) }),
  defineCommand({
    trigger: 'code',
    hint: '[text]',
    summary: 'Show a text as a block of code',
    run: ({ text }) => {
      if (!text) throw userError('api.command_code.message.app_error', 'Write the code after /code.');
      return { response_type: 'in_channel', text: text.split('\n').map((line) => `    ${line}`).join('\n') };
    },
  }),
  defineCommand({ trigger: 'echo', hint: '"[message]" [delay in seconds]', summary: 'Say something as yourself, now or a little later', run: echo }),
  defineCommand({ trigger: 'msg', hint: '@[username] [message]', summary: 'Send a direct message', run: directMessage }),
  defineCommand({ trigger: 'groupmsg', hint: '@[username1],@[username2] [message]', summary: 'Send a message to several people', run: groupMessage }),
  previews('expand', 'false', 'Show pictures of links by themselves'),
  previews('collapse', 'true', 'Show pictures of links only when asked'),
];
