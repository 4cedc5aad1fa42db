import { extensionPoint, type Ctx } from '#kernel/server/index.ts';
import type { Scheme } from '#identity/schemes/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Team } from '../wire/index.ts';

/** Awaited after a team was made, before its maker joins: others add what every team has. */
export const afterTeamCreated = extensionPoint<(ctx: Ctx, team: Team) => Promise<void>>('teams.after-created');

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

/** Awaited after a team was given to a scheme, or with null back to the built-in roles. */
export const teamSchemeSet = extensionPoint<(ctx: Ctx, team: Team, scheme: Scheme | null) => Promise<void>>('teams.scheme-set');

/** Awaited before a person stops being a member of a team. */
export const beforeTeamMemberRemoved = extensionPoint<(ctx: Ctx, team: Team, user_id: string) => Promise<void>>('teams.before-member-removed');

/** Awaited before a team is deleted for good: others remove what belongs to it. */
export const beforeTeamDeleted = extensionPoint<(ctx: Ctx, team: Team) => Promise<void>>('teams.before-deleted');
