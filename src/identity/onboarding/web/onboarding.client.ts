import { signIn } from '#identity/sessions/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';

export type NewAccount = { email: string; username: string; password: string };

/** With what somebody was invited: the link of a team, or the token of a mail to one person. */
export type Invitation = { invite_id: string; token: string };

/** Makes an account, with an invitation also a member of its team, and logs in. Throws ApiError. */
export async function signUp(account: NewAccount, { invite_id, token }: Invitation): Promise<void> {
  const query = token ? `?t=${encodeURIComponent(token)}` : invite_id ? `?iid=${encodeURIComponent(invite_id)}` : '';
  // Who was invited by mail has the address that was invited, whatever was typed.
  const user = await api.post<User>(`/api/v4/users${query}`, account);
  await signIn(user.email, account.password);
}
