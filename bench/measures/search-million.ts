import type { Measure } from '../measure.ts';
import { commonWord, generatePosts, rareWordOf } from '../million.ts';
import { Durations } from '../statistics.ts';

const POSTS = 1_000_000;

// What people type, each kind as often as the others; members of three channels, and one who is in all.
const QUERIES: readonly ((n: number) => string)[] = [
  (n) => commonWord(n),
  (n) => `${commonWord(n)} ${commonWord(n * 7 + 3)}`,
  (n) => `${commonWord(n)} ${commonWord(n * 7 + 3)} ${commonWord(n * 3 + 5)}`,
  (n) => rareWordOf(2000 + n * 1777),
  (n) => rareWordOf(20 + n * 3),
  (n) => `${commonWord(n)} ${rareWordOf(500 + n * 77)}`,
  (n) => commonWord(n).slice(1),
  (n) => `${commonWord(n).slice(0, 4)}*`,
  (n) => `nobodywrote${n}`,
  (n) => `"${commonWord(n)} ${commonWord(n + 1)}"`,
  (n) => ['部署', '数据库', '告警恢复', '网络证书'][n % 4]!,
  (n) => `from:person${n % 200} ${commonWord(n)}`,
  (n) => `in:room-${n % 20} ${commonWord(n)}`,
  (n) => `before:2025-06-01 ${commonWord(n)}`,
  (n) => `${commonWord(n)} -${commonWord(n + 3)}`,
];

/** Searches of all kinds in a million posts, one after the other: how long a person waits. */
export const searchMillion: Measure = {
  name: 'search-million',
  unit: 'search',
  what: `${QUERIES.length} kinds of searches in ${POSTS} posts of two years, one at a time`,
  is_on_request: true,
  prepare: async (world) => {
    await generatePosts({ socket: world.server.postgres_socket, channel_ids: world.rooms.map((room) => room.id), user_ids: world.people.map((person) => person.id) }, POSTS);
    let n = 0;
    return {
      run: async (seconds) => {
        const waits = new Durations();
        const end = performance.now() + seconds * 1000;
        while (performance.now() < end) {
          const room = world.rooms[n % world.rooms.length]!;
          const token = n % 4 ? room.members[n % room.members.length]!.token : world.admin.token;
          const begin = performance.now();
          await world.http.json('POST', `/api/v4/teams/${world.team_id}/posts/search`, token, { terms: QUERIES[n % QUERIES.length]!(Math.floor(n / QUERIES.length)), is_or_search: false });
          waits.add(performance.now() - begin);
          n++;
        }
        const { p50, p95, p99 } = waits.percentiles();
        return { count: waits.count, figures: { search_p50_ms: p50, search_p95_ms: p95, search_p99_ms: p99 } };
      },
    };
  },
};
