import { LRUCache } from 'lru-cache';
import type { UserNotifyProps } from '#identity/users/wire/index.ts';
import type { App } from '#kernel/server/index.ts';
import type { ChannelNotifyProps } from '../wire/index.ts';
import { fullNotifyProps } from './channels.rules.ts';

/** All that finding mentions and notifying needs to know of a member of a channel. Equal settings are one shared object. */
export interface MemberNotify {
  readonly username: string;
  /** '' unless the member wants to be found by it. */
  readonly first_name: string;
  /** Lower-case words and phrases that notify the member. */
  readonly mention_keys: readonly string[];
  /** Whether mentions of the whole channel count for the member. */
  readonly channel_wide: boolean;
  readonly is_bot: boolean;
  readonly is_guest: boolean;
  /** False for deactivated accounts. */
  readonly is_active: boolean;
  /** The member's own settings and those for this channel, all fields set. */
  readonly user_props: Partial<UserNotifyProps>;
  readonly channel_props: ChannelNotifyProps;
}

interface Kept {
  members: ReadonlyMap<string, MemberNotify>;
  /** Members that changed since; they are read again before the next answer. */
  readonly stale: Set<string>;
  loading: Promise<void> | null;
}

const MAX_MEMBERS_KEPT = 400_000;
const SUBJECT = 'channels.notify';

interface Change {
  readonly user_ids: readonly string[];
  /** Absent: all channels. */
  readonly channel_ids?: readonly string[];
}

const indexes = new WeakMap<App, LRUCache<string, Kept>>();

function indexOf(app: App): LRUCache<string, Kept> {
  const known = indexes.get(app);
  if (known) return known;
  const index = new LRUCache<string, Kept>({ maxSize: MAX_MEMBERS_KEPT, sizeCalculation: (kept) => kept.members.size + 1 });
  app.bus.subscribe<Change>(SUBJECT, (change) => markStale(index, change));
  indexes.set(app, index);
  return index;
}

/**
 * What mentions need to know of all members of a channel. From memory when warm; after a change only the members that
 * changed are read again. The map is a new one whenever anything in it has changed, and must not be changed.
 */
export async function notifyPropsOf(app: App, channel_id: string): Promise<ReadonlyMap<string, MemberNotify>> {
  const index = indexOf(app);
  let kept = index.get(channel_id);
  if (!kept) {
    kept = { members: new Map(), stale: new Set(), loading: null };
    kept.loading = loadAll(app, channel_id, kept, index);
    index.set(channel_id, kept);
  }
  while (kept.loading || kept.stale.size) {
    kept.loading ??= reload(app, channel_id, kept, index);
    await kept.loading;
  }
  return kept.members;
}

/** Call after the commit that changed who is in channels or how members want to be notified there. */
export function forgetNotifyProps(app: App, change: Change): void {
  indexOf(app);
  app.bus.publish(SUBJECT, change);
}

function markStale(index: LRUCache<string, Kept>, { user_ids, channel_ids }: Change): void {
  if (channel_ids) {
    for (const channel_id of channel_ids) {
      const kept = index.peek(channel_id);
      if (kept) for (const user_id of user_ids) kept.stale.add(user_id);
    }
    return;
  }
  for (const kept of index.values()) for (const user_id of user_ids) if (kept.loading || kept.members.has(user_id)) kept.stale.add(user_id);
}

async function loadAll(app: App, channel_id: string, kept: Kept, index: LRUCache<string, Kept>): Promise<void> {
  try {
    kept.members = new Map(await readRows(app, channel_id, null));
    if (index.peek(channel_id) === kept) index.set(channel_id, kept);
  } catch (error) {
    index.delete(channel_id);
    throw error;
  } finally {
    kept.loading = null;
  }
}

async function reload(app: App, channel_id: string, kept: Kept, index: LRUCache<string, Kept>): Promise<void> {
  const user_ids = [...kept.stale];
  kept.stale.clear();
  try {
    const found = new Map(await readRows(app, channel_id, user_ids));
    const members = new Map(kept.members);
    for (const user_id of user_ids) {
      const member = found.get(user_id);
      if (member) members.set(user_id, member);
      else members.delete(user_id);
    }
    kept.members = members;
    if (index.peek(channel_id) === kept) index.set(channel_id, kept);
  } catch (error) {
    for (const user_id of user_ids) kept.stale.add(user_id);
    throw error;
  } finally {
    kept.loading = null;
  }
}

interface Row {
  user_id: string;
  username: string;
  first_name: string;
  is_bot: boolean;
  is_guest: boolean;
  is_active: boolean;
  channel_wide: boolean;
  user_props: string;
  channel_props: string;
}

async function readRows(app: App, channel_id: string, user_ids: readonly string[] | null): Promise<[string, MemberNotify][]> {
  const rows = await app.db.rows<Row>(
    `SELECT m.user_id, u.username, u.first_name, u.is_bot, m.scheme_guest AS is_guest, u.delete_at = 0 AS is_active, NOT m.is_wide_ignored AS channel_wide,
       u.notify_props::text AS user_props, m.notify_props::text AS channel_props
     FROM channel_members m JOIN users u ON u.id = m.user_id
     WHERE m.channel_id = $1 AND ($2::text[] IS NULL OR m.user_id = ANY($2))`,
    [channel_id, user_ids],
  );
  return rows.map((row) => [row.user_id, toNotify(row)]);
}

// Settings repeat from member to member, so each text is parsed once and its object shared.
const user_texts = new LRUCache<string, Partial<UserNotifyProps>>({ max: 20_000 });
const channel_texts = new LRUCache<string, ChannelNotifyProps>({ max: 2_000 });
const key_lists = new LRUCache<string, readonly string[]>({ max: 20_000 });

function toNotify({ user_id: _, user_props, channel_props, first_name, ...row }: Row): MemberNotify {
  const own = parsed(user_texts, user_props, (text) => (JSON.parse(text) ?? {}) as Partial<UserNotifyProps>);
  return {
    ...row,
    first_name: own.first_name === 'true' ? first_name : '',
    mention_keys: parsed(key_lists, own.mention_keys ?? '', (text) => text.split(',').map((key) => key.trim().toLowerCase()).filter(Boolean)),
    user_props: own,
    channel_props: parsed(channel_texts, channel_props, (text) => fullNotifyProps(JSON.parse(text) as Record<string, string>)),
  };
}

function parsed<T extends {}>(known: LRUCache<string, T>, text: string, parse: (text: string) => T): T {
  let value = known.get(text);
  if (value === undefined) known.set(text, (value = parse(text)));
  return value;
}
