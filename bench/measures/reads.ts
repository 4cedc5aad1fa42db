import { keepBusy, type Measure } from '../measure.ts';
import { messageText } from '../world.ts';

const IN_FLIGHT = 16;
const PAGE = 60;

/** Reads of a channel's last page. */
export const reads: Measure = {
  name: 'reads',
  unit: 'read',
  what: `GET posts of a channel, ${PAGE} a page, ${IN_FLIGHT} calls at a time`,
  reference: { per_second: 550 },
  prepare: async (world) => {
    for (const room of world.rooms) {
      const page = await world.http.json<{ order: string[] }>('GET', `/api/v4/channels/${room.id}/posts?per_page=${PAGE}`, room.members[0]!.token);
      await Promise.all(Array.from({ length: PAGE - page.order.length }, () => world.http.json('POST', '/api/v4/posts', room.members[0]!.token, { channel_id: room.id, message: messageText(world.post_count++) })));
    }
    const read = async (n: number) => {
      const room = world.rooms[n % world.rooms.length]!;
      const { status, body } = await world.http.request('GET', `/api/v4/channels/${room.id}/posts?page=0&per_page=${PAGE}`, room.members[n % room.members.length]!.token);
      if (status !== 200 || body.length < PAGE * 100) throw new Error(`a read answered ${status} with ${body.length} bytes: ${body.toString('utf8').slice(0, 200)}`);
    };
    return { run: async (seconds) => ({ count: await keepBusy(seconds, IN_FLIGHT, read) }) };
  },
};
