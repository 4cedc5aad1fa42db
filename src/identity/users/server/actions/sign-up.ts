import { z } from 'zod';
import { action, anyone, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { createUser, hasAccounts } from '../create-user.ts';
import { sendAddressLink } from '../email-verification.ts';
import { mailLetter } from '../user-tokens.ts';
import type { User } from '../../wire/index.ts';
import { profileInput } from '../profile-input.ts';
import { signUpInvitation, type Invitation } from '../users.extensions.ts';
import { isAllowedDomain } from '../users.rules.ts';
import { ownView } from '../users.sanitize.ts';
import * as s from '../users.settings.ts';

const text = () => z.string().nullish().transform((value) => value ?? '');

export const signUp = action({
  name: 'sign-up',
  summary: 'Creates an account: by oneself where sign-up is open, with an invitation, or by an administrator.',
  input: z.object({ ...profileInput, password: text(), email_verified: z.boolean().nullish(), iid: text(), t: text() }),
  permission: anyone('whoever creates the first account of all, or one for himself, has none yet'),
  run: async (ctx, { iid, t, password, email_verified, ...profile }) => {
    const is_admin = ctx.actor.user_id !== '' && (await hasPermission(ctx, 'manage_system'));
    const invitation = iid || t ? await findInvitation(ctx, { invite_id: iid, token: t }) : undefined;
    if (!is_admin) await demandOpen(ctx, profile.email ?? '', invitation);
    const user = await createUser(ctx, {
      username: profile.username ?? '',
      email: invitation?.email || (profile.email ?? ''),
      password,
      nickname: profile.nickname ?? '',
      first_name: profile.first_name ?? '',
      last_name: profile.last_name ?? '',
      position: profile.position ?? '',
      locale: profile.locale ?? '',
      timezone: profile.timezone ?? null,
      notify_props: profile.notify_props ?? {},
      props: profile.props ?? {},
      ...(invitation?.is_guest ? { roles: 'system_guest' } : {}),
      email_verified: (is_admin && email_verified === true) || invitation?.email !== undefined,
    } as Parameters<typeof createUser>[1]);
    await invitation?.accept(ctx, user);
    await welcome(ctx, user);
    return ownView(user);
  },
});

async function welcome(ctx: Ctx, user: User): Promise<void> {
  if (ctx.settings.get(s.requireEmailVerification) && !user.email_verified) await sendAddressLink(ctx, user, 'welcome-verify');
  else await mailLetter(ctx, user, 'welcome', { values: { username: user.username }, url: ctx.app.site_url });
}

async function findInvitation(ctx: Ctx, invite: { invite_id: string; token: string }): Promise<Invitation> {
  for (const find of ctx.app.all(signUpInvitation)) {
    const invitation = await find(ctx, invite);
    if (invitation) return invitation;
  }
  throw userError('api.user.create_user.signup_link_invalid.app_error', 'This invitation is not valid. Ask for a new one.');
}

// The very first account may always be made: there is nobody who could invite.
async function demandOpen(ctx: Ctx, email: string, invitation: Invitation | undefined): Promise<void> {
  if (!ctx.settings.get(s.enableSignUpWithEmail) || !ctx.settings.get(s.enableUserCreation)) throw userError('api.user.create_user.signup_email_disabled.app_error', 'Accounts cannot be created on this server. Ask an administrator.', 501);
  if (!invitation && !ctx.settings.get(s.enableOpenServer) && (await hasAccounts(ctx))) throw userError('api.user.create_user.no_open_server', 'Accounts can be created with an invitation only. Ask somebody who has one.', 403);
  if (invitation?.is_guest && (!ctx.settings.get(s.enableGuestAccounts) || !ctx.settings.get(s.allowGuestEmailAccounts))) throw userError('api.user.create_user.guest_accounts.disabled.app_error', 'Guest accounts are switched off on this server.', 501);
  const domains = ctx.settings.get(invitation?.is_guest ? s.restrictGuestsToDomains : s.restrictCreationToDomains);
  if (!isAllowedDomain((invitation?.email ?? email).toLowerCase(), domains)) throw userError('api.user.create_user.accepted_domain.app_error', `The address must be of one of these domains: ${domains}.`);
}
