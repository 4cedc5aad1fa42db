import { keepBusy, waitUntil, type Measure } from '../measure.ts';
import { bringOnline, messageText } from '../world.ts';

const SOCKETS = 1000;
const IN_FLIGHT = 8;
const POSTED = Buffer.from('"event":"posted"');

/** Events to a thousand connections in one channel. */
export const fanOut: Measure = {
  name: 'fan-out',
  unit: 'event',
  what: `posts to ${SOCKETS} connections in one channel, ${IN_FLIGHT} calls at a time`,
  reference: { per_second: 47_000, cpu_ms: 0.021 },
  prepare: async (world) => {
    const { http, admin, team_id, people } = world;
    let received = 0;
    const channel = await http.json<{ id: string }>('GET', `/api/v4/teams/${team_id}/channels/name/town-square`, admin.token);
    const listeners = await bringOnline(world, people, SOCKETS / people.length, (frame) => {
      if (frame.includes(POSTED)) received++;
    });
    return {
      run: async (seconds) => {
        received = 0;
        const posts = await keepBusy(seconds, IN_FLIGHT, async (n) => {
          await http.json('POST', '/api/v4/posts', people[n % people.length]!.token, { channel_id: channel.id, message: messageText(world.post_count++) });
        });
        await waitUntil(() => received >= posts * SOCKETS, 5000);
        return { count: received, figures: { delivered_share: received / (posts * SOCKETS) } };
      },
      end: () => listeners.forEach((l) => l.close()),
    };
  },
};
