import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { requireScheme } from '#identity/schemes/server/feature.ts';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { saveScheme } from '../channel-scheme.ts';
import { requireTeamChannel } from '../channels.permissions.ts';

export const setChannelScheme = action({
  name: 'set-channel-scheme',
  summary: "Gives a channel to a scheme, or with an empty scheme_id back to its team's roles.",
  input: z.object({ channel_id: fields.id(), scheme_id: z.string().nullish() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { channel_id, scheme_id }) => {
    const channel = await requireTeamChannel(ctx, channel_id);
    if (scheme_id && !/^[a-z0-9]{26}$/.test(scheme_id)) throw invalidBody('scheme_id');
    const scheme = scheme_id ? await requireScheme(ctx, scheme_id) : null;
    if (scheme && scheme.scope !== 'channel') throw userError('api.channel.update_channel_scheme.scheme_scope.error', 'A channel follows a scheme of the scope channel.');
    await saveScheme(ctx, channel, scheme?.id ?? null);
  },
});
