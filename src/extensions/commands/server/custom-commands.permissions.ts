import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { userError, type App, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Command } from '../wire/index.ts';
import { enableCommands } from './commands.settings.ts';
import { findCustomCommand, type CustomCommand } from './custom-commands.store.ts';

const OWN = 'manage_own_slash_commands';
const OTHERS = 'manage_others_slash_commands';

/** Whether the actor may manage commands of a team, one's own or those of others. What is in all teams is for administrators. */
export function mayManage(ctx: Ctx, team_id: string, whose: 'own' | 'others'): Promise<boolean> {
  return team_id ? hasTeamPermission(ctx, team_id, whose === 'own' ? OWN : OTHERS) : hasPermission(ctx, 'manage_system');
}

/** Rule: may make commands in the team that the input names, also for somebody else if it names one. */
export const makesCommands: PermissionRule<{ team_id: string; creator_id?: string | null | undefined }> = {
  scope: 'team',
  ids: [OWN, OTHERS],
  check: async (ctx, { team_id, creator_id }) => (await mayManage(ctx, team_id, 'own')) && (!creator_id || creator_id === ctx.actor.user_id || mayManage(ctx, team_id, 'others')),
};

/** Rule: may manage the command that the input names. Who is not in its team does not learn that it exists. */
export const managesCommand: PermissionRule<{ command_id: string }> = {
  scope: 'object',
  ids: [OWN, OTHERS],
  check: async (ctx, { command_id }) => {
    const command = await needCommand(ctx, command_id);
    if (command.team_id && !(await hasTeamPermission(ctx, command.team_id, 'view_team'))) throw missingCommand();
    if (!(await mayManage(ctx, command.team_id, 'own'))) throw missingCommand();
    return command.creator_id === ctx.actor.user_id || mayManage(ctx, command.team_id, 'others');
  },
};

/** The command, or a 404. */
export async function needCommand(ctx: Ctx, command_id: string): Promise<CustomCommand> {
  const command = await findCustomCommand(ctx.db, command_id);
  if (!command) throw missingCommand();
  return command;
}

export function missingCommand() {
  return userError('store.sql_command.get.missing.app_error', 'There is no such command.', 404);
}

/** Refuses while custom commands are switched off. */
export function demandCommands(ctx: Ctx): void {
  if (!ctx.settings.get(enableCommands)) throw userError('api.command.disabled.app_error', 'Custom commands are switched off on this server (ServiceSettings.EnableCommands).', 501);
}

/** A custom command for those who manage it, with its token. */
export function managedCommand(app: App, { autocomplete_data, ...command }: CustomCommand): Command {
  return { ...command, token: app.secrets.open(command.token) ?? '', plugin_id: '', ...(autocomplete_data && { autocomplete_data }) };
}

/** A custom command for those who run it: where it leads is not theirs to know. */
export function listedCommand({ autocomplete_data, ...command }: CustomCommand): Command {
  return { ...command, token: '', url: '', method: '', creator_id: '', plugin_id: '', ...(autocomplete_data && { autocomplete_data }) };
}
