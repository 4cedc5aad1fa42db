import type { Measure } from '../measure.ts';
import { commonWord, generatePosts, rareWordOf } from '../million.ts';
import { Durations } from '../statistics.ts';

const POSTS = 1_000_000;

// What people type, each kind as often as the others; members of three channels, and one who is in all.
const QUERIES: Readonly<Record<string, (n: number) => string>> = {
  common: (n) => commonWord(n),
  two_common: (n) => `${commonWord(n)} ${commonWord(n * 7 + 3)}`,
  three_common: (n) => `${commonWord(n)} ${commonWord(n * 7 + 3)} ${commonWord(n * 3 + 5)}`,
  rare: (n) => rareWordOf(2000 + n * 1777),
  in_between: (n) => rareWordOf(20 + n * 3),
  common_and_rare: (n) => `${commonWord(n)} ${rareWordOf(500 + n * 77)}`,
  part: (n) => commonWord(n).slice(1),
  beginning: (n) => `${commonWord(n).slice(0, 4)}*`,
  unknown: (n) => `nobodywrote${n}`,
  phrase: (n) => `"${commonWord(n)} ${commonWord(n + 1)}"`,
  chinese: (n) => ['部署', '数据库', '告警恢复', '网络证书'][n % 4]!,
  from: (n) => `from:person${n % 200} ${commonWord(n)}`,
  in: (n) => `in:room-${n % 20} ${commonWord(n)}`,
  before: (n) => `before:2025-06-01 ${commonWord(n)}`,
  without: (n) => `${commonWord(n)} -${commonWord(n + 3)}`,
};
const KINDS = Object.keys(QUERIES);

/** Searches of all kinds in a million posts, one after the other: how long a person waits. */
export const searchMillion: Measure = {
  name: 'search-million',
  unit: 'search',
  what: `${KINDS.length} kinds of searches in ${POSTS} posts of two years, one at a time`,
  is_on_request: true,
  prepare: async (world) => {
    await generatePosts({ socket: world.server.postgres_socket, channel_ids: world.rooms.map((room) => room.id), user_ids: world.people.map((person) => person.id) }, POSTS);
    let n = 0;
    return {
      run: async (seconds) => {
        const waits = new Durations();
        const by_kind = new Map(KINDS.map((kind) => [kind, new Durations()]));
        const end = performance.now() + seconds * 1000;
        while (performance.now() < end) {
          const room = world.rooms[n % world.rooms.length]!;
          const token = n % 4 ? room.members[n % room.members.length]!.token : world.admin.token;
          const kind = KINDS[n % KINDS.length]!;
          const terms = QUERIES[kind]!(Math.floor(n / KINDS.length));
          const begin = performance.now();
          await world.http.json('POST', `/api/v4/teams/${world.team_id}/posts/search`, token, { terms, is_or_search: false });
          const wait = performance.now() - begin;
          waits.add(wait);
          by_kind.get(kind)!.add(wait);
          n++;
        }
        const { p50, p95, p99 } = waits.percentiles();
        const slowest = Object.fromEntries([...by_kind].map(([kind, one]) => [`${kind}_p95_ms`, one.percentiles().p95]));
        return { count: waits.count, figures: { search_p50_ms: p50, search_p95_ms: p95, search_p99_ms: p99, ...slowest } };
      },
    };
  },
};
