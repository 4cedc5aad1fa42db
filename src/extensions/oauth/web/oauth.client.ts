import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { AuthorizeRequest, OAuthApp } from '../wire/index.ts';

/** Who an app is. Throws ApiError. */
export function fetchAppInfo(app_id: Id): Promise<OAuthApp> {
  return api.get<OAuthApp>(`/api/v4/oauth/apps/${encodeURIComponent(app_id)}/info`);
}

/** Lets an app in, or not; answers the address with which to go back to it. */
export async function decide(request: AuthorizeRequest): Promise<string> {
  return (await api.post<{ redirect: string }>('/oauth/authorize', request)).redirect;
}

export function fetchConnectedApps(): Promise<OAuthApp[]> {
  return api.get<OAuthApp[]>('/api/v4/users/me/oauth/apps/authorized', { per_page: 200 });
}

export async function endApp(client_id: Id): Promise<void> {
  await api.post('/oauth/deauthorize', { client_id });
}
