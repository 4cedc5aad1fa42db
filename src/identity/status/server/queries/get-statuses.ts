import { z } from 'zod';
import { fields, invalidBody, isId, query, signedIn, userError } from '#kernel/server/index.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { present } from '../presence.ts';
import { enableUserStatuses } from '../status.settings.ts';
import { getStatuses } from '../status.ts';

const open = signedIn('everybody sees who is online');

export const getStatus = query({
  name: 'get-status',
  summary: 'Gets the presence of a person.',
  input: z.object({ user_id: fields.id() }),
  permission: open,
  run: async (ctx, { user_id }) => {
    if (!(await getUser(ctx.app, user_id))) throw userError('api.status.user_not_found.app_error', 'There is no such account.', 404);
    return (await getStatuses(ctx.app, [user_id]))[0];
  },
});

export const getStatusesByIds = query({
  name: 'get-statuses-by-ids',
  summary: 'Gets the presence of several people; unknown people are offline.',
  input: z.object({ user_ids: z.array(z.string()) }),
  permission: open,
  run: async (ctx, { user_ids }) => {
    if (!user_ids.length || !user_ids.every(isId)) throw invalidBody('user_ids');
    return ctx.settings.get(enableUserStatuses) ? getStatuses(ctx.app, [...new Set(user_ids)]) : [];
  },
});

export const socketStatuses = query({
  name: 'get-present-statuses',
  summary: 'Tells who is there, by id.',
  input: z.object({}),
  permission: open,
  run: (ctx) => Object.fromEntries(present(ctx.app).map((record) => [record.user_id, record.status])),
});

export const socketStatusesByIds = query({
  name: 'get-status-words-by-ids',
  summary: 'Tells the presence of several people, by id.',
  input: z.object({ user_ids: z.array(fields.id()).min(1).max(10_000) }),
  permission: open,
  run: async (ctx, { user_ids }) => Object.fromEntries((await getStatuses(ctx.app, user_ids)).map((one) => [one.user_id, one.status])),
});
