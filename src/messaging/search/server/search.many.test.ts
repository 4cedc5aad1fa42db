import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { newId } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { PostSearchResults } from '#messaging/posts/wire/index.ts';
import { upkeepOf } from './search.upkeep.ts';

// Enough that the newest posts, the weeks of the index and the whole index all have to answer.
const POSTS = 30_000;
const SPAN_MS = 40 * 7 * 86_400_000;
const NOW = Date.UTC(2026, 4, 10, 12);
const ANSWER_MAX = 100;
// Every so many posts hold the word; a phrase is wanted as such.
const WORDS: Readonly<Record<string, number>> = { anchor: 2, beacon: 7, cargo: 60, derrick: 211, estuary: 1_009, fathom: 9_001 };

let server: TestServer;
let ann: Client;
let team: Team;
let posts: { id: string; at: number; room: number; message: string }[];

beforeAll(async () => {
  server = await startTestServer({ clock: () => NOW });
  const admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann);
  const rooms = [await makeChannel(admin, team, 'east'), await makeChannel(admin, team, 'west'), await makeChannel(admin, team, 'vault', 'P')];
  await addToChannel(admin, rooms[0]!, ann);
  await addToChannel(admin, rooms[1]!, ann);
  posts = Array.from({ length: POSTS }, (_, i) => {
    const at = NOW - SPAN_MS + Math.floor((i * (SPAN_MS - 1000)) / POSTS);
    const words = Object.entries(WORDS).flatMap(([word, every]) => (i % every === 0 ? [word] : []));
    return { id: newId(at), at, room: i % 11 === 0 ? 2 : i % 3 === 0 ? 1 : 0, message: [`report ${i}`, ...(i % 2 ? words : words.reverse())].join(' ') };
  });
  await server.app.db.run(
    `INSERT INTO posts (id, create_at, update_at, user_id, channel_id, root_id, message, type, hashtags, pending_post_id, props, file_ids)
     SELECT id, at, at, $2, ($3::text[])[room + 1], '', message, '', '', '', '{}', '{}' FROM json_to_recordset($1) AS x(id text, at bigint, room int, message text)`,
    [JSON.stringify(posts), ann.user.id, rooms.map((room) => room.id)],
  );
  await server.app.db.run('UPDATE channels SET total_msg_count = n FROM (SELECT channel_id, count(*) AS n FROM posts GROUP BY channel_id) AS c WHERE id = channel_id');
  await server.restart();
  await upkeepOf(server.app).run();
}, 120_000);
afterAll(() => server?.close());

type Query = { terms: string; matches: (message: string) => boolean; from?: number; until?: number };
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const has = (...words: string[]) => (message: string): boolean => words.every((word) => message.includes(word));
const names = Object.keys(WORDS);

const queries: Query[] = [
  ...names.map((word) => ({ terms: word, matches: has(word) })),
  ...names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ terms: `${a} ${b}`, matches: has(a, b) }))),
  ...names.map((word) => ({ terms: word.slice(1), matches: has(word.slice(1)) })),
  { terms: 'beacon -anchor', matches: (message) => message.includes('beacon') && !message.includes('anchor') },
  { terms: '"anchor beacon"', matches: has('anchor beacon') },
  { terms: '"cargo beacon anchor"', matches: has('cargo beacon anchor') },
  { terms: 'before:2026-01-15 beacon cargo', matches: has('beacon', 'cargo'), until: day('2026-01-15') },
  { terms: 'after:2025-12-31 derrick', matches: has('derrick'), from: day('2026-01-01') },
  { terms: 'after:2025-12-31 before:2026-01-15 cargo', matches: has('cargo'), from: day('2026-01-01'), until: day('2026-01-15') },
  { terms: 'nobodywrotethis', matches: () => false },
];

test.for(queries)('of "$terms" the newest hundred of many posts are found, and only in one\'s own channels', async ({ terms, matches, from = 0, until = Infinity }) => {
  const expected = posts.filter((post) => post.room < 2 && post.at >= from && post.at < until && matches(post.message)).slice(-ANSWER_MAX).reverse();
  const { body } = await ann.post<PostSearchResults>(`/api/v4/teams/${team.id}/posts/search`, { terms, is_or_search: false, time_zone_offset: 0 });
  expect(body.order.map((id) => body.posts[id]!.message)).toEqual(expected.map((post) => post.message));
});
