import { z } from 'zod';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import type { Command } from '../../wire/index.ts';
import { commandsOf } from '../commands.catalogue.ts';
import { forgetCustomCommands } from '../custom-commands.cache.ts';
import { checkCommand, commandFields, duplicateTrigger } from '../custom-commands.fields.ts';
import { demandCommands, managedCommand, managesCommand, needCommand } from '../custom-commands.permissions.ts';
import { saveCustomCommand } from '../custom-commands.store.ts';

/** Replaces everything about a command but its token, maker and team. */
export const updateCommand = action({
  name: 'update-command',
  summary: 'Change the word, address and texts of a slash command.',
  input: z.object({ command_id: fields.id(), id: z.string().nullish(), team_id: z.string().nullish(), ...commandFields }),
  permission: managesCommand,
  run: async (ctx, { command_id, id, team_id, ...given }): Promise<Command> => {
    demandCommands(ctx);
    if (id && id !== command_id) throw invalidBody('command', 'The id in the body must be the one in the address.');
    const before = await needCommand(ctx, command_id);
    if (team_id && team_id !== before.team_id) throw userError('api.command.team_mismatch.app_error', 'A command moves to another team by /move only.');
    const wanted = checkCommand(given);
    if (commandsOf(ctx.app).has(wanted.trigger)) throw duplicateTrigger();
    const after = { ...before, ...wanted, update_at: ctx.now };
    if (!(await saveCustomCommand(ctx.db, after))) throw duplicateTrigger();
    forgetCustomCommands(ctx.app, after.team_id);
    return managedCommand(ctx.app, after);
  },
});
