import { newId, type Ctx } from '#kernel/server/index.ts';
import type { Group } from '../wire/index.ts';
import { demandGood, explain, tell } from './change-group.ts';
import { groupMemberAdded, groupMemberRemoved } from './groups.events.ts';
import { addMembers, insertGroup, readGroup, readGroupIdByRemoteId, readMemberIds, removeMembers, updateGroup } from './groups.store.ts';
import { followMembers } from './sync-members.ts';

/** A group as a directory has it. */
export interface SyncedGroup extends Pick<Group, 'display_name'> {
  readonly source: Exclude<Group['source'], 'custom'>;
  /** The directory's own id of it. */
  readonly remote_id: string;
  readonly user_ids: readonly string[];
}

const CONFLICTS = { user: 'app.group.username_conflict', group: 'app.custom_group.unique_name' };

/** Makes or changes a group so that it is as its directory has it; the teams and channels that it fills follow. */
export async function saveSyncedGroup(ctx: Ctx, { user_ids, ...synced }: SyncedGroup): Promise<Group> {
  const id = (await readGroupIdByRemoteId(ctx.db, synced.source, synced.remote_id)) ?? newId(ctx.now);
  const old = await readGroup(ctx.db, id);
  const fresh = { name: null, description: '', allow_reference: false, create_at: ctx.now, update_at: ctx.now, delete_at: 0 };
  await demandGood(ctx, { ...fresh, ...old, ...synced }, null);
  await explain(old ? updateGroup(ctx.db, id, { ...old, ...synced, delete_at: 0 }, ctx.now) : insertGroup(ctx.db, { ...fresh, ...synced, id }), CONFLICTS);
  const before = new Set(await readMemberIds(ctx.db, id));
  const now = new Set(user_ids);
  const gone = await removeMembers(ctx.db, id, [...before].filter((user_id) => !now.has(user_id)), ctx.now);
  const come = await addMembers(ctx.db, id, [...now].filter((user_id) => !before.has(user_id)), ctx.now);
  for (const member of gone) ctx.emit(groupMemberRemoved, { member });
  for (const member of come) ctx.emit(groupMemberAdded, { member });
  await followMembers(ctx, id);
  return tell(ctx, id, old?.name);
}
