import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetCustomCommands } from '../custom-commands.cache.ts';
import { managesCommand, needCommand } from '../custom-commands.permissions.ts';
import { deleteCustomCommand } from '../custom-commands.store.ts';

/** Removes a command; what it has said stays. */
export const deleteCommand = action({
  name: 'delete-command',
  summary: 'Delete a slash command.',
  input: z.object({ command_id: fields.id() }),
  permission: managesCommand,
  run: async (ctx, { command_id }) => {
    const { team_id } = await needCommand(ctx, command_id);
    await ctx.db.tx((tx) => deleteCustomCommand(tx, command_id, ctx.now));
    forgetCustomCommands(ctx.app, team_id);
  },
});
