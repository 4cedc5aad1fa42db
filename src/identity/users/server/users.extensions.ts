import { extensionPoint, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';

/**
 * A way to narrow lists of people that a later feature knows: `in_team`, `not_in_team`, `without_team`, `in_channel`,
 * `not_in_channel`, `team_roles`, `channel_roles`, `in_group`, `not_in_group`, and `shares_channel_with` (people who are in
 * a channel together with the given one: also what a guest can see).
 */
export interface UserScope {
  /** What the protocol's parameter is called. */
  readonly name: string;
  /** SQL condition on `u.id`, with `$` where the parameter's place goes. `without_team` has none. Roles come as an array. */
  readonly condition: string;
  /** Whether the actor may ask for this value; throws or tells false to refuse. */
  check?(ctx: Ctx, value: string): boolean | Promise<boolean>;
}
export const userScopes = extensionPoint<UserScope>('users.scopes');

/** An order of lists of people that a later feature knows: `last_activity_at`, `status`, … with `u` for the person. */
export interface UserOrder {
  readonly name: string;
  readonly order_by: string;
}
export const userOrders = extensionPoint<UserOrder>('users.orders');

/** An invitation with which somebody signs up. */
export interface Invitation {
  readonly is_guest?: boolean;
  /** The address that was invited, where it was for one only. */
  readonly email?: string;
  /** Brings the new person to where the invitation leads. */
  accept(ctx: Ctx, user: User): Promise<void>;
}
/** Finds the invitation behind `?iid=` (a team's invite id) or `?t=` (a token sent by mail). The first that knows it wins. */
export const signUpInvitation = extensionPoint<(ctx: Ctx, invite: { invite_id: string; token: string }) => Promise<Invitation | undefined>>('users.sign-up-invitation');

/** Whether something else than an account has this name already, so that a mention could mean both. */
export const usernameTaken = extensionPoint<(ctx: Ctx, username: string) => Promise<boolean>>('users.username-taken');

/** Fields of the own account that a later feature knows; only the person gets them. */
export const ownFields = extensionPoint<(ctx: Ctx, user_id: string) => Promise<Partial<User>>>('users.own-fields');

/** Runs after an account was created, before the answer. */
export const afterUserCreated = extensionPoint<(ctx: Ctx, user: User) => Promise<void>>('users.after-created');

/** Ends the sessions of somebody, but for the one that is named; the sessions feature fills it. */
export const endSessions = extensionPoint<(ctx: Ctx, user_id: string, keep_session_id?: string) => Promise<void>>('users.end-sessions');

/** Turns a guest into a member, or a member into a guest, everywhere; each feature with memberships fills it. */
export const guestChanged = extensionPoint<(ctx: Ctx, user_id: string, is_guest: boolean) => Promise<void>>('users.guest-changed');

/** Removes what else is kept of an account that is deleted for good. */
export const userErased = extensionPoint<(ctx: Ctx, user_id: string) => Promise<void>>('users.erased');

/** Tells whether the actor may act for an account that is not his own, e.g. as the owner of a bot. One yes is enough. */
export const userManagers = extensionPoint<(ctx: Ctx, user_id: string) => Promise<boolean>>('users.managers');
