import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { managedCommand, managesCommand, needCommand } from '../custom-commands.permissions.ts';

export const getCommand = query({
  name: 'get-command',
  summary: 'Get a slash command of a team.',
  input: z.object({ command_id: fields.id() }),
  permission: managesCommand,
  run: async (ctx, { command_id }) => managedCommand(ctx.app, await needCommand(ctx, command_id)),
});
