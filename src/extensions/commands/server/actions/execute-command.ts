import { z } from 'zod';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { action, AppError, fields, userError, type Command, type CommandAnswer, type CommandCall, type Ctx } from '#kernel/server/index.ts';
import { getChannel, inChannel } from '#messaging/channels/server/feature.ts';
import { createPost, sendEphemeralPost } from '#messaging/posts/server/feature.ts';
import type { CommandResponse } from '../../wire/index.ts';
import { commandsOf } from '../commands.catalogue.ts';
import { customCommandsOf } from '../custom-commands.cache.ts';
import { runCustomCommand } from '../run-custom-command.ts';

const MAX_LINE = 16_383;

/** Runs what somebody wrote after a slash. What the command does is checked and recorded by the actions that it runs. */
export const executeCommand = action({
  name: 'execute-command',
  summary: 'Run a slash command in a channel.',
  input: z.object({ channel_id: fields.id(), command: fields.text(MAX_LINE), team_id: fields.optionalId().nullish(), root_id: fields.optionalId().nullish() }),
  permission: inChannel('create_post'),
  unaudited: 'the actions that it runs write their own records',
  run: async (ctx, { channel_id, command: line, team_id, root_id }): Promise<CommandResponse> => {
    const [, trigger = '', text = ''] = /^\/(\S+)\s*([^]*)$/.exec(line.trim()) ?? [];
    if (!trigger) throw userError('api.command.execute_command.start.app_error', 'A command begins with a slash and a word, such as /help.');
    const word = trigger.toLowerCase();
    const channel = await getChannel(ctx.app, channel_id);
    if (channel?.delete_at) throw userError('api.command.execute_command.deleted.error', 'This channel is archived: nothing can be written in it.');
    const call: CommandCall = { ctx, text: text.trimEnd(), channel_id, team_id: channel?.team_id || (await teamOf(ctx, team_id)), root_id: root_id ?? '', run: (what, input) => ctx.app.execute(ctx, what, input) };
    const custom = (await customCommandsOf(ctx.app, call.team_id)).find((one) => one.trigger === word);
    if (custom) return runCustomCommand(call, custom);
    const command = commandsOf(ctx.app).get(word);
    if (!command) throw userError('api.command.execute_command.not_found.app_error', `There is no command /${trigger}. Write /help for those that there are, or put a blank before the slash to send it as a message.`, 404);
    return respond(call, await answerOf(command, call));
  },
});

// In a direct channel the client names the team: one of whoever writes.
async function teamOf(ctx: Ctx, team_id: string | null | undefined): Promise<string> {
  return team_id && (await hasTeamPermission(ctx, team_id, 'view_team')) ? team_id : '';
}

// Whoever wrote the command reads what was wrong where he wrote it.
async function answerOf(command: Command, call: CommandCall): Promise<CommandAnswer | void> {
  try {
    return await command.run(call);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { text: error.message };
    throw error;
  }
}

async function respond(call: CommandCall, answer: CommandAnswer | void): Promise<CommandResponse> {
  const response_type = answer ? (answer.response_type ?? 'ephemeral') : '';
  const text = answer?.text ?? '';
  const { ctx, channel_id, root_id } = call;
  const post = { channel_id, user_id: ctx.actor.user_id, root_id, message: text, props: { override_icon_url: '' } };
  if (response_type === 'in_channel') await createPost(ctx, { ...post, type: answer?.type ?? '' });
  else if (text) await sendEphemeralPost(ctx, ctx.actor.user_id, post);
  return {
    ...{ response_type, text, type: answer?.type ?? '', goto_location: answer?.goto_location ?? '' },
    ...{ username: '', channel_id: '', icon_url: '', props: null, trigger_id: '', skip_slack_parsing: false, attachments: null, extra_responses: null },
  };
}
