import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { OutgoingWebhook } from '../wire/index.ts';

const HOOKS = '/api/v4/hooks/outgoing';

export type OutgoingForm = Pick<OutgoingWebhook, 'display_name' | 'channel_id' | 'trigger_when' | 'content_type'> & { trigger_words: string[]; callback_urls: string[] };

export const fetchOutgoing = (team_id: Id): Promise<OutgoingWebhook[]> => api.get(HOOKS, { team_id, per_page: 200 });
export const createOutgoing = (team_id: Id, form: OutgoingForm): Promise<OutgoingWebhook> => api.post(HOOKS, { team_id, ...form });
export const updateOutgoing = (hook: OutgoingWebhook, form: OutgoingForm): Promise<OutgoingWebhook> => api.put(`${HOOKS}/${hook.id}`, { ...hook, ...form });
export const deleteOutgoing = (id: Id): Promise<void> => api.delete(`${HOOKS}/${id}`);
export const renewToken = (id: Id): Promise<OutgoingWebhook> => api.post(`${HOOKS}/${id}/regen_token`);
