import { createHash } from 'node:crypto';
import { displayName, getUser, isAllowedDomain, isEmail, isGuest, mailLetter, needUser, restrictCreationToDomains, restrictGuestsToDomains, type Invitation } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { AppError, newToken, userError, type Ctx } from '#kernel/server/index.ts';
import type { EmailInviteWithError, Team, TeamMember } from '../wire/index.ts';
import { deleteInvitations, insertInvitation, readInvitation, spendInvitation, type InvitationRow } from './invitations.store.ts';
import { addTeamMembers } from './team-members.ts';
import { getTeam } from './teams.cache.ts';
import { invitedChannels } from './teams.extensions.ts';
import { isDomainAllowed } from './teams.rules.ts';
import { enableEmailInvitations } from './teams.settings.ts';

const LIFETIME_MS = 48 * 3_600_000;
const TOKEN_CHARS = 64;

/** What is sent to everybody of one call. */
export interface Inviting {
  readonly team: Team;
  readonly emails: readonly string[];
  readonly channel_ids: readonly string[];
  readonly is_guest: boolean;
  readonly graceful: boolean;
}

/** Sends invitations. With `graceful` it tells for each address whether it worked, else the first that cannot be invited stops all. */
export async function sendInvitations(ctx: Ctx, inviting: Inviting): Promise<EmailInviteWithError[]> {
  if (!ctx.settings.get(enableEmailInvitations)) throw userError('api.team.invite_members.disabled.app_error', 'Invitations by e-mail are switched off (ServiceSettings.EnableEmailInvitations). Give people the invitation link of the team instead.', 501);
  const addresses = [...new Set(inviting.emails.map((email) => email.trim().toLowerCase()))];
  const faults = new Map(addresses.map((email) => [email, findFault(ctx, inviting, email)]));
  const first = [...faults.values()].find((fault) => fault !== null);
  if (first && !inviting.graceful) throw first;
  const names = await namesOf(ctx, inviting.channel_ids);
  const sender = await needUser(ctx, ctx.actor.user_id);
  const results: EmailInviteWithError[] = [];
  for (const [email, fault] of faults) {
    if (!fault) await invite(ctx, inviting, { email, sender, names });
    results.push({ email, error: fault?.toBody(ctx.origin.request_id) ?? null });
  }
  return results;
}

async function invite(ctx: Ctx, { team, channel_ids, is_guest }: Inviting, { email, sender, names }: { email: string; sender: User; names: readonly string[] }): Promise<void> {
  const token = (newToken() + newToken() + newToken()).slice(0, TOKEN_CHARS);
  await insertInvitation(ctx.db, { token_hash: hashOf(token), team_id: team.id, email, channel_ids, is_guest, sender_id: sender.id, create_at: ctx.now, expires_at: ctx.now + LIFETIME_MS });
  const about = encodeURIComponent(JSON.stringify({ email, display_name: team.display_name, name: team.name }));
  const values = { inviter: displayName(sender), team: team.display_name, channels: names.join(', ') };
  await mailLetter(ctx, { email, locale: sender.locale }, is_guest ? 'invite-guest' : 'invite-member', { values, url: `${ctx.app.site_url}/signup_user_complete/?d=${about}&t=${token}` });
}

function findFault(ctx: Ctx, { team, is_guest }: Inviting, email: string): AppError | null {
  const refuse = (why: string) => userError('api.team.invite_members.invalid_email.app_error', why);
  if (!isEmail(email)) return refuse(`${email.slice(0, 128)} is not an e-mail address.`);
  if (!isAllowedDomain(email, ctx.settings.get(is_guest ? restrictGuestsToDomains : restrictCreationToDomains))) return refuse(`${email} is not of a domain that this server allows.`);
  if (!is_guest && !isDomainAllowed(team.allowed_domains, email)) return refuse(`${email} is not of a domain that the team allows.`);
  return null;
}

async function namesOf(ctx: Ctx, channel_ids: readonly string[]): Promise<string[]> {
  const names = await Promise.all(ctx.app.all(invitedChannels).map((channels) => channels.nameThem(ctx, channel_ids)));
  return names.flat();
}

/** The invitation behind the token of a mail, for somebody who signs up with it. */
export async function findInvitation(ctx: Ctx, token: string): Promise<Invitation | undefined> {
  const row = token.length === TOKEN_CHARS ? await readInvitation(ctx.db, hashOf(token), ctx.now) : undefined;
  const team = row && (await getTeam(ctx.app, row.team_id));
  if (!row || !team || team.delete_at) return undefined;
  return { is_guest: row.is_guest, email: row.email, accept: async (inner, user) => void (await accept(inner, team, row, user)) };
}

/** Brings somebody who has an account to where an invitation leads. */
export async function joinByToken(ctx: Ctx, token: string): Promise<TeamMember> {
  const row = token.length === TOKEN_CHARS ? await readInvitation(ctx.db, hashOf(token), ctx.now) : undefined;
  const team = row && (await getTeam(ctx.app, row.team_id));
  const user = await getUser(ctx.app, ctx.actor.user_id);
  if (!row || !team || !user) throw userError('api.user.create_user.signup_link_invalid.app_error', 'This invitation is not valid or no longer so. Ask for a new one.');
  if (isGuest(user) && !row.is_guest) throw userError('api.team.add_user_to_team_from_invite.guest.app_error', 'Guests cannot join a team by this invitation: ask a member to add you.', 403);
  return accept(ctx, team, row, user);
}

/** Ends all invitations that were sent by mail. */
export async function endInvitations(ctx: Ctx): Promise<void> {
  await deleteInvitations(ctx.db);
}

async function accept(ctx: Ctx, team: Team, row: InvitationRow, user: User): Promise<TeamMember> {
  if (!(await spendInvitation(ctx.db, row.token_hash))) throw userError('api.user.create_user.signup_link_invalid.app_error', 'This invitation was used already. Ask for a new one.');
  const [member] = await addTeamMembers(ctx, team, [user]);
  for (const channels of ctx.app.all(invitedChannels)) await channels.join(ctx, row.channel_ids, user);
  return member!;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
