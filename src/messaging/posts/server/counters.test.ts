import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel, ChannelUnread } from '#messaging/channels/wire/index.ts';
import type { Post } from '../wire/index.ts';

const NAMES = ['ann', 'bob', 'cat'] as const;
type Name = (typeof NAMES)[number];

let server: TestServer;
let people: Record<Name, Client>;
let team: Team;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer();
  const clients = await Promise.all(NAMES.map((name) => signUp(server, name)));
  people = Object.fromEntries(NAMES.map((name, i) => [name, clients[i]!])) as Record<Name, Client>;
  team = await makeTeam(people.ann, 'ops');
  await addToTeam(people.ann, team, people.bob, people.cat);
});
afterAll(() => server?.close());

type Step =
  | { kind: 'post'; by: Name; is_reply: boolean; mentions: Name[]; is_wide: boolean }
  | { kind: 'view'; by: Name }
  | { kind: 'unread'; by: Name; at: number };

const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('post' as const), by: name, is_reply: fc.boolean(), mentions: fc.subarray([...NAMES]), is_wide: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('view' as const), by: name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unread' as const), by: name, at: fc.nat() }) },
);

interface Said {
  readonly by: Name;
  readonly is_root: boolean;
  readonly addresses: (who: Name) => boolean;
}

/** The simplest thing that could be right: everything that was said, and how far each person has read. */
class Model {
  readonly said: Said[] = [];
  readonly read: Record<Name, number> = { ann: 0, bob: 0, cat: 0 };

  counts(who: Name) {
    const unread = this.said.slice(this.read[who]);
    const mine = unread.filter((post) => post.by !== who && post.addresses(who));
    return { msg_count: unread.length, msg_count_root: unread.filter((p) => p.is_root).length, mention_count: mine.length, mention_count_root: mine.filter((p) => p.is_root).length };
  }
}

async function play(channel: Channel, steps: readonly Step[]): Promise<void> {
  const model = new Model();
  const posts: Post[] = [];
  let root: Post | undefined;
  for (const s of steps) {
    const client = people[s.by];
    if (s.kind === 'view') {
      await client.post('/api/v4/channels/members/me/view', { channel_id: channel.id, collapsed_threads_supported: true });
      model.read[s.by] = model.said.length;
    } else if (s.kind === 'unread') {
      if (!posts.length) continue;
      const at = s.at % posts.length;
      await client.post(`/api/v4/users/me/posts/${posts[at]!.id}/set_unread`, { collapsed_threads_supported: true });
      model.read[s.by] = at;
    } else {
      const root_id = s.is_reply && root ? root.id : '';
      const message = ['words', ...s.mentions.map((who) => `@${who}`), ...(s.is_wide ? ['@channel'] : [])].join(' ');
      const { body } = await client.post<Post>('/api/v4/posts', { channel_id: channel.id, message, root_id });
      posts.push(body);
      root ??= body;
      model.said.push({ by: s.by, is_root: !root_id, addresses: (who) => s.is_wide || s.mentions.includes(who) });
      if (!root_id) model.read[s.by] = model.said.length;
    }
    for (const who of NAMES) expect([who, await unreadOf(people[who], channel)]).toEqual([who, model.counts(who)]);
  }
}

async function unreadOf(client: Client, channel: Channel) {
  const { msg_count, msg_count_root, mention_count, mention_count_root } = (await client.get<ChannelUnread & Record<string, number>>(`/api/v4/users/me/channels/${channel.id}/unread`)).body;
  return { msg_count, msg_count_root, mention_count, mention_count_root };
}

async function freshChannel(): Promise<Channel> {
  const channel = await makeChannel(people.ann, team, `channel-${++serial}`);
  await addToChannel(people.ann, channel, people.bob, people.cat);
  for (const who of NAMES) await people[who].post('/api/v4/channels/members/me/view', { channel_id: channel.id });
  return channel;
}

test('whatever people post, read and mark as unread, everybody counts what a simple model counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      await play(await freshChannel(), steps);
    }),
    { numRuns: 25 },
  );
});

test('posts that share a commit are counted as if they had come one by one', async () => {
  const channel = await freshChannel();
  const jobs = Array.from({ length: 60 }, (_, i) => people[NAMES[i % 2]!].post<Post>('/api/v4/posts', { channel_id: channel.id, message: i % 3 ? 'words' : i % 2 ? '@cat look' : '@all look' }));
  const answers = await Promise.all(jobs);
  expect(answers.every((answer) => answer.status === 201)).toBe(true);
  expect(await unreadOf(people.cat, channel)).toEqual({ msg_count: 60, msg_count_root: 60, mention_count: 20, mention_count_root: 20 });
});
