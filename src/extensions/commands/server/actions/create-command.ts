import { z } from 'zod';
import { getTeam } from '#identity/teams/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody, newId, newToken } from '#kernel/server/index.ts';
import type { Command } from '../../wire/index.ts';
import { commandsOf } from '../commands.catalogue.ts';
import { forgetCustomCommands } from '../custom-commands.cache.ts';
import { checkCommand, commandFields, duplicateTrigger } from '../custom-commands.fields.ts';
import { demandCommands, makesCommands, managedCommand } from '../custom-commands.permissions.ts';
import { saveCustomCommand, type CustomCommand } from '../custom-commands.store.ts';

/** Makes a slash command that calls an address. */
export const createCommand = action({
  name: 'create-command',
  summary: 'Make a slash command that calls an address. Without a team it is one of all teams.',
  input: z.object({ team_id: fields.optionalId(), creator_id: fields.optionalId().nullish(), ...commandFields }),
  permission: makesCommands,
  run: async (ctx, { team_id, creator_id, ...given }): Promise<Command> => {
    demandCommands(ctx);
    const wanted = checkCommand(given);
    if (commandsOf(ctx.app).has(wanted.trigger)) throw duplicateTrigger();
    if (team_id && !(await getTeam(ctx.app, team_id))) throw invalidBody('team_id', 'There is no such team.');
    if (creator_id && !(await getUser(ctx.app, creator_id))) throw invalidBody('creator_id', 'There is no such person.');
    const command: CustomCommand = { ...wanted, id: newId(ctx.now), token: ctx.app.secrets.seal(newToken()), create_at: ctx.now, update_at: ctx.now, delete_at: 0, creator_id: creator_id || ctx.actor.user_id, team_id };
    if (!(await saveCustomCommand(ctx.db, command))) throw duplicateTrigger();
    forgetCustomCommands(ctx.app, team_id);
    return managedCommand(ctx.app, command);
  },
});
