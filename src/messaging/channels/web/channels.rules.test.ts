import { describe, expect, it } from 'vitest';
import { default_channel_notify_props, type Channel, type ChannelMember } from '#messaging/channels/wire/index.ts';
import { asRead, asUnreadFrom, dmName, dmPartnerId, unreadOf, withMention, withPost } from './channels.rules.ts';

const channel = { id: 'c', name: 'ops', type: 'O', delete_at: 0, total_msg_count: 10, total_msg_count_root: 6, last_post_at: 1000, last_root_post_at: 900 } as Channel;
const member = {
  channel_id: 'c', user_id: 'u', msg_count: 10, msg_count_root: 6, mention_count: 0, mention_count_root: 0, urgent_mention_count: 0, last_viewed_at: 1000,
  notify_props: default_channel_notify_props,
} as ChannelMember;
const muted = { ...member, notify_props: { ...default_channel_notify_props, mark_unread: 'mention' } } as ChannelMember;
const root = { create_at: 2000, root_id: '', type: '' };
const reply = { create_at: 2000, root_id: 'r', type: '' };

describe('unread channels', () => {
  it('a new root post makes a channel unread', () => {
    expect(unreadOf(withPost(channel, root), member, true)).toEqual({ is_unread: true, mention_count: 0, is_muted: false });
  });

  it('a reply makes a channel unread only where threads are not collapsed', () => {
    expect(unreadOf(withPost(channel, reply), member, true).is_unread).toBe(false);
    expect(unreadOf(withPost(channel, reply), member, false).is_unread).toBe(true);
  });

  it('somebody joining is no news', () => {
    expect(withPost(channel, { ...root, type: 'system_join_channel' })).toBe(channel);
  });

  it('a muted channel is not unread, but a mention in it still shows', () => {
    const busy = withPost(channel, root);
    expect(unreadOf(busy, muted, true)).toEqual({ is_unread: false, mention_count: 0, is_muted: true });
    expect(unreadOf(busy, withMention(muted, root), true)).toEqual({ is_unread: true, mention_count: 1, is_muted: true });
  });

  it('a mention in a reply counts for the thread and not for the channel', () => {
    expect(unreadOf(withPost(channel, reply), withMention(member, reply), true).mention_count).toBe(0);
    expect(unreadOf(withPost(channel, reply), withMention(member, reply), false).mention_count).toBe(1);
  });

  it('reading a channel leaves nothing unread', () => {
    const busy = withPost(channel, root);
    const read = asRead(withMention(member, root), busy, 3000);
    expect(unreadOf(busy, read, true)).toEqual({ is_unread: false, mention_count: 0, is_muted: false });
    expect(read.last_viewed_at).toBe(3000);
  });

  it('marking unread from a post brings the counts of that moment back', () => {
    const read = { msg_count: 8, msg_count_root: 5, mention_count: 1, mention_count_root: 1, urgent_mention_count: 0, last_viewed_at: 800 };
    expect(unreadOf(channel, asUnreadFrom(member, read), true)).toEqual({ is_unread: true, mention_count: 1, is_muted: false });
  });

  it('an archived channel and one without membership are never unread', () => {
    expect(unreadOf({ ...channel, delete_at: 5, total_msg_count_root: 60 }, member, true).is_unread).toBe(false);
    expect(unreadOf(channel, undefined, true).is_unread).toBe(false);
  });
});

describe('direct channels', () => {
  it('are named after both people whatever the order', () => {
    expect(dmName('b', 'a')).toBe('a__b');
    expect(dmName('a', 'b')).toBe('a__b');
    expect(dmPartnerId('a__b', 'a')).toBe('b');
    expect(dmPartnerId('a__b', 'b')).toBe('a');
    expect(dmPartnerId('a__a', 'a')).toBe('a');
  });
});
