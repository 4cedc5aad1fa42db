import { keepBusy, waitUntil, type Measure } from '../measure.ts';
import { Durations } from '../statistics.ts';
import { bringOnline, messageText } from '../world.ts';

const IN_FLIGHT = 50;
const MARK = Buffer.from('mark_');

/** Posts a second while two hundred people are online, and how long until each member has the message. */
export const posts: Measure = {
  name: 'posts',
  unit: 'post',
  what: `200 people online, 20 channels of 30 members, ${IN_FLIGHT} calls at a time`,
  reference: { per_second: 370, cpu_ms: 2.0, figures: { deliver_p99_ms: 201 } },
  prepare: async (world) => {
    const begun: number[] = [];
    let delivered = new Durations();
    let created = new Durations();
    const listeners = await bringOnline(world, world.people, 1, (frame) => {
      const at = frame.indexOf(MARK);
      if (at >= 0) delivered.add(performance.now() - begun[markOf(frame, at)]!);
    });
    const post = async () => {
      const mark = begun.length;
      const room = world.rooms[mark % world.rooms.length]!;
      const author = room.members[mark % room.members.length]!;
      begun.push(performance.now());
      await world.http.json('POST', '/api/v4/posts', author.token, { channel_id: room.id, message: `${messageText(world.post_count++)} mark_${mark}.` });
      created.add(performance.now() - begun[mark]!);
    };
    return {
      run: async (seconds) => {
        [created, delivered] = [new Durations(), new Durations()];
        const count = await keepBusy(seconds, IN_FLIGHT, post);
        await waitUntil(() => delivered.count >= count * world.rooms[0]!.members.length, 1000); // the last frames are still on their way
        return { count, figures: { ...named('create', created), ...named('deliver', delivered), delivered_share: delivered.count / (count * world.rooms[0]!.members.length) } };
      },
      end: () => listeners.forEach((l) => l.close()),
    };
  },
};

function markOf(frame: Buffer, at: number): number {
  let mark = 0;
  for (let i = at + MARK.length; frame[i]! >= 48 && frame[i]! <= 57; i++) mark = mark * 10 + frame[i]! - 48;
  return mark;
}

function named(name: string, durations: Durations): Record<string, number> {
  const { p50, p95, p99 } = durations.percentiles();
  return { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95, [`${name}_p99_ms`]: p99 };
}
