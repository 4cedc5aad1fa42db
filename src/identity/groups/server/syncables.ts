import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Group, GroupSyncable } from '../wire/index.ts';
import { hasGroupPermission, READ, requireGroup, WRITE } from './groups.permissions.ts';
import { isSynced } from './groups.rules.ts';
import { readSyncables, type SyncableRow } from './groups.store.ts';
import { syncTarget, targetOf } from './sync-members.ts';

export const syncableInput = { group_id: fields.id(), syncable_type: z.enum(['teams', 'channels']), syncable_id: fields.id() };

interface Named {
  readonly group_id: string;
  readonly syncable_type: 'teams' | 'channels';
  readonly syncable_id: string;
}

/** Rule: may let groups fill this team or channel. */
export const linksGroups: PermissionRule<Named> = {
  scope: 'system',
  ids: [WRITE],
  check: async (ctx, { group_id, syncable_type, syncable_id }) => {
    const target = targetOf(ctx, syncable_type);
    await target.demand(ctx, syncable_id);
    // Who keeps one team or channel up must also know the groups: a link can make administrators.
    return (await hasPermission(ctx, WRITE)) || ((await hasGroupPermission(ctx, group_id, READ)) && target.mayLink(ctx, syncable_id));
  },
};

/** The group, if it is one that fills teams and channels: those that everybody may change must not let people in anywhere. */
export async function requireSynced(ctx: Ctx, group_id: string): Promise<Group> {
  const group = await requireGroup(ctx, group_id);
  if (!isSynced(group)) throw userError('app.group.crud_permission', 'Only groups of a directory can fill teams and channels.');
  return group;
}

/** Links as the protocol shows them, with what it says of their teams and channels. */
export async function showSyncables(ctx: Ctx, rows: readonly SyncableRow[]): Promise<GroupSyncable[]> {
  const shown: GroupSyncable[] = [];
  for (const { kind, syncable_id, ...row } of rows) {
    const more = (await targetOf(ctx, kind).describe(ctx.app, [syncable_id])).get(syncable_id)?.shown ?? {};
    shown.push({ ...row, ...(kind === 'teams' ? { type: 'Team', team_id: syncable_id } : { type: 'Channel', channel_id: syncable_id }), ...more });
  }
  return shown;
}

/** One link, or a 404. */
export async function requireSyncable(ctx: Ctx, { group_id, syncable_type, syncable_id }: Named): Promise<SyncableRow> {
  const row = (await readSyncables(ctx.db, group_id, syncable_type)).find((one) => one.syncable_id === syncable_id);
  if (!row) throw userError('app.group.no_rows', 'This group does not fill it.', 404);
  return row;
}

/** Lets people in, or out where groups alone decide, after a link has changed. */
export async function followLink(ctx: Ctx, { syncable_type, syncable_id }: Named): Promise<void> {
  const info = (await targetOf(ctx, syncable_type).describe(ctx.app, [syncable_id])).get(syncable_id);
  await syncTarget(ctx, syncable_type, syncable_id, info?.is_constrained === true);
}
