import { z } from 'zod';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { action, AppError, fields, userError, type CommandAnswer, type CommandCall, type Ctx } from '#kernel/server/index.ts';
import { getChannel, inChannel } from '#messaging/channels/server/feature.ts';
import { createPost, sendEphemeralPost } from '#messaging/posts/server/feature.ts';
import type { CommandResponse } from '../../wire/index.ts';
import { actionTarget, beforeCommandRun, customTarget, makeCall, type CommandTarget } from '../command-targets.ts';
import { commandsOf } from '../commands.catalogue.ts';

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
    const call = makeCall(ctx, { text: text.trimEnd(), channel_id, team_id: channel?.team_id || (await teamOf(ctx, team_id)), root_id: root_id ?? '' });
    const custom = await customTarget(call, word);
    if (custom) {
      const answer = await runTarget(call, custom);
      return 'extra_responses' in answer ? answer : respond(call, answer);
    }
    const command = commandsOf(ctx.app).get(word);
    if (command) return respond(call, await answerOf(() => command.run(call)));
    const answer = await answerOf(async () => {
      const target = await actionTarget(call, word);
      if (!target) throw userError('api.command.execute_command.not_found.app_error', `There is no command /${trigger}. Write /help for those that there are, or put a blank before the slash to send it as a message.`, 404);
      return (await runTarget(call, target)) as CommandAnswer;
    });
    return respond(call, answer);
  },
});

async function runTarget(call: CommandCall, target: CommandTarget): Promise<CommandResponse | CommandAnswer> {
  for (const hold of call.ctx.app.all(beforeCommandRun)) {
    const held = await hold(call, target);
    if (held) return held;
  }
  return target.run();
}

// In a direct channel the client names the team: one of whoever writes.
async function teamOf(ctx: Ctx, team_id: string | null | undefined): Promise<string> {
  return team_id && (await hasTeamPermission(ctx, team_id, 'view_team')) ? team_id : '';
}

const UNKNOWN = 'api.command.execute_command.not_found.app_error';

// Whoever wrote the command reads what was wrong where he wrote it.
async function answerOf(run: () => Promise<CommandAnswer | void> | CommandAnswer | void): Promise<CommandAnswer | void> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && error.status < 500 && error.id !== UNKNOWN) return { text: error.message };
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
