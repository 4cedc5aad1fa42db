import type { Delivery, DeliveryList } from '#extensions/deliveries/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { IncomingWebhook, IncomingWebhookOptions, IncomingWebhookReceipt, MappingPreview } from '../wire/index.ts';

const HOOKS = '/api/v4/hooks/incoming';
const OWN = '/api/muster/v1/hooks/incoming';

export type WebhookVendor = { name: string; title: string; is_guessed: boolean };
export type WebhookForm = { display_name: string; description: string; channel_id: Id; channel_locked: boolean };
export type OptionsForm = { vendor?: string; mapping?: string; signature?: IncomingWebhookOptions['signature']; secret?: string };

export const fetchWebhooks = (team_id: Id): Promise<IncomingWebhook[]> => api.get(HOOKS, { team_id, per_page: 200 });
export const createWebhook = (form: WebhookForm): Promise<IncomingWebhook> => api.post(HOOKS, form);
export const updateWebhook = (hook: IncomingWebhook, form: WebhookForm): Promise<IncomingWebhook> => api.put(`${HOOKS}/${hook.id}`, { ...hook, ...form });
export const deleteWebhook = (id: Id): Promise<void> => api.delete(`${HOOKS}/${id}`);
export const rotateWebhook = (id: Id): Promise<IncomingWebhook> => api.post(`${OWN}/${id}/rotate`);
export const testWebhook = (id: Id, payload?: unknown): Promise<IncomingWebhookReceipt> => api.post(`${OWN}/${id}/test`, payload === undefined ? {} : { payload });
export const fetchOptions = (id: Id): Promise<IncomingWebhookOptions> => api.get(`${OWN}/${id}/options`);
export const saveOptions = (id: Id, form: OptionsForm): Promise<IncomingWebhookOptions> => api.patch(`${OWN}/${id}/options`, form);
export const previewWebhook = (id: Id, input: { mapping: string; vendor: string; payload: unknown }): Promise<MappingPreview> => api.post(`${OWN}/${id}/preview`, input);
export const fetchVendors = (): Promise<WebhookVendor[]> => api.get('/api/muster/v1/hooks/vendors');
export const replayCall = (id: Id): Promise<{ id: Id }> => api.post(`/api/muster/v1/deliveries/${id}/replay`);

/** The latest calls of a webhook, newest first. */
export async function fetchCalls(integration_id: Id): Promise<Delivery[]> {
  return (await api.get<DeliveryList>('/api/muster/v1/deliveries', { integration_id, per_page: 10 })).deliveries;
}

/** The address that a tool is given. */
export function addressOf(hook: IncomingWebhook): string {
  return `${location.origin}/hooks/${hook.id}`;
}
