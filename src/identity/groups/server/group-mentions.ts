import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { enableCustomGroups } from './groups.settings.ts';

/** A group that can be mentioned, and whom a mention means. */
export interface MentionedGroup {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly member_ids: readonly string[];
}

interface Known extends MentionedGroup {
  readonly source: string;
}

const kept = new WeakMap<App, Cache<Known>>();

function cacheOf(app: App): Cache<Known> {
  let cache = kept.get(app);
  if (!cache) kept.set(app, (cache = createCache<Known>(app.bus, { name: 'group-mentions', max: 2_000, load: (names) => readByNames(app, names) })));
  return cache;
}

async function readByNames(app: App, names: readonly string[]): Promise<Map<string, Known>> {
  const rows = await app.db.rows<Known>(
    `SELECT g.id, g.name, g.display_name, g.source,
       ARRAY(SELECT m.user_id FROM user_group_members m JOIN users u ON u.id = m.user_id AND u.delete_at = 0 WHERE m.group_id = g.id AND m.delete_at = 0) AS member_ids
     FROM user_groups g WHERE g.name = ANY($1) AND g.delete_at = 0 AND g.allow_reference`,
    [names],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** Call after the commit that changed groups or who is in them. */
export function forgetMentions(app: App, ...names: (string | null)[]): void {
  cacheOf(app).invalidate(...names.flatMap((name) => name ?? []));
}

/** Where a mention stands: groups alone decide who may be in a team or channel that is constrained by them. */
export interface MentionPlace {
  readonly channel?: { readonly id: string; readonly group_constrained: boolean | null };
  readonly team?: { readonly id: string; readonly group_constrained: boolean | null };
}

/** The groups behind these names that can be mentioned in a place; other names are left out. */
export async function groupsMentioned(app: App, names: readonly string[], { channel, team }: MentionPlace): Promise<MentionedGroup[]> {
  if (!names.length) return [];
  const found = [...(await cacheOf(app).getMany(names)).values()];
  const groups = app.settings.get(enableCustomGroups) ? found : found.filter((group) => group.source !== 'custom');
  const place = channel?.group_constrained ? { kind: 'channels', id: channel.id } : team?.group_constrained ? { kind: 'teams', id: team.id } : undefined;
  if (!groups.length || !place) return groups;
  const rows = await app.db.rows<{ group_id: string }>('SELECT group_id FROM user_group_syncables WHERE kind = $1 AND syncable_id = $2 AND delete_at = 0 AND group_id = ANY($3)', [place.kind, place.id, groups.map((group) => group.id)]);
  const linked = new Set(rows.map((row) => row.group_id));
  return groups.filter((group) => linked.has(group.id));
}
