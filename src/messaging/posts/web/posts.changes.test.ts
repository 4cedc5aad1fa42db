import { describe, expect, it } from 'vitest';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';
import { addChannelPage, addPosts, addThread, changeReaction, no_posts, receiveDeleted, receivePosted, type PostsData } from './posts.changes.ts';

function post(id: string, create_at: number, more: Partial<Post> = {}): Post {
  return {
    id, create_at, update_at: create_at, edit_at: 0, delete_at: 0, is_pinned: false, user_id: 'amara', channel_id: 'ops', root_id: '', original_id: '', message: id,
    type: '', props: {}, hashtags: '', pending_post_id: '', reply_count: 0, last_reply_at: 0, participants: null, metadata: {}, ...more,
  };
}

function channelWith(...ids: string[]): PostsData {
  const posts = ids.map((id, index) => post(id, index + 1));
  return addChannelPage(addPosts(no_posts, posts), 'ops', { ids, is_oldest: true, is_newest: true });
}

const order = (state: PostsData) => state.channels.ops?.map((stretch) => stretch.ids.join(''));

describe('posts of the page', () => {
  it('adds a live post once, whether the answer or the event comes first', () => {
    let state = channelWith('a', 'b');
    state = receivePosted(state, post('c', 3));
    state = receivePosted(state, post('c', 3));
    expect(order(state)).toEqual(['abc']);
  });

  it('keeps the order of time when events arrive crossed', () => {
    let state = channelWith('a');
    state = receivePosted(state, post('d', 4));
    state = receivePosted(state, post('c', 3));
    expect(order(state)).toEqual(['acd']);
  });

  it('does not add a live post where the newest posts are not known', () => {
    const old = addChannelPage(addPosts(no_posts, [post('a', 1)]), 'ops', { ids: ['a'], is_oldest: true, is_newest: false });
    expect(order(receivePosted(old, post('z', 9)))).toEqual(['a']);
  });

  it('joins pages that touch and keeps a gap between those that do not', () => {
    let state = addPosts(channelWith(), ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => post(id, index + 1)));
    state = addChannelPage(state, 'ops', { ids: ['e', 'f'], is_oldest: false, is_newest: true });
    state = addChannelPage(state, 'ops', { ids: ['a', 'b'], is_oldest: true, is_newest: false });
    expect(order(state)).toEqual(['ab', 'ef']);
    state = addChannelPage(state, 'ops', { ids: ['c', 'd'], is_oldest: false, is_newest: false, touches: 'e' });
    expect(order(state)).toEqual(['ab', 'cdef']);
    state = addChannelPage(state, 'ops', { ids: ['b', 'c'], is_oldest: false, is_newest: false });
    expect(order(state)).toEqual(['abcdef']);
    expect(state.channels.ops).toMatchObject([{ is_oldest: true, is_newest: true }]);
  });

  it('ignores an edit that arrives after a later one', () => {
    let state = addPosts(channelWith('a'), [post('a', 1, { update_at: 9, message: 'second' })]);
    state = addPosts(state, [post('a', 1, { update_at: 5, message: 'first' })]);
    expect(state.posts.a?.message).toBe('second');
  });

  it('does not bring a deleted post back when an edit arrives late', () => {
    let state = receiveDeleted(channelWith('a', 'b'), post('a', 1), 20, false);
    state = addPosts(state, [post('a', 1, { update_at: 30, message: 'edited' })]);
    expect(state.posts.a).toMatchObject({ delete_at: 20, message: '' });
    expect(order(state)).toEqual(['ab']);
    expect(order(receiveDeleted(state, post('a', 1), 20, true))).toEqual(['b']);
  });

  it('leaves deleted posts out of pages that arrive later', () => {
    let state = receiveDeleted(channelWith('a', 'b'), post('a', 1), 20, true);
    state = addChannelPage(addPosts(state, [post('a', 1)]), 'ops', { ids: ['a', 'b'], is_oldest: true, is_newest: true });
    expect(order(state)).toEqual(['b']);
  });

  it('counts a reply once and puts its author first', () => {
    let state = addThread(channelWith('a'), 'a', []);
    const reply = post('r', 5, { root_id: 'a', user_id: 'john', reply_count: 1 });
    state = receivePosted(receivePosted(state, reply), reply);
    expect(state.posts.a).toMatchObject({ reply_count: 1, last_reply_at: 5, participants: [{ id: 'john' }] });
    expect(state.threads.a?.ids).toEqual(['r']);
    expect(order(state)).toEqual(['a']);
  });

  it('takes a deleted reply off the count once', () => {
    const reply = post('r', 5, { root_id: 'a', reply_count: 1 });
    let state = receivePosted(addThread(channelWith('a'), 'a', []), reply);
    state = receiveDeleted(receiveDeleted(state, reply, 8, false), reply, 8, true);
    expect(state.posts.a?.reply_count).toBe(0);
    expect(state.threads.a?.ids).toEqual([]);
  });

  it('holds one reaction for a person and an emoji', () => {
    const thumbs: Reaction = { user_id: 'john', post_id: 'a', emoji_name: '+1', create_at: 1, update_at: 1, delete_at: 0, remote_id: '', channel_id: 'ops' };
    let state = changeReaction(changeReaction(channelWith('a'), thumbs, true), thumbs, true);
    expect(state.posts.a?.metadata?.reactions).toHaveLength(1);
    state = changeReaction(state, { ...thumbs, channel_id: '', create_at: 0 }, false);
    expect(state.posts.a).toMatchObject({ has_reactions: false, metadata: { reactions: [] } });
  });
});
