import { z } from 'zod';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { actorOf, getUser } from '#identity/users/server/feature.ts';
import { action, allOf, fields, userError } from '#kernel/server/index.ts';
import { forgetCustomCommands } from '../custom-commands.cache.ts';
import { duplicateTrigger } from '../custom-commands.fields.ts';
import { makesCommands, managesCommand, needCommand } from '../custom-commands.permissions.ts';
import { saveCustomCommand } from '../custom-commands.store.ts';

/** Moves a command to another team, in which its maker must be allowed to have it. */
export const moveCommand = action({
  name: 'move-command',
  summary: 'Move a slash command to another team.',
  input: z.object({ command_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ command_id: string; team_id: string }>(makesCommands, managesCommand),
  run: async (ctx, { command_id, team_id }) => {
    const command = await needCommand(ctx, command_id);
    const creator = await getUser(ctx.app, command.creator_id);
    const may_have = creator && (await hasTeamPermission({ ...ctx, actor: actorOf(creator) }, team_id, 'manage_own_slash_commands'));
    if (!may_have) throw userError('api.command.move_command.creator_no_permission.app_error', 'The maker of this command may not have commands in that team.');
    if (!(await saveCustomCommand(ctx.db, { ...command, team_id, update_at: ctx.now }))) throw duplicateTrigger();
    forgetCustomCommands(ctx.app, command.team_id, team_id);
  },
});
