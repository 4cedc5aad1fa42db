import { extensionPoint, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { Scheme } from '#identity/schemes/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Team } from '../wire/index.ts';

/** Awaited in the transaction that makes a team, before its maker joins: others add what every team has, so that there is no team without it. */
export const afterTeamCreated = extensionPoint<(tx: Sql, team: Team, now: number) => Promise<void>>('teams.after-created');

/** People who have just become members of a team, and who did it: '' if they came by themselves. */
export interface TeamJoin {
  readonly team: Team;
  readonly user_ids: readonly string[];
  readonly requestor_id: string;
}

/** Awaited after people became members of a team. It gets all of one step at once. */
export const afterTeamMembersAdded = extensionPoint<(ctx: Ctx, join: TeamJoin) => Promise<void>>('teams.after-members-added');

/** Awaited before people become members of a team. Throw to refuse them. */
export const beforeTeamMembersAdded = extensionPoint<(ctx: Ctx, team: Team, users: readonly User[]) => Promise<void>>('teams.before-members-added');

/** Awaited after a team was given to groups alone to decide who is in it. */
export const teamConstrained = extensionPoint<(ctx: Ctx, team: Team) => Promise<void>>('teams.constrained');

/** What invitations to a team need of its channels: may the actor add people to them, what are they called, who joins them. */
export const invitedChannels = extensionPoint<{
  check(ctx: Ctx, team: Team, channel_ids: readonly string[]): Promise<'ok' | 'foreign' | 'refused'>;
  nameThem(ctx: Ctx, channel_ids: readonly string[]): Promise<string[]>;
  join(ctx: Ctx, channel_ids: readonly string[], user: User): Promise<void>;
}>('teams.invited-channels');

/** Awaited after a team was given to a scheme, or with null back to the built-in roles. */
export const teamSchemeSet = extensionPoint<(ctx: Ctx, team: Team, scheme: Scheme | null) => Promise<void>>('teams.scheme-set');

/** Awaited before a person stops being a member of a team. */
export const beforeTeamMemberRemoved = extensionPoint<(ctx: Ctx, team: Team, user_id: string) => Promise<void>>('teams.before-member-removed');

/** Awaited before a team is deleted for good: others remove what belongs to it. */
export const beforeTeamDeleted = extensionPoint<(ctx: Ctx, team: Team) => Promise<void>>('teams.before-deleted');
