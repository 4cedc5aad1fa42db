import { z } from 'zod';
import { action, fields, newToken } from '#kernel/server/index.ts';
import { forgetCustomCommands } from '../custom-commands.cache.ts';
import { managesCommand, needCommand } from '../custom-commands.permissions.ts';
import { saveCustomCommand } from '../custom-commands.store.ts';

/** Gives a command a new token, by which its address knows who calls. */
export const regenerateCommandToken = action({
  name: 'regenerate-command-token',
  summary: 'Give a slash command a new token.',
  input: z.object({ command_id: fields.id() }),
  permission: managesCommand,
  run: async (ctx, { command_id }) => {
    const command = await needCommand(ctx, command_id);
    const token = newToken();
    await saveCustomCommand(ctx.db, { ...command, token: ctx.app.secrets.seal(token), update_at: ctx.now });
    forgetCustomCommands(ctx.app, command.team_id);
    return { token };
  },
});
