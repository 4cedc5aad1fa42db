import { signIn } from '#identity/sessions/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';

export type NewAccount = { email: string; username: string; password: string };

/** Makes an account, with an invitation also a member of its team, and logs in. Throws ApiError. */
export async function signUp(account: NewAccount, invite_id: string): Promise<void> {
  await api.post<User>(invite_id ? `/api/v4/users?iid=${encodeURIComponent(invite_id)}` : '/api/v4/users', account);
  await signIn(account.email, account.password);
}
