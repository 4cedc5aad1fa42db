import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '#messaging/sidebar/wire/index.ts';

/** What the rules need to know of a channel besides itself. */
export type ChannelFacts = {
  channel: Channel;
  /** For this reader, e.g. the other person's name. */
  name: string;
  is_unread: boolean;
  mention_count: number;
  is_muted: boolean;
  /** `false` after the person closed the conversation, `true` after they opened it, undefined if neither. */
  is_shown: boolean | undefined;
};

export type CategoryRows = { category: SidebarCategory; rows: ChannelFacts[]; hidden_count: number };

export type SidebarInput = {
  categories: OrderedSidebarCategories;
  facts: Map<Id, ChannelFacts>;
  current_channel_id: Id;
  /** How many direct and group conversations show at most. */
  direct_limit: number;
};

/** The sidebar of a team: every category with the channels that show in it, in order. */
export function arrangeSidebar({ categories, facts, current_channel_id, direct_limit }: SidebarInput): CategoryRows[] {
  const ordered = categories.order.map((id) => categories.categories.find((one) => one.id === id)).filter((one) => one !== undefined);
  const placed = new Set(ordered.flatMap((category) => category.channel_ids));
  return ordered.map((category) => {
    const ids = [...category.channel_ids, ...unplacedFor(category, facts, placed)];
    const all = ids.map((id) => facts.get(id)).filter((one) => one !== undefined && isVisible(one, category, current_channel_id)) as ChannelFacts[];
    const sorted = limitDirect(sortRows(all, category), category, current_channel_id, direct_limit);
    const rows = category.collapsed ? sorted.filter((one) => one.is_unread || one.channel.id === current_channel_id) : sorted;
    return { category, rows, hidden_count: sorted.length - rows.length };
  });
}

// A channel joined a moment ago is in no category yet: the server would put it here.
function unplacedFor(category: SidebarCategory, facts: Map<Id, ChannelFacts>, placed: Set<Id>): Id[] {
  if (category.type !== 'channels' && category.type !== 'direct_messages') return [];
  const is_for_direct = category.type === 'direct_messages';
  return [...facts.values()].filter(({ channel }) => !placed.has(channel.id) && isDirect(channel) === is_for_direct).map(({ channel }) => channel.id);
}

function isVisible(one: ChannelFacts, category: SidebarCategory, current_channel_id: Id): boolean {
  const { channel } = one;
  if (channel.id === current_channel_id || one.is_unread) return true;
  if (channel.delete_at > 0) return false;
  if (!isDirect(channel) || category.type === 'favorites') return true;
  // A conversation in which nothing was ever said only shows when the person has opened it.
  return one.is_shown ?? channel.last_post_at > 0;
}

function sortRows(rows: ChannelFacts[], category: SidebarCategory): ChannelFacts[] {
  if (category.sorting === 'manual') return rows;
  if (category.sorting === 'recent') return rows.toSorted((a, b) => latest(b) - latest(a));
  return rows.toSorted((a, b) => Number(a.is_muted) - Number(b.is_muted) || a.name.localeCompare(b.name, undefined, { numeric: true }));
}

function limitDirect(rows: ChannelFacts[], category: SidebarCategory, current_channel_id: Id, direct_limit: number): ChannelFacts[] {
  if (category.type !== 'direct_messages' || rows.length <= direct_limit) return rows;
  const recent = new Set(rows.toSorted((a, b) => latest(b) - latest(a)).slice(0, direct_limit));
  return rows.filter((one) => recent.has(one) || one.is_unread || one.channel.id === current_channel_id);
}

function latest({ channel }: ChannelFacts): number {
  return channel.last_post_at || channel.create_at;
}

export function isDirect(channel: Channel): boolean {
  return channel.type === 'D' || channel.type === 'G';
}

/** The categories after a channel went to another one, at its head. Only the changed ones. */
export function moveChannel(categories: SidebarCategory[], channel_id: Id, target_id: string): SidebarCategory[] {
  const target = categories.find((one) => one.id === target_id);
  if (!target || target.channel_ids.includes(channel_id)) return [];
  const sources = categories.filter((one) => one.channel_ids.includes(channel_id));
  return [
    ...sources.map((one) => ({ ...one, channel_ids: one.channel_ids.filter((id) => id !== channel_id) })),
    { ...target, channel_ids: [channel_id, ...target.channel_ids] },
  ];
}

/** The channel `step` places after the current one, around the ends; undefined if there is no other. */
export function neighbour(rows: ChannelFacts[], current_channel_id: Id, step: 1 | -1, is_wanted: (one: ChannelFacts) => boolean): ChannelFacts | undefined {
  const start = rows.findIndex((one) => one.channel.id === current_channel_id);
  for (let i = 1; i <= rows.length; i++) {
    const at = start < 0 && step < 0 ? rows.length - i : start + i * step;
    const one = rows[((at % rows.length) + rows.length) % rows.length]!;
    if (one.channel.id !== current_channel_id && is_wanted(one)) return one;
  }
  return undefined;
}
