import { describe, expect, it } from 'vitest';
import type { Post } from '#messaging/posts/wire/index.ts';
import { nextToSend, readOutbox, withoutArrived, type Outgoing } from './outbox.rules.ts';

const message = (pending_post_id: string, channel_id: string, status: Outgoing['status'] = 'queued'): Outgoing => ({
  pending_post_id, user_id: 'me', channel_id, root_id: '', message: pending_post_id, files: [], create_at: 1, status, reason: '',
});
const ids = (outbox: readonly Outgoing[]) => outbox.map((one) => one.pending_post_id);

describe('the outbox', () => {
  it('sends the messages of a channel one after the other, channels side by side', () => {
    expect(ids(nextToSend([message('a', 'ops'), message('b', 'ops'), message('c', 'dev')]))).toEqual(['a', 'c']);
    expect(ids(nextToSend([message('a', 'ops', 'sending'), message('b', 'ops')]))).toEqual([]);
  });

  it('goes on after a message that was refused', () => {
    expect(ids(nextToSend([message('a', 'ops', 'failed'), message('b', 'ops')]))).toEqual(['b']);
  });

  it('lets go of a message when its post is there, by whichever way', () => {
    expect(ids(withoutArrived([message('a', 'ops'), message('b', 'ops')], { pending_post_id: 'a' } as Post))).toEqual(['b']);
  });

  it('sends again what was under way when the page was closed, and keeps others out', () => {
    const kept = JSON.stringify([message('a', 'ops', 'sending'), message('b', 'ops', 'failed'), { ...message('c', 'ops'), user_id: 'somebody' }]);
    expect(readOutbox(kept, 'me').map((one) => [one.pending_post_id, one.status])).toEqual([['a', 'queued'], ['b', 'failed']]);
    expect(readOutbox('{broken', 'me')).toEqual([]);
  });
});
