import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import type { Team } from '../wire/index.ts';
import { invitedChannels } from './teams.extensions.ts';

/** Throws unless these are channels of the team to which the actor may add people. */
export async function demandMayInviteTo(ctx: Ctx, team: Team, channel_ids: readonly string[]): Promise<void> {
  for (const channels of ctx.app.all(invitedChannels)) {
    const answer = await channels.check(ctx, team, channel_ids);
    if (answer === 'foreign') throw userError('api.team.invite_guests.channel_in_invalid_team.app_error', 'All channels must be open or private ones of the team.');
    if (answer === 'refused') throw permissionError(ctx.actor.user_id, ['manage_public_channel_members', 'manage_private_channel_members']);
  }
}
