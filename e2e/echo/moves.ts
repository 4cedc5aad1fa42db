import fc from 'fast-check';
import type { Person } from '../lib/person.ts';

/** What one of three people does next. `a` and `b` choose among what there is. */
export interface Move {
  readonly kind: (typeof KINDS)[number];
  readonly who: number;
  readonly a: number;
  readonly b: number;
}

// Those that stand twice happen twice as often.
const KINDS = [
  'post', 'post', 'post', 'reply', 'reply', 'reply', 'edit', 'delete', 'pin', 'react', 'unreact', 'view', 'view', 'view-old', 'unread', 'join', 'leave', 'mute',
  'follow', 'unfollow', 'read-thread', 'unread-thread', 'read-all', 'favorite', 'category', 'drop-category', 'order', 'prefer', 'status',
] as const;

export const moves = (count: number): fc.Arbitrary<Move[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(2), a: fc.nat(1_000), b: fc.nat(1_000) }), { minLength: count, maxLength: count });

/** A post as the test remembers it. */
export interface SaidPost {
  readonly id: string;
  readonly channel_id: string;
  readonly author: number;
  readonly root_id: string;
  readonly at: number;
  message: string;
  is_gone: boolean;
}

/** Where it plays: people, a team, its channels (the last is a direct one), and everything said. */
export interface Stage {
  readonly people: readonly Person[];
  readonly team_id: string;
  readonly channels: readonly any[];
  readonly members: readonly Set<number>[];
  readonly posts: SaidPost[];
}

/** What a move has done, for who keeps count of it. `null`: there was nothing to do it to. */
export type Done = { readonly post?: SaidPost; readonly channel?: number; readonly at?: number } | null;

const TEXTS = ['nothing special', 'look @ann', 'look @bob', 'hear, @channel', '@bob and @cat, please'];
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

/** Does it over HTTP, as a client would. */
export async function make(stage: Stage, move: Move): Promise<Done> {
  return own(stage, move.who).length || move.kind === 'join' ? DOERS[move.kind](stage, move, stage.people[move.who]!) : null;
}

type Doer = (stage: Stage, move: Move, me: Person) => Promise<Done>;

const own = (stage: Stage, who: number) => stage.members.flatMap((set, i) => (set.has(who) ? [i] : []));
const visible = (stage: Stage, who: number) => stage.posts.filter((post) => !post.is_gone && own(stage, who).some((i) => stage.channels[i].id === post.channel_id));
const threads = (stage: Stage, who: number) => visible(stage, who).filter((post) => !post.root_id && stage.posts.some((reply) => reply.root_id === post.id && !reply.is_gone));
const indexOf = (stage: Stage, channel_id: string) => stage.channels.findIndex((channel) => channel.id === channel_id);

async function say(stage: Stage, move: Move, me: Person, channel: number, root_id: string): Promise<Done> {
  const message = TEXTS[move.b % TEXTS.length]!;
  const made = await me.post('/posts', { channel_id: stage.channels[channel].id, message, root_id });
  const post: SaidPost = { id: made.id, channel_id: made.channel_id, author: move.who, root_id, at: made.create_at, message, is_gone: false };
  stage.posts.push(post);
  return { post, channel };
}

/** Does something to one of the posts, or threads, that the mover sees. */
const toPost = (from: (stage: Stage, who: number) => SaidPost[], act: (me: Person, post: SaidPost, stage: Stage, move: Move) => Promise<unknown>): Doer => async (stage, move, me) => {
  const post = pick(from(stage, move.who), move.a);
  if (!post) return null;
  const answer = await act(me, post, stage, move);
  return { post, channel: indexOf(stage, post.channel_id), at: typeof answer === 'number' ? answer : undefined };
};

const mine = (stage: Stage, who: number) => visible(stage, who).filter((post) => post.author === who);
const threadPath = (stage: Stage, post: SaidPost) => `/users/me/teams/${stage.team_id}/threads/${post.id}`;
const categoriesPath = (stage: Stage) => `/users/me/teams/${stage.team_id}/channels/categories`;

const view = (with_threads: boolean): Doer => async (stage, move, me) => {
  const channel = pick(own(stage, move.who), move.a)!;
  await me.post('/channels/members/me/view', { channel_id: stage.channels[channel].id, collapsed_threads_supported: !with_threads });
  return { channel };
};

const DOERS: Record<Move['kind'], Doer> = {
  post: (stage, move, me) => say(stage, move, me, pick(own(stage, move.who), move.a)!, ''),
  reply: async (stage, move, me) => {
    const root = pick(visible(stage, move.who).filter((post) => !post.root_id), move.a);
    return root ? say(stage, move, me, indexOf(stage, root.channel_id), root.id) : null;
  },
  edit: toPost(mine, async (me, post) => {
    post.message += ' (edited)';
    await me.put(`/posts/${post.id}/patch`, { message: post.message });
  }),
  delete: toPost(mine, async (me, post, stage) => {
    await me.del(`/posts/${post.id}`);
    for (const each of stage.posts) if (each === post || each.root_id === post.id) each.is_gone = true;
  }),
  pin: toPost(visible, (me, post, _, move) => me.post(`/posts/${post.id}/${move.b % 2 ? 'pin' : 'unpin'}`)),
  react: toPost(visible, (me, post, _, move) => me.post('/reactions', { user_id: me.id, post_id: post.id, emoji_name: move.b % 2 ? 'rocket' : 'eyes' })),
  unreact: toPost(visible, (me, post, _, move) => me.call('DELETE', `/users/me/posts/${post.id}/reactions/${move.b % 2 ? 'rocket' : 'eyes'}`)),
  view: view(false),
  'view-old': view(true),
  unread: toPost(visible, (me, post) => me.post(`/users/me/posts/${post.id}/set_unread`, { collapsed_threads_supported: true })),
  join: async (stage, move, me) => {
    const channel = move.a % 2;
    if (stage.members[channel]!.has(move.who)) return null;
    await me.post(`/channels/${stage.channels[channel].id}/members`, { user_id: me.id });
    stage.members[channel]!.add(move.who);
    return { channel };
  },
  leave: async (stage, move, me) => {
    const channel = move.a % 2;
    if (!stage.members[channel]!.has(move.who)) return null;
    await me.del(`/channels/${stage.channels[channel].id}/members/me`);
    stage.members[channel]!.delete(move.who);
    return { channel };
  },
  mute: async (stage, move, me) => {
    const channel = pick(own(stage, move.who), move.a)!;
    await me.put(`/channels/${stage.channels[channel].id}/members/me/notify_props`, { mark_unread: move.b % 2 ? 'mention' : 'all' });
    return { channel };
  },
  follow: toPost(threads, async (me, post, stage) => {
    await me.put(`${threadPath(stage, post)}/following`);
    return Date.now();
  }),
  unfollow: toPost(threads, (me, post, stage) => me.del(`${threadPath(stage, post)}/following`)),
  'read-thread': toPost(threads, async (me, post, stage) => {
    const at = Date.now();
    await me.put(`${threadPath(stage, post)}/read/${at}`);
    return at;
  }),
  'unread-thread': toPost(threads, async (me, post, stage, move) => {
    const reply = pick(stage.posts.filter((each) => each.root_id === post.id && !each.is_gone), move.b)!;
    await me.post(`${threadPath(stage, post)}/set_unread/${reply.id}`);
    return reply.at - 1;
  }),
  'read-all': async (stage, _, me) => {
    await me.put(`/users/me/teams/${stage.team_id}/threads/read`);
    return {};
  },
  favorite: async (stage, move, me) => {
    const channel = pick(own(stage, move.who), move.a)!;
    const preference = { user_id: me.id, category: 'favorite_channel', name: stage.channels[channel].id, value: 'true' };
    if (move.b % 2) await me.put('/users/me/preferences', [preference]);
    else await me.post('/users/me/preferences/delete', [preference]);
    return {};
  },
  category: async (stage, move, me) => {
    const channel = pick(own(stage, move.who), move.a)!;
    await me.post(categoriesPath(stage), { user_id: me.id, team_id: stage.team_id, display_name: `Mine ${move.b}`, channel_ids: [stage.channels[channel].id], type: 'custom' });
    return {};
  },
  'drop-category': async (stage, move, me) => {
    const { categories } = await me.get(categoriesPath(stage));
    const custom = pick(categories.filter((category: any) => category.type === 'custom') as any[], move.a);
    if (custom) await me.del(`${categoriesPath(stage)}/${custom.id}`);
    return {};
  },
  order: async (stage, _, me) => {
    const { order } = await me.get(categoriesPath(stage));
    await me.put(`${categoriesPath(stage)}/order`, [...order.slice(1), order[0]]);
    return {};
  },
  prefer: async (_, move, me) => {
    await me.put('/users/me/preferences', [{ user_id: me.id, category: 'display_settings', name: 'use_military_time', value: String(move.b) }]);
    return {};
  },
  status: async (_, move, me) => {
    await me.put('/users/me/status', { user_id: me.id, status: pick(['online', 'away', 'dnd', 'offline'], move.a) });
    return {};
  },
};
