import { removePreferences, upsertPreferences } from '#identity/preferences/server/feature.ts';
import { invalidBody, type Ctx, type Sql } from '#kernel/server/index.ts';
import { changeNotifyProps, membershipsOf } from '#messaging/channels/server/feature.ts';
import type { SidebarCategory } from '../wire/index.ts';
import { categoriesUpdated } from './sidebar.events.ts';
import type { CategoryBody } from './sidebar.fields.ts';
import { missingCategory } from './sidebar.permissions.ts';
import { findMutes } from './sidebar.rules.ts';
import { ensureCategories, readSidebar, setChannels, updateCategory } from './sidebar.store.ts';

const FAVORITE = 'favorite_channel';

/** Changes categories of one sidebar together: their looks, switches and channels. Returns them as they are then. */
export async function changeCategories(ctx: Ctx, user_id: string, team_id: string, wanted: readonly (CategoryBody & { id: string })[]): Promise<SidebarCategory[]> {
  const own = await ownChannels(ctx, user_id);
  const { before, after } = await ctx.db.tx(async (tx) => {
    await ensureCategories(tx, user_id, team_id);
    const { categories } = await readSidebar(tx, user_id, team_id);
    const changed = wanted.map((body) => merge(ctx, categories, body, own));
    for (const category of changed) await updateCategory(tx, category);
    for (const category of changed) await setChannels(tx, category);
    await mirrorFavorites(tx, user_id, categories, changed);
    return { before: categories, after: changed };
  });
  ctx.emit(categoriesUpdated, { user_id, team_id, categories: after });
  await followMutes(ctx, user_id, before, after);
  return after;
}

/** A test for channels that a person is in: no others can be in the person's sidebar. */
export async function ownChannels(ctx: Ctx, user_id: string): Promise<(channel_id: string) => boolean> {
  const memberships = await membershipsOf(ctx.app, user_id);
  return (channel_id) => memberships.has(channel_id);
}

/** Refuses a body that names another sidebar than the address. */
export function checkOwner(body: CategoryBody, user_id: string, team_id: string): void {
  if ((body.user_id && body.user_id !== user_id) || (body.team_id && body.team_id !== team_id)) throw invalidBody('category', 'It belongs to another person or team than the address names.');
}

// What a category is and where it stands is not changed here, nor the name of one that everybody has.
function merge(ctx: Ctx, categories: readonly SidebarCategory[], body: CategoryBody & { id: string }, isOwn: (id: string) => boolean): SidebarCategory {
  const old = categories.find((category) => category.id === body.id);
  if (!old) throw missingCategory(ctx);
  const is_custom = old.type === 'custom';
  if (is_custom && !body.display_name) throw invalidBody('category', 'A category needs a display_name.');
  return { ...old, display_name: is_custom ? body.display_name : old.display_name, sorting: body.sorting, muted: body.muted, collapsed: body.collapsed, channel_ids: body.channel_ids.filter(isOwn) };
}

// Older clients know favourites as preferences.
async function mirrorFavorites(tx: Sql, user_id: string, before: readonly SidebarCategory[], after: readonly SidebarCategory[]): Promise<void> {
  const was = new Set(before.find((category) => category.type === 'favorites')?.channel_ids);
  const favorites = after.find((category) => category.type === 'favorites');
  const added = (favorites?.channel_ids ?? []).filter((id) => !was.has(id));
  const moved = after.flatMap((category) => (category.type === 'favorites' ? [] : category.channel_ids));
  const removed = [...was].filter((id) => (favorites ? !favorites.channel_ids.includes(id) : moved.includes(id)));
  if (added.length) await upsertPreferences(tx, added.map((name) => ({ user_id, category: FAVORITE, name, value: 'true' })));
  if (removed.length) await removePreferences(tx, user_id, removed.map((name) => ({ category: FAVORITE, name })));
}

async function followMutes(ctx: Ctx, user_id: string, before: readonly SidebarCategory[], after: readonly SidebarCategory[]): Promise<void> {
  const { mute, unmute } = findMutes(before, after);
  await setMuted(ctx, user_id, mute, true);
  await setMuted(ctx, user_id, unmute, false);
}

async function setMuted(ctx: Ctx, user_id: string, channel_ids: readonly string[], muted: boolean): Promise<void> {
  if (!channel_ids.length) return;
  const rows = await ctx.db.rows<{ channel_id: string }>('SELECT channel_id FROM channel_member_counts WHERE user_id = $1 AND channel_id = ANY($2) AND is_muted <> $3', [user_id, channel_ids, muted]);
  if (rows.length) await changeNotifyProps(ctx, user_id, rows.map((row) => row.channel_id), { mark_unread: muted ? 'mention' : 'all' });
}
