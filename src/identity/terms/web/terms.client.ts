import type { TermsOfService } from '#identity/terms/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

export function fetchTerms(): Promise<TermsOfService> {
  return api.get<TermsOfService>('/api/v4/terms_of_service');
}

/** Throws ApiError. */
export async function acceptTerms(id: Id): Promise<void> {
  await api.post('/api/v4/users/me/terms_of_service', { termsOfServiceId: id, accepted: true });
}

/** Who does not accept leaves. */
export async function logOutNow(): Promise<void> {
  await api.post('/api/v4/users/logout');
  location.assign('/');
}
