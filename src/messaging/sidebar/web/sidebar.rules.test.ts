import { describe, expect, it } from 'vitest';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '#messaging/sidebar/wire/index.ts';
import { arrangeSidebar, moveChannel, neighbour, type ChannelFacts } from './sidebar.rules.ts';

function fact(id: string, more: Partial<ChannelFacts> & { type?: Channel['type']; last_post_at?: number; delete_at?: number } = {}): ChannelFacts {
  const { type = 'O', last_post_at = 1, delete_at = 0, ...rest } = more;
  const channel = { id, name: id, type, last_post_at, delete_at, create_at: 1 } as Channel;
  return { channel, name: id, is_unread: false, mention_count: 0, is_muted: false, is_shown: undefined, ...rest };
}

function category(type: SidebarCategory['type'], channel_ids: string[], more: Partial<SidebarCategory> = {}): SidebarCategory {
  return { id: type, user_id: 'u', team_id: 't', sort_order: 0, sorting: '', type, display_name: type, muted: false, collapsed: false, channel_ids, ...more };
}

function arrange(categories: SidebarCategory[], facts: ChannelFacts[], more: { current_channel_id?: string; direct_limit?: number } = {}): Record<string, string[]> {
  const all: OrderedSidebarCategories = { categories, order: categories.map((one) => one.id) };
  const rows = arrangeSidebar({ categories: all, facts: new Map(facts.map((one) => [one.channel.id, one])), current_channel_id: '', direct_limit: 40, ...more });
  return Object.fromEntries(rows.map((one) => [one.category.id, one.rows.map((row) => row.channel.id)]));
}

describe('the sidebar', () => {
  it('sorts channels by name with muted ones last', () => {
    expect(arrange([category('channels', ['c', 'a', 'b'])], [fact('a', { is_muted: true }), fact('b'), fact('c')])).toEqual({ channels: ['b', 'c', 'a'] });
  });

  it('keeps the order that the person made', () => {
    expect(arrange([category('channels', ['c', 'a', 'b'], { sorting: 'manual' })], [fact('a'), fact('b'), fact('c')])).toEqual({ channels: ['c', 'a', 'b'] });
  });

  it('shows a channel joined a moment ago before the server has placed it', () => {
    expect(arrange([category('favorites', []), category('channels', ['a']), category('direct_messages', [])], [fact('a'), fact('new'), fact('dm', { type: 'D' })])).toEqual({
      favorites: [],
      channels: ['a', 'new'],
      direct_messages: ['dm'],
    });
  });

  it('hides conversations that were closed or never begun, unless somebody writes or they are open', () => {
    const direct = category('direct_messages', ['closed', 'silent', 'opened', 'unread'], { sorting: 'recent' });
    const facts = [
      fact('closed', { type: 'D', is_shown: false }), fact('silent', { type: 'D', last_post_at: 0 }),
      fact('opened', { type: 'D', last_post_at: 0, is_shown: true }), fact('unread', { type: 'D', is_shown: false, is_unread: true, last_post_at: 9 }),
    ];
    expect(arrange([direct], facts)).toEqual({ direct_messages: ['unread', 'opened'] });
    expect(arrange([direct], facts, { current_channel_id: 'silent' })).toEqual({ direct_messages: ['unread', 'silent', 'opened'] });
  });

  it('limits conversations to the most recent ones but never hides an unread one', () => {
    const facts = [fact('old', { type: 'D', last_post_at: 1, is_unread: true }), fact('mid', { type: 'D', last_post_at: 2 }), fact('new', { type: 'D', last_post_at: 3 })];
    expect(arrange([category('direct_messages', ['old', 'mid', 'new'], { sorting: 'recent' })], facts, { direct_limit: 1 })).toEqual({ direct_messages: ['new', 'old'] });
  });

  it('shows only what is unread or open of a collapsed category', () => {
    const facts = [fact('a'), fact('b', { is_unread: true }), fact('c')];
    expect(arrange([category('channels', ['a', 'b', 'c'], { collapsed: true })], facts, { current_channel_id: 'c' })).toEqual({ channels: ['b', 'c'] });
  });

  it('hides archived channels unless one of them is open', () => {
    const facts = [fact('a', { delete_at: 5 }), fact('b')];
    expect(arrange([category('channels', ['a', 'b'])], facts)).toEqual({ channels: ['b'] });
    expect(arrange([category('channels', ['a', 'b'])], facts, { current_channel_id: 'a' })).toEqual({ channels: ['a', 'b'] });
  });
});

describe('moving a channel', () => {
  it('takes it out of its category and puts it at the head of the other', () => {
    const changed = moveChannel([category('favorites', ['x']), category('channels', ['a', 'b'])], 'b', 'favorites');
    expect(changed.map((one) => [one.id, one.channel_ids])).toEqual([['channels', ['a']], ['favorites', ['b', 'x']]]);
  });

  it('does nothing when it is there already', () => {
    expect(moveChannel([category('channels', ['a'])], 'a', 'channels')).toEqual([]);
  });
});

describe('going to the next channel', () => {
  const rows = [fact('a'), fact('b', { is_unread: true }), fact('c')];
  it('goes around the ends', () => {
    expect(neighbour(rows, 'c', 1, () => true)?.channel.id).toBe('a');
    expect(neighbour(rows, 'a', -1, () => true)?.channel.id).toBe('c');
    expect(neighbour(rows, 'elsewhere', -1, () => true)?.channel.id).toBe('c');
    expect(neighbour(rows, 'elsewhere', 1, () => true)?.channel.id).toBe('a');
  });

  it('can look for unread ones only', () => {
    expect(neighbour(rows, 'c', 1, (one) => one.is_unread)?.channel.id).toBe('b');
    expect(neighbour([rows[1]!], 'b', 1, () => true)).toBeUndefined();
    expect(neighbour([], 'b', 1, () => true)).toBeUndefined();
  });
});
