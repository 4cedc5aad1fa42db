import { keepBusy, type Measure } from '../measure.ts';
import type { Person, Room, World } from '../world.ts';

const IN_FLIGHT = 8;

/** What a client asks when a person opens it. */
export const startUp: Measure = {
  name: 'start-up',
  unit: 'sequence',
  what: `the 13 calls of a client's start, ${IN_FLIGHT} clients at a time`,
  reference: { per_second: 90 },
  prepare: async (world) => ({
    run: async (seconds) => ({
      count: await keepBusy(seconds, IN_FLIGHT, (n) => {
        const room = world.rooms[n % world.rooms.length]!;
        return openClient(world, room.members[n % room.members.length]!, room);
      }),
    }),
  }),
};

async function openClient({ http, team_id, people }: World, { token }: Person, room: Room): Promise<void> {
  const others = people.slice(0, 20).map((p) => p.id);
  const get = (path: string) => http.json('GET', `/api/v4/${path}`, token);
  await Promise.all([get('users/me'), get('users/me/preferences'), get('users/me/teams'), get('users/me/teams/members')]);
  await Promise.all([
    get('users/me/teams/unread?include_collapsed_threads=true'),
    get(`users/me/teams/${team_id}/channels?include_deleted=true`),
    get(`users/me/teams/${team_id}/channels/members`),
    get(`users/me/teams/${team_id}/channels/categories`),
    http.json('POST', '/api/v4/roles/names', token, ['system_user', 'team_user', 'channel_user', 'channel_admin']),
  ]);
  await Promise.all([
    http.json('POST', '/api/v4/users/ids', token, others),
    http.json('POST', '/api/v4/users/status/ids', token, others),
    get(`channels/${room.id}/posts?per_page=60`),
    get(`users/me/teams/${team_id}/threads?totalsOnly=true`),
  ]);
}
