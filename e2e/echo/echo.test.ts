import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signUp } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Mirror } from './mirror.ts';
import { Model } from './model.ts';
import { make, moves, type Move, type Stage } from './moves.ts';

// `ECHO_SEED=123 npm test -- e2e/echo` plays another game; a failure names the seed and tells the game so far.
const SEED = Number(process.env['ECHO_SEED'] ?? 2026);
const GAMES = 4;
const MOVES = 40;

test('what clients show by events alone is what the server tells who asks, and both are what was done', async () => {
  await fc.assert(fc.asyncProperty(moves(MOVES), play), { seed: SEED, numRuns: GAMES, endOnFailure: true });
}, 150_000);

async function play(game: readonly Move[]): Promise<void> {
  const server = await startTestServer();
  try {
    const stage = await setUp(server);
    const model = new Model(stage);
    const mirrors: Mirror[] = [];
    for (const person of stage.people) mirrors.push(await Mirror.open(person, stage.team_id, stage.channels.map((channel) => channel.id)));
    const past: string[] = [];
    for (const move of game) {
      const done = await make(stage, move);
      if (!done) continue;
      model.note(move, done);
      past.push(`${stage.people[move.who]!.username} ${move.kind} ${move.a} ${move.b}`);
      await server.app.settle();
      await Promise.all(mirrors.map((mirror, who) => compare(stage, model, mirror, who, past)));
    }
    for (const mirror of mirrors) mirror.close();
  } finally {
    await server.close();
  }
}

async function setUp(server: TestServer): Promise<Stage> {
  const people = [];
  for (const name of ['ann', 'bob', 'cat']) people.push(await signUp(server.url, name));
  const [ann, bob] = people;
  const team = await ann!.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const admin = await server.admin();
  await admin.post(`/teams/${team.id}/members/batch`, people.map(({ id }) => ({ team_id: team.id, user_id: id })));
  const channels = [];
  for (const name of ['ops', 'deploys']) {
    const channel = await admin.post('/channels', { team_id: team.id, name, display_name: name, type: 'O' });
    for (const { id } of people) await admin.post(`/channels/${channel.id}/members`, { user_id: id });
    channels.push(channel);
  }
  channels.push(await ann!.post('/channels/direct', [ann!.id, bob!.id]));
  for (const person of people) for (const { id } of await person.get(`/users/me/teams/${team.id}/channels`)) await person.post('/channels/members/me/view', { channel_id: id });
  await server.app.settle();
  return { people, team_id: team.id, channels, members: [new Set([0, 1, 2]), new Set([0, 1, 2]), new Set([0, 1])], posts: [] };
}

async function compare(stage: Stage, model: Model, mirror: Mirror, who: number, past: readonly string[]): Promise<void> {
  await mirror.catchUp();
  const fresh = await mirror.fetch();
  const story = `${stage.people[who]!.username} after:\n  ${past.join('\n  ')}\nevents: ${mirror.heard.join(', ')}`;
  expect(mirror.shown, `what events told differs from what is fetched; ${story}`).toEqual(fresh);
  mirror.heard = [];
  stage.channels.forEach((channel, i) => {
    const reading = model.readings.get(`${who} ${i}`);
    if (!reading) return expect(fresh.members[channel.id], `not a member of ${i}; ${story}`).toBeUndefined();
    const [{ total, total_root }, member] = [fresh.channels[channel.id]!, fresh.members[channel.id]!];
    const shown = { unread: total - member.msg_count, unread_root: total_root - member.msg_count_root, mentions: member.mention_count, mentions_root: member.mention_count_root, is_muted: member.mark_unread === 'mention' };
    expect(shown, `channel ${i}; ${story}`).toEqual(reading);
  });
  const threads = Object.fromEntries(Object.entries(fresh.threads).map(([id, { channel_id: _channel, ...counts }]) => [id, counts]));
  expect(threads, `threads; ${story}`).toEqual(model.threads(who));
  await compareTotals(stage, model, mirror, who, story);
}

/** The sums over a team are those of its parts. */
async function compareTotals(stage: Stage, model: Model, mirror: Mirror, who: number, story: string): Promise<void> {
  const [totals, [unread]] = await Promise.all([mirror.me.get(`/users/me/teams/${stage.team_id}/threads?totalsOnly=true`), mirror.me.get('/users/me/teams/unread?include_collapsed_threads=true')]);
  const threads = Object.entries(model.threads(who));
  const sum = (list: readonly (readonly [string, { unread_mentions: number }])[]): number => list.reduce((all, [, thread]) => all + thread.unread_mentions, 0);
  const of_team = threads.filter(([id]) => stage.posts.find((post) => post.id === id)!.channel_id !== stage.channels[2].id);
  expect(totals, `totals of threads; ${story}`).toMatchObject({ total: threads.length, total_unread_threads: threads.filter(([, t]) => t.unread_replies > 0).length, total_unread_mentions: sum(threads) });
  const readings = [0, 1].flatMap((i) => model.readings.get(`${who} ${i}`) ?? []);
  const add = (pick: (reading: (typeof readings)[number]) => number): number => readings.reduce((all, reading) => all + pick(reading), 0);
  expect(unread, `unread of the team; ${story}`).toMatchObject({
    msg_count: add((r) => (r.is_muted ? 0 : r.unread)), msg_count_root: add((r) => (r.is_muted ? 0 : r.unread_root)), mention_count: add((r) => r.mentions), mention_count_root: add((r) => r.mentions_root),
    thread_count: of_team.filter(([, t]) => t.unread_replies > 0).length, thread_mention_count: sum(of_team),
  });
}
