import { describe, expect, it } from 'vitest';
import { shouldNotify, type NotifyFacts } from './notify.rules.ts';

const mention: NotifyFacts = {
  is_own: false, is_system: false, is_reply: false, is_mention: true, is_followed: false, is_seen: false,
  channel_type: 'O', my_level: 'mention', channel_props: { desktop: 'default', mark_unread: 'all' }, my_status: 'online',
};
const plain: NotifyFacts = { ...mention, is_mention: false };

describe('a notification of the browser', () => {
  it('comes for a mention and not for other talk', () => {
    expect(shouldNotify(mention)).toBe(true);
    expect(shouldNotify(plain)).toBe(false);
  });

  it('comes for everything where the person asked for it', () => {
    expect(shouldNotify({ ...plain, my_level: 'all' })).toBe(true);
    expect(shouldNotify({ ...plain, channel_props: { desktop: 'all', mark_unread: 'all' } })).toBe(true);
  });

  it('never comes for own words, system messages and what is on the screen', () => {
    for (const reason of [{ is_own: true }, { is_system: true }, { is_seen: true }]) expect(shouldNotify({ ...mention, ...reason })).toBe(false);
  });

  it('stays away from people who do not want to be disturbed and from muted channels', () => {
    expect(shouldNotify({ ...mention, my_status: 'dnd' })).toBe(false);
    expect(shouldNotify({ ...mention, my_level: 'none' })).toBe(false);
    expect(shouldNotify({ ...mention, channel_props: { desktop: 'none', mark_unread: 'all' } })).toBe(false);
    expect(shouldNotify({ ...mention, channel_props: { desktop: 'all', mark_unread: 'mention' } })).toBe(false);
  });

  it('treats a group conversation like a direct one unless the person chose otherwise for it', () => {
    expect(shouldNotify({ ...plain, channel_type: 'G' })).toBe(true);
    expect(shouldNotify({ ...plain, channel_type: 'G', channel_props: { desktop: 'mention', mark_unread: 'all' } })).toBe(false);
  });

  it('comes for replies only to those who follow the thread or are mentioned', () => {
    expect(shouldNotify({ ...plain, is_reply: true, my_level: 'all' })).toBe(false);
    expect(shouldNotify({ ...plain, is_reply: true, is_followed: true })).toBe(true);
    expect(shouldNotify({ ...mention, is_reply: true })).toBe(true);
  });
});
