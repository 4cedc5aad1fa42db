import { z } from 'zod';
import { isId, userError } from '#kernel/server/index.ts';
import { escapeLike } from '#identity/users/server/feature.ts';

const text = () => z.string().default('');
const flag = () => z.unknown().optional().transform((value) => value === 'true' || value === '1');

/** What narrows a report on accounts, in the protocol's words. */
export const filterInput = { role_filter: text(), team_filter: text(), has_no_team: flag(), hide_active: flag(), hide_inactive: flag(), search_term: text(), guest_filter: text() };

export type ReportFilter = z.output<z.ZodObject<typeof filterInput>>;

const GUESTS: Readonly<Record<string, string>> = {
  '': 'true',
  all: "'system_guest' = ANY(string_to_array(u.roles, ' '))",
  single_channel: "'system_guest' = ANY(string_to_array(u.roles, ' ')) AND (SELECT count(*) FROM channel_members g WHERE g.user_id = u.id) = 1",
  multi_channel: "'system_guest' = ANY(string_to_array(u.roles, ' ')) AND (SELECT count(*) FROM channel_members g WHERE g.user_id = u.id) > 1",
};

/** The conditions of a report on `users u`; `place` takes a parameter and gives its place. */
export function conditionsOf(filter: ReportFilter, place: (value: unknown) => string): string {
  if (filter.team_filter && !isId(filter.team_filter)) throw userError('api.getUsersForReporting.invalid_team_filter', 'team_filter must be the id of a team.');
  if (filter.hide_active && filter.hide_inactive) throw userError('api.getUsersForReporting.invalid_active_filter', 'Hiding the active and the inactive leaves nobody.');
  const guests = GUESTS[filter.guest_filter];
  if (guests === undefined) throw userError('model.user_report_options.is_valid.invalid_guest_filter', 'guest_filter must be all, single_channel or multi_channel.');
  const member = (more: string) => `EXISTS (SELECT 1 FROM team_members tm WHERE tm.user_id = u.id AND tm.delete_at = 0${more})`;
  const where = ['NOT u.is_bot', `(${guests})`];
  if (filter.role_filter) where.push(`${place(filter.role_filter)} = ANY(string_to_array(u.roles, ' '))`);
  if (filter.has_no_team) where.push(`NOT ${member('')}`);
  else if (filter.team_filter) where.push(member(` AND tm.team_id = ${place(filter.team_filter)}`));
  if (filter.hide_active) where.push('u.delete_at > 0');
  if (filter.hide_inactive) where.push('u.delete_at = 0');
  for (const word of filter.search_term.toLowerCase().replaceAll('\u0000', '').split(/\s+/).filter(Boolean).slice(0, 10)) {
    const prefix = place(`${escapeLike(word.replace(/^@/, ''))}%`);
    where.push(`(u.username LIKE ${prefix} OR lower(u.first_name) LIKE ${prefix} OR lower(u.last_name) LIKE ${prefix} OR lower(u.nickname) LIKE ${prefix} OR u.email LIKE ${prefix})`);
  }
  return where.join(' AND ');
}
