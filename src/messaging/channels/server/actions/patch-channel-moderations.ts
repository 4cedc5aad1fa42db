import { z } from 'zod';
import { action, fields, type PermissionRule } from '#kernel/server/index.ts';
import { moderated_permissions, type ModeratedName } from '../../wire/index.ts';
import { getModerations, mayModerate, moderate } from '../channel-moderation.ts';
import { channelModerated } from '../channels.events.ts';
import { requireChannel, requireTeamChannel } from '../channels.permissions.ts';

const names = Object.keys(moderated_permissions) as [ModeratedName, ...ModeratedName[]];
const patch = z.object({ name: z.enum(names), roles: z.object({ members: z.boolean().nullish(), guests: z.boolean().nullish() }) });
const WRITE = 'sysconsole_write_user_management_channels';
const moderates: PermissionRule<{ channel_id: string }> = { scope: 'channel', ids: [WRITE, 'manage_channel_roles'], check: (ctx, { channel_id }) => mayModerate(ctx, channel_id, WRITE) };

export const patchChannelModerations = action({
  name: 'patch-channel-moderations',
  summary: 'Takes from the members or guests of a channel what their role would let them do there, or gives it back.',
  input: z.object({ channel_id: fields.id(), moderations: z.array(patch).max(names.length * 2) }),
  permission: moderates,
  run: async (ctx, { channel_id, moderations }) => {
    const channel = await requireTeamChannel(ctx, channel_id);
    const changes = moderations.flatMap(({ name, roles }) =>
      (['members', 'guests'] as const).flatMap((who) => (typeof roles[who] === 'boolean' ? [{ who, name, is_allowed: roles[who] }] : [])),
    );
    await moderate(ctx, channel, changes);
    ctx.emit(channelModerated, { channel_id });
    return getModerations(ctx, await requireChannel(ctx, channel_id));
  },
});
