import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Subscription, SubscriptionWithSecret } from '../wire/index.ts';

const PATH = '/api/muster/v1/subscriptions';

export type SubscriptionForm = Pick<Subscription, 'display_name' | 'url' | 'events' | 'team_id' | 'channel_id'>;

/** Those of the team, and those that hear all teams. */
export async function fetchSubscriptions(team_id: Id): Promise<Subscription[]> {
  const all = await api.get<Subscription[]>(PATH, { per_page: 200 });
  return all.filter((one) => !one.team_id || one.team_id === team_id);
}

export const createSubscription = (form: SubscriptionForm): Promise<SubscriptionWithSecret> => api.post(PATH, form);
export const patchSubscription = (id: Id, patch: Partial<Subscription>): Promise<Subscription> => api.patch(`${PATH}/${id}`, patch);
export const deleteSubscription = (id: Id): Promise<void> => api.delete(`${PATH}/${id}`);
export const renewSecret = (id: Id): Promise<SubscriptionWithSecret> => api.post(`${PATH}/${id}/regen_secret`);
export const testSubscription = (id: Id): Promise<{ id: Id }> => api.post(`${PATH}/${id}/test`);
export const fetchEventNames = async (): Promise<string[]> => (await api.get<{ events: string[] }>(`${PATH}/events`)).events;
