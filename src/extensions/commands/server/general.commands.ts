import { logOut } from '#identity/sessions/server/feature.ts';
import { defineCommand, type Command } from '#kernel/server/index.ts';
import { runnableCommands } from './runnable-commands.ts';

const ofClients = (trigger: string, hint: string, summary: string): Command =>
  defineCommand({ trigger, hint, summary, is_for_clients: true, run: () => ({ text: `Your application does not know /${trigger}: it is done by applications, not by the server.` }) });

export const commands: readonly Command[] = [
  defineCommand({
    trigger: 'help',
    hint: '[command]',
    summary: 'Show what commands there are',
    run: async (call) => {
      const wanted = call.text.replace(/^\//, '').toLowerCase();
      const found = (await runnableCommands(call, wanted)).filter(({ word }) => word.startsWith(wanted));
      if (!found.length) return { text: `There is no command that begins with \`/${wanted.replaceAll('`', '')}\`. Write \`/help\` for all.` };
      const rows = found.map(({ word, hint, summary }) => `| \`/${word}${hint ? ` ${hint.replaceAll('|', '\\|')}` : ''}\` | ${summary} |`);
      return { text: ['| Command | What it does |', '| :-- | :-- |', ...rows].join('\n') };
    },
  }),
  defineCommand({
    trigger: 'logout',
    hint: '',
    summary: 'Sign out',
    run: async ({ run }) => {
      await run(logOut, {});
      return { goto_location: '/login' };
    },
  }),
  ofClients('search', '[words]', 'Search messages'),
  ofClients('settings', '', 'Open the settings'),
  ofClients('shortcuts', '', 'Show the keyboard shortcuts'),
];
