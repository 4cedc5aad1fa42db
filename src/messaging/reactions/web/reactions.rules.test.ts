import { describe, expect, it } from 'vitest';
import type { Reaction } from '#messaging/reactions/wire/index.ts';
import { groupReactions } from './reactions.rules.ts';

const reaction = (user_id: string, emoji_name: string, create_at: number): Reaction => ({ user_id, post_id: 'p', emoji_name, create_at, update_at: create_at, delete_at: 0, remote_id: '', channel_id: 'c' });

describe('reactions below a message', () => {
  it('stand in the order in which the emoji were first used', () => {
    expect(groupReactions([reaction('b', 'eyes', 3), reaction('a', '+1', 1), reaction('me', 'eyes', 2)], 'me')).toEqual([
      { emoji_name: '+1', user_ids: ['a'], is_mine: false },
      { emoji_name: 'eyes', user_ids: ['me', 'b'], is_mine: true },
    ]);
  });
});
