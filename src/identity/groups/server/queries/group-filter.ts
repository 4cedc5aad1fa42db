import { z } from 'zod';
import { escapeLike } from '#identity/users/server/feature.ts';
import { fields } from '#kernel/server/index.ts';

const optionalFlag = () => z.unknown().optional().transform((value) => (value === undefined || value === '' ? undefined : value === 'true' || value === '1'));

/** What narrows a list of groups, in the protocol's words. */
export const groupListInput = {
  q: z.string().default('').transform((text) => text.trim().replace(/^@/, '')),
  page: fields.page(),
  per_page: fields.perPage(),
  filter_allow_reference: fields.queryFlag(),
  filter_archived: fields.queryFlag(),
  include_archived: fields.queryFlag(),
  include_member_count: fields.queryFlag(),
  include_member_ids: fields.queryFlag(),
  filter_has_member: fields.optionalId(),
  only_syncable_sources: fields.queryFlag(),
  paginate: optionalFlag(),
};

export interface GroupFilter {
  readonly q: string;
  readonly source?: string;
  readonly filter_allow_reference: boolean;
  readonly filter_archived: boolean;
  readonly include_archived: boolean;
  readonly filter_has_member: string;
  readonly only_syncable_sources: boolean;
  readonly since?: number;
  readonly ids?: readonly string[];
  /** Only groups that do not, or do, fill a team or channel. */
  readonly not_linked_to?: { readonly kind: string; readonly id: string };
  readonly linked_to?: { readonly kind: string; readonly id: string };
  readonly hide_custom?: boolean;
}

/** The conditions of a list on `user_groups g`, and their parameters. */
export function groupConditions(filter: GroupFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const place = (value: unknown) => `$${params.push(value)}`;
  const linked = ({ kind, id }: { kind: string; id: string }) => `EXISTS (SELECT 1 FROM user_group_syncables l WHERE l.group_id = g.id AND l.delete_at = 0 AND l.kind = ${place(kind)} AND l.syncable_id = ${place(id)})`;
  const where = ['true'];
  if (filter.q) {
    const pattern = place(`%${escapeLike(filter.q.toLowerCase().replaceAll('\u0000', ''))}%`);
    where.push(`(g.name LIKE ${pattern} OR lower(g.display_name) LIKE ${pattern})`);
  }
  if (filter.source) where.push(filter.source === 'custom' ? "g.source = 'custom'" : "g.source <> 'custom'");
  if (filter.only_syncable_sources || filter.hide_custom) where.push("g.source <> 'custom'");
  if (filter.filter_allow_reference) where.push('g.allow_reference');
  if (filter.since) where.push(`g.update_at >= ${place(filter.since)}`);
  else if (filter.filter_archived) where.push('g.delete_at > 0');
  else if (!filter.include_archived) where.push('g.delete_at = 0');
  if (filter.filter_has_member) where.push(`EXISTS (SELECT 1 FROM user_group_members h WHERE h.group_id = g.id AND h.delete_at = 0 AND h.user_id = ${place(filter.filter_has_member)})`);
  if (filter.not_linked_to) where.push(`NOT ${linked(filter.not_linked_to)}`);
  if (filter.linked_to) where.push(linked(filter.linked_to));
  if (filter.ids) where.push(`g.id = ANY(${place(filter.ids)})`);
  return { where: where.join(' AND '), params };
}
