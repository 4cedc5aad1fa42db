import { keepBusy, type Measure } from '../measure.ts';
import { messageText, searchWord, type World } from '../world.ts';

const IN_FLIGHT = 8;
const POSTS = 20_000;

/** Searches of one and two words in what the person may read. */
export const search: Measure = {
  name: 'search',
  unit: 'search',
  what: `one or two words in ${POSTS} posts, ${IN_FLIGHT} calls at a time`,
  reference: { per_second: 154 },
  prepare: async (world) => {
    await fill(world);
    const ask = async (n: number) => {
      const room = world.rooms[n % world.rooms.length]!;
      const terms = n % 2 ? searchWord(n) : `${searchWord(n)} ${searchWord(n * 7 + 3)}`;
      const found = await world.http.json<{ order: string[] }>('POST', `/api/v4/teams/${world.team_id}/posts/search`, room.members[n % room.members.length]!.token, { terms, is_or_search: n % 4 === 0 });
      if (n % 2 && !found.order.length) throw new Error(`nothing was found for "${terms}"`);
    };
    return { run: async (seconds) => ({ count: await keepBusy(seconds, IN_FLIGHT, ask) }) };
  },
};

async function fill(world: World): Promise<void> {
  const missing = POSTS - world.post_count;
  const write = async () => {
    while (world.post_count < POSTS) {
      const room = world.rooms[world.post_count % world.rooms.length]!;
      await world.http.json('POST', '/api/v4/posts', room.members[0]!.token, { channel_id: room.id, message: messageText(world.post_count++) });
    }
  };
  if (missing > 0) await Promise.all(Array.from({ length: 60 }, write));
}
