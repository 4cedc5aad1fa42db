import { describe, expect, it } from 'vitest';
import type { Post } from '#messaging/posts/wire/index.ts';
import { gatherActivity } from './system.rules.ts';

const post = (type: string, user_id: string, props: Record<string, string> = {}): Post => ({ type, user_id, props: { username: user_id, ...props } }) as unknown as Post;
const write = (posts: Post[]) => gatherActivity(posts).map((one) => `${one.kind} ${one.people.map((person) => person.username).join('+')}`);

describe('people who come and go', () => {
  it('stand in one sentence for each way', () => {
    expect(write([post('system_join_channel', 'amara'), post('system_join_channel', 'john'), post('system_leave_channel', 'steve'), post('system_join_channel', 'amara')])).toEqual(['joined amara+john', 'left steve']);
  });

  it('name those who were added, apart for each who did it', () => {
    const added = (by: string, who: string) => post('system_add_to_channel', by, { addedUserId: who, addedUsername: who });
    expect(write([added('admin', 'amara'), added('admin', 'john'), added('lea', 'steve')])).toEqual(['added amara+john', 'added steve']);
  });

  it('name the person who was removed', () => {
    expect(write([post('system_remove_from_channel', 'amara', { removedUserId: 'john', removedUsername: 'john' })])).toEqual(['removed john']);
  });
});
