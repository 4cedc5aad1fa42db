import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { fields, query, type PermissionRule } from '#kernel/server/index.ts';
import type { Command } from '../../wire/index.ts';
import { commandsOf, toWireCommand } from '../commands.catalogue.ts';
import { customCommandsOf } from '../custom-commands.cache.ts';
import { listedCommand, managedCommand, mayManage } from '../custom-commands.permissions.ts';

type Input = { team_id: string; custom_only: boolean };

const listsCommands: PermissionRule<Input> = {
  scope: 'team',
  ids: ['view_team', 'manage_own_slash_commands'],
  check: async (ctx, { team_id, custom_only }) => (team_id ? (await hasTeamPermission(ctx, team_id, 'view_team')) && (!custom_only || (await mayManage(ctx, team_id, 'own'))) : hasPermission(ctx, 'manage_system')),
};

/** The commands of a team: built-in and custom ones, or the custom ones for those who manage them. */
export const listCommands = query({
  name: 'list-commands',
  summary: 'List the slash commands of a team.',
  input: z.object({ team_id: fields.optionalId(), custom_only: fields.queryFlag() }),
  permission: listsCommands,
  run: async (ctx, { team_id, custom_only }): Promise<Command[]> => {
    const custom = await customCommandsOf(ctx.app, team_id);
    const [own, others] = await Promise.all([mayManage(ctx, team_id, 'own'), mayManage(ctx, team_id, 'others')]);
    const isManaged = (creator_id: string) => others || (own && creator_id === ctx.actor.user_id);
    if (custom_only) return custom.filter((command) => isManaged(command.creator_id)).map((command) => managedCommand(ctx.app, command));
    const built_in = [...commandsOf(ctx.app)].map(([trigger, command]) => toWireCommand(trigger, command));
    return [...built_in, ...custom.filter((command) => command.auto_complete || isManaged(command.creator_id)).map((command) => (isManaged(command.creator_id) ? managedCommand(ctx.app, command) : listedCommand(command)))];
  },
});
