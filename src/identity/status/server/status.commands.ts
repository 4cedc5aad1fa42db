import { defineCommand, userError, type Command } from '#kernel/server/index.ts';
import { clearCustomStatus } from './actions/clear-custom-status.ts';
import { setCustomStatus } from './actions/set-custom-status.ts';
import { setStatus } from './actions/set-status.ts';

const DEFAULT_EMOJI = 'speech_balloon';
const EMOJI = /^:([\w+-]+):\s*/;

function presence(status: string, summary: string, text: string): Command {
  return defineCommand({
    trigger: status,
    hint: '',
    summary,
    run: async ({ ctx, run }) => {
      const { user_id } = ctx.actor;
      await run(setStatus, { user_id, status: { user_id, status } });
      return { text };
    },
  });
}

export const commands: readonly Command[] = [
  presence('online', 'Set your status to online', 'You are now online'),
  presence('away', 'Set your status to away', 'You are now away'),
  presence('dnd', 'Set your status to do not disturb: no notifications on the desktop or the phone', 'Do Not Disturb is enabled. You will not receive desktop or mobile push notifications until Do Not Disturb is turned off.'),
  presence('offline', 'Set your status to offline', 'You are now offline'),
  defineCommand({
    trigger: 'status',
    hint: '[:emoji:] [what you are doing] | clear',
    summary: 'Say in words and an emoji what you are doing',
    run: async ({ ctx, text, run }) => {
      const { user_id } = ctx.actor;
      if (text === 'clear') {
        await run(clearCustomStatus, { user_id });
        return { text: 'Your status was cleared.' };
      }
      const emoji = EMOJI.exec(text)?.[1] ?? DEFAULT_EMOJI;
      const words = text.replace(EMOJI, '');
      if (!text) throw userError('api.command_status.missing.app_error', 'Write what you are doing, such as `/status :palm_tree: on holiday`, or `/status clear`.');
      await run(setCustomStatus, { user_id, emoji, text: words });
      return { text: `Your status is now :${emoji}: ${words}`.trimEnd() };
    },
  }),
];
