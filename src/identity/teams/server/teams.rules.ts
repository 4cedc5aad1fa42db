import { userError, type AppError } from '#kernel/server/index.ts';
import { reserved_team_names, team_limits, team_name_pattern, type Team } from '../wire/index.ts';

type Validated = Pick<Team, 'name' | 'display_name' | 'description' | 'email' | 'type' | 'company_name' | 'allowed_domains'>;

/** What is wrong with a team, in the protocol's order of checks; null if nothing. */
export function findTeamFault(team: Validated): AppError | null {
  const { name_min, name_max, display_name_max, description_max, company_name_max, allowed_domains_max } = team_limits;
  const fault = (id: string, message: string) => userError(`model.team.is_valid.${id}.app_error`, message);
  if (bytes(team.email) > 128) return fault('email', 'The e-mail address is too long.');
  if (!team.display_name || [...team.display_name].length > display_name_max) return fault('name', `The display name must have 1 to ${display_name_max} characters.`);
  if (bytes(team.name) > name_max) return fault('url', `The name must have at most ${name_max} characters.`);
  if (bytes(team.description) > description_max) return fault('description', `The description must have at most ${description_max} bytes.`);
  if (isReservedName(team.name)) return fault('reserved', 'This name is reserved. Choose another.');
  if (team.name.length < name_min || !team_name_pattern.test(team.name)) return fault('characters', 'The name must have 2 or more lower-case letters, digits or hyphens and begin and end with a letter or digit.');
  if (team.type !== 'O' && team.type !== 'I') return fault('type', 'The type must be O (open) or I (by invitation).');
  if (bytes(team.company_name) > company_name_max) return fault('company', `The company name must have at most ${company_name_max} bytes.`);
  if (bytes(team.allowed_domains) > allowed_domains_max) return fault('domains', `The allowed domains must have at most ${allowed_domains_max} bytes.`);
  return null;
}

// Clients use the first part of a path for their own pages, so no team may begin with one of those words.
function isReservedName(name: string): boolean {
  return reserved_team_names.some((word) => name.toLowerCase().startsWith(word));
}

/** Whether somebody with this address may be in the team. */
export function isDomainAllowed(allowed_domains: string, email: string): boolean {
  const domains = allowed_domains.toLowerCase().split(/[\s,]+/).map((d) => d.replace(/^@/, '')).filter(Boolean);
  return !domains.length || domains.some((domain) => email.toLowerCase().endsWith(`@${domain}`));
}

/** The team as those see it who do not manage it. */
export function withoutSecrets(team: Team): Team {
  return { ...team, email: '', invite_id: '' };
}

const bytes = (text: string) => Buffer.byteLength(text);
