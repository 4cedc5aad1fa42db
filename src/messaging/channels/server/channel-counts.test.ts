import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '#identity/users/server/feature.ts';
import { newId, type Sql } from '#kernel/server/index.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { default_channel_notify_props } from '../wire/index.ts';
import { countMentions, countPosts, countWideMentions, markViewed, setUnreadFrom } from './channel-counts.store.ts';
import { addMembers, removeMembers, syncWideIgnored, updateNotifyProps } from './channel-members.store.ts';
import { insertChannel } from './channels.store.ts';

const PEOPLE = 4;

let server: TestServer;
let people: string[];

beforeAll(async () => {
  server = await startTestServer();
  const made = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => createUser(server.app.systemCtx(), { username: `person${i}`, email: `person${i}@example.com` })));
  people = made.map((user) => user.id);
});
afterAll(() => server?.close());

interface ModelPost {
  readonly at: number;
  readonly is_root: boolean;
  /** Whom it mentions, by person or with the whole channel. */
  readonly mentions: ReadonlySet<number>;
}

/** What a member has: counted as plainly as can be. */
interface ModelMember {
  read: number;
  read_root: number;
  unread_mentions: ModelPost[];
  ignores: boolean;
}

interface Model {
  readonly posts: ModelPost[];
  readonly members: Map<number, ModelMember>;
  readonly user_ignores: boolean[];
  clock: number;
}

type Step =
  | { kind: 'post'; author: number; is_root: boolean; is_wide: boolean; named: number[]; views: boolean }
  | { kind: 'view' | 'join' | 'leave' | 'user-switch'; who: number }
  | { kind: 'set-ignore'; who: number; value: 'on' | 'off' | 'default' }
  | { kind: 'mute'; who: number; value: 'all' | 'mention' }
  | { kind: 'unread'; who: number; from: number };

const person = fc.nat(PEOPLE - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('post' as const), author: person, is_root: fc.boolean(), is_wide: fc.boolean(), named: fc.uniqueArray(person, { maxLength: 2 }), views: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('view', 'join', 'leave', 'user-switch'), who: person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set-ignore' as const), who: person, value: fc.constantFrom('on', 'off', 'default') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mute' as const), who: person, value: fc.constantFrom('all', 'mention') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unread' as const), who: person, from: fc.nat(20) }) },
);

class World {
  readonly model: Model = { posts: [], members: new Map(), user_ignores: people.map(() => false), clock: 1000 };
  readonly props = new Map<number, { ignore: string; mute: string }>();
  readonly channel_id = newId();
  readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  isIgnoring(who: number): boolean {
    const { ignore, mute } = this.props.get(who)!;
    return this.model.user_ignores[who]! || ignore === 'on' || (mute === 'mention' && ignore === 'default');
  }

  async run(s: Step): Promise<void> {
    this.model.clock++;
    const member = 'who' in s ? this.model.members.get(s.who) : undefined;
    if (s.kind === 'post') return this.post(s);
    if (s.kind === 'join') return this.join(s.who);
    if (s.kind === 'user-switch') return this.switchUser(s.who);
    if (!member) return;
    if (s.kind === 'view') await this.view(s.who, member);
    if (s.kind === 'leave') await this.leave(s.who);
    if (s.kind === 'unread') await this.setUnread(s.who, member, s.from);
    if (s.kind === 'set-ignore' || s.kind === 'mute') await this.setProps(s.who, member, s.kind === 'mute' ? { mark_unread: s.value } : { ignore_channel_mentions: s.value });
  }

  async join(who: number): Promise<void> {
    await addMembers(this.sql, [{ channel_id: this.channel_id, user_id: people[who]!, is_guest: false, is_admin: false }], this.model.clock);
    if (this.model.members.has(who)) return;
    this.props.set(who, { ignore: 'default', mute: 'all' });
    this.model.members.set(who, { read: 0, read_root: 0, unread_mentions: [], ignores: this.isIgnoring(who) });
  }

  async leave(who: number): Promise<void> {
    await removeMembers(this.sql, [this.channel_id], [people[who]!]);
    this.model.members.delete(who);
  }

  async view(who: number, member: ModelMember): Promise<void> {
    await markViewed(this.sql, [{ channel_id: this.channel_id, user_id: people[who]!, at: 0 }]);
    this.readAll(member);
  }

  readAll(member: ModelMember): void {
    member.read = this.model.posts.length;
    member.read_root = this.model.posts.filter((p) => p.is_root).length;
    member.unread_mentions = [];
  }

  // In the order in which posts are written: counts, the mention of all, the author's own view, personal mentions.
  async post(s: Step & { kind: 'post' }): Promise<void> {
    const { model, channel_id, sql } = this;
    const author = model.members.get(s.author);
    const wide = [...model.members].filter(([who, m]) => s.is_wide && who !== s.author && !m.ignores).map(([who]) => who);
    const named = s.named.filter((who) => who !== s.author && !wide.includes(who) && model.members.has(who));
    const post: ModelPost = { at: model.clock, is_root: s.is_root, mentions: new Set([...wide, ...named]) };
    const root = s.is_root ? 1 : 0;
    await countPosts(sql, [{ channel_id, count: 1, count_root: root, last_post_at: post.at, last_root_post_at: root * post.at }]);
    if (s.is_wide) await countWideMentions(sql, [{ channel_id, count: 1, count_root: root, own: [{ user_id: people[s.author]!, count: 1, count_root: root }] }]);
    if (s.views) await markViewed(sql, [{ channel_id, user_id: people[s.author]!, at: post.at }]);
    await countMentions(sql, named.map((who) => ({ channel_id, user_id: people[who]!, count: 1, count_root: root, urgent: 0 })));
    model.posts.push(post);
    for (const who of post.mentions) model.members.get(who)!.unread_mentions.push(post);
    if (s.views && author) this.readAll(author);
  }

  async switchUser(who: number): Promise<void> {
    this.model.user_ignores[who] = !this.model.user_ignores[who];
    await this.sql.run(`UPDATE users SET notify_props = notify_props || jsonb_build_object('channel', $2::text) WHERE id = $1`, [people[who], String(!this.model.user_ignores[who])]);
    await syncWideIgnored(this.sql, people[who]!);
    const member = this.model.members.get(who);
    if (member) member.ignores = this.isIgnoring(who);
  }

  async setProps(who: number, member: ModelMember, change: { mark_unread?: 'all' | 'mention'; ignore_channel_mentions?: 'on' | 'off' | 'default' }): Promise<void> {
    await updateNotifyProps(this.sql, [this.channel_id], people[who]!, change, default_channel_notify_props, this.model.clock);
    const props = this.props.get(who)!;
    props.mute = change.mark_unread ?? props.mute;
    props.ignore = change.ignore_channel_mentions ?? props.ignore;
    member.ignores = this.isIgnoring(who);
  }

  async setUnread(who: number, member: ModelMember, from: number): Promise<void> {
    const { posts } = this.model;
    if (!posts.length) return;
    const first = from % posts.length;
    const unread = posts.slice(first);
    const mentions = unread.filter((post) => post.mentions.has(who));
    const roots = (list: readonly ModelPost[]) => list.filter((post) => post.is_root).length;
    await setUnreadFrom(this.sql, {
      channel_id: this.channel_id, user_id: people[who]!, post_create_at: unread[0]!.at, unread_count: unread.length, unread_count_root: roots(unread),
      mention_count: mentions.length, mention_count_root: roots(mentions), urgent_mention_count: 0,
    });
    member.read = first;
    member.read_root = roots(posts.slice(0, first));
    member.unread_mentions = mentions;
  }

  expected(): object {
    const { posts, members } = this.model;
    const roots = posts.filter((p) => p.is_root).length;
    return Object.fromEntries(
      [...members].map(([who, m]) => [
        people[who],
        { unread_count: posts.length - m.read, unread_count_root: roots - m.read_root, mention_count: m.unread_mentions.length, mention_count_root: m.unread_mentions.filter((p) => p.is_root).length },
      ]),
    );
  }

  async actual(): Promise<object> {
    const rows = await this.sql.rows('SELECT user_id, unread_count, unread_count_root, mention_count, mention_count_root FROM channel_member_counts WHERE channel_id = $1', [this.channel_id]);
    return Object.fromEntries(rows.map(({ user_id, ...counts }) => [user_id, counts]));
  }
}

test('what is unread and mentioned is what plain counting finds, whatever happens in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async (steps) => {
      const { db } = server.app;
      await db.run(`UPDATE users SET notify_props = notify_props || '{"channel":"true"}'`);
      const world = new World(db);
      await insertChannel(db, { id: world.channel_id, team_id: '', type: 'G', display_name: '', name: world.channel_id, header: '', purpose: '', creator_id: '', shared: null }, 1);
      for (const who of [0, 1]) await world.join(who);
      for (const one of steps) await world.run(one);
      expect(await world.actual()).toEqual(world.expected());
    }),
    { numRuns: 120 },
  );
});
