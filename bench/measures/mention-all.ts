import { keepBusy, type Measure } from '../measure.ts';
import { addCrowd } from '../crowd.ts';
import { messageText, type World } from '../world.ts';

/** Posts that mention everybody, one after the other, in a channel of so many members. */
function mentionAll(members: number, reference?: Measure['reference']): Measure {
  return {
    name: `all-${members}`,
    unit: 'post',
    what: `@all in a channel of ${members} members, one call at a time`,
    reference,
    prepare: async (world) => {
      const channel_id = await channelOf(world, members);
      const author = world.people[0]!;
      return {
        run: async (seconds) => ({
          count: await keepBusy(seconds, 1, async () => {
            await world.http.json('POST', '/api/v4/posts', author.token, { channel_id, message: `@all ${messageText(world.post_count++)}` });
          }),
        }),
      };
    },
  };
}

async function channelOf(world: World, members: number): Promise<string> {
  const { http, admin, team_id, people } = world;
  const ids = members > people.length ? await addCrowd(world, members - people.length) : [];
  const channel_id: string = (await http.json('POST', '/api/v4/channels', admin.token, { team_id, name: `all-${members}`, display_name: `All ${members}`, type: 'O' })).id;
  const user_ids = [...people.map((p) => p.id), ...ids];
  for (let i = 0; i < user_ids.length; i += 1000) await http.json('POST', `/api/v4/channels/${channel_id}/members`, admin.token, { user_ids: user_ids.slice(i, i + 1000) });
  return channel_id;
}

export const mentionAllSmall = mentionAll(200);
export const mentionAllLarge = mentionAll(10_000, { per_second: 10 });
