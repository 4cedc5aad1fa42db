import type { Sample } from '../samples.ts';
import type { Scene } from '../scene.ts';
import { PARAMS } from './identity.ts';

const C = '/api/v4/channels';
const T = '/api/v4/teams/:team_id/channels';
const U = '/api/v4/users/:user_id';
const S = `${U}/teams/:team_id/channels/categories`;
const { member } = PARAMS;
const admin = 'admin' as const;
const unique = (): string => `channel-${Math.random().toString(36).slice(2, 10)}`;

const CHANNELS: Record<string, Sample> = {
  [`GET ${C}`]: { by: admin },
  [`POST ${C}`]: { body: (s) => ({ team_id: s.team.id, name: unique(), display_name: 'Another', type: s.place === 'private' ? 'P' : 'O' }) },
  [`POST ${C}/direct`]: { body: async (s) => [s.cast.owner.id, (await s.need('member')).id] },
  [`POST ${C}/group`]: { body: async (s) => [s.cast.owner.id, (await s.need('member')).id, (await s.need('stranger')).id] },
  [`POST ${C}/search`]: { by: admin, body: () => ({ term: 'a' }) },
  [`POST ${C}/group/search`]: { body: () => ({ term: 'member' }) },
  [`POST ${C}/stats/member_count`]: { body: (s) => [s.channel.id] },
  [`POST ${C}/members/:user_id/view`]: { body: (s) => ({ channel_id: s.channel.id, prev_channel_id: '' }) },
  [`POST ${C}/members/:user_id/mark_read`]: { body: (s) => [s.channel.id] },
  [`GET ${C}/:channel_id`]: {},
  [`PUT ${C}/:channel_id`]: { body: (s) => ({ id: s.channel.id, team_id: s.team.id, name: s.channel.name, display_name: 'Renamed', type: s.channel.type }) },
  [`PUT ${C}/:channel_id/patch`]: { body: () => ({ header: 'A new header' }) },
  [`PUT ${C}/:channel_id/privacy`]: { body: (s) => ({ privacy: s.place === 'private' ? 'P' : 'O' }) },
  [`DELETE ${C}/:channel_id`]: {},
  [`POST ${C}/:channel_id/restore`]: { params: { channel_id: async (s) => (await s.need('archived')).id } },
  [`POST ${C}/:channel_id/convert_to_channel`]: { params: { channel_id: async (s) => (await s.need('group')).id }, body: async (s) => ({ team_id: s.team.id, channel_id: (await s.need('group')).id, name: unique(), display_name: 'Task force' }) },
  [`POST ${C}/:channel_id/move`]: { by: admin, body: async (s) => ({ team_id: (await s.cast.admin.post('/teams', { name: unique().replace('channel', 'team'), display_name: 'Elsewhere', type: 'O' })).id, force: true }) },
  [`GET ${C}/:channel_id/stats`]: {},
  [`GET ${C}/:channel_id/timezones`]: {},
  [`GET ${C}/:channel_id/common_teams`]: { params: { channel_id: async (s) => (await s.need('group')).id } },
  [`GET ${C}/:channel_id/member_counts_by_group`]: {},
  [`GET ${C}/:channel_id/groups`]: {},
  [`GET ${C}/:channel_id/members_minus_group_members`]: { by: admin, query: async (s) => ({ group_ids: (await s.need('people')).id }) },
  'GET /api/v4/schemes/:scheme_id/channels': { by: admin, params: { scheme_id: async (s) => (await s.need('channelScheme')).id } },
  [`PUT ${C}/:channel_id/scheme`]: { by: admin, body: async (s) => ({ scheme_id: (await s.need('channelScheme')).id }) },
  [`GET ${C}/:channel_id/moderations`]: {},
  [`PUT ${C}/:channel_id/moderations/patch`]: { body: () => [{ name: 'create_post', roles: { members: true } }] },
  [`GET ${C}/:channel_id/members`]: {},
  [`POST ${C}/:channel_id/members`]: { body: async (s) => ({ user_id: (await s.need('newcomer')).id }) },
  [`POST ${C}/:channel_id/members/ids`]: { body: async (s) => [(await s.need('member')).id] },
  [`GET ${C}/:channel_id/members/:user_id`]: { params: member },
  [`DELETE ${C}/:channel_id/members/:user_id`]: { params: member },
  [`PUT ${C}/:channel_id/members/:user_id/roles`]: { params: member, body: () => ({ roles: 'channel_user' }) },
  [`PUT ${C}/:channel_id/members/:user_id/schemeRoles`]: { params: member, body: () => ({ scheme_user: true, scheme_admin: false }) },
  [`PUT ${C}/:channel_id/members/:user_id/notify_props`]: { body: (s) => ({ user_id: s.cast.owner.id, channel_id: s.channel.id, desktop: 'none' }) },
};

const OF_TEAM: Record<string, Sample> = {
  [`GET ${T}`]: {},
  [`GET ${T}/private`]: { by: admin },
  [`GET ${T}/deleted`]: {},
  [`POST ${T}/ids`]: { body: async (s) => [s.place === 'open' ? s.channel.id : (await publicChannel(s)).id] },
  [`POST ${T}/search`]: { body: () => ({ term: 'o' }) },
  [`POST ${T}/search_archived`]: { body: () => ({ term: 'o' }) },
  [`GET ${T}/autocomplete`]: { query: () => ({ name: 'o' }) },
  [`GET ${T}/search_autocomplete`]: { query: () => ({ name: 'o' }) },
  [`GET ${T}/name/:channel_name`]: {},
  ['GET /api/v4/teams/name/:team_name/channels/name/:channel_name']: {},
};

const OF_USER: Record<string, Sample> = {
  [`GET ${U}/channels`]: {},
  [`GET ${U}/channel_members`]: {},
  [`GET ${U}/channels/:channel_id/unread`]: {},
  [`GET ${U}/teams/:team_id/channels`]: {},
  [`GET ${U}/teams/:team_id/channels/members`]: {},
  [`GET ${S}`]: {},
  [`POST ${S}`]: { body: (s) => ({ user_id: s.cast.owner.id, team_id: s.team.id, display_name: 'Mine', channel_ids: [s.channel.id], type: 'custom' }) },
  [`PUT ${S}`]: { body: async (s) => [{ ...(await s.need('category')), display_name: 'Renamed' }] },
  [`GET ${S}/order`]: {},
  [`PUT ${S}/order`]: { body: async (s) => { await s.need('category'); return s.cast.owner.get(`/users/me/teams/${s.team.id}/channels/categories/order`); } },
  [`GET ${S}/:category_id`]: {},
  [`PUT ${S}/:category_id`]: { body: async (s) => ({ ...(await s.need('category')), display_name: 'Renamed' }) },
  [`DELETE ${S}/:category_id`]: {},
};

function publicChannel(s: Scene): Promise<any> {
  return s.cast.owner.get(`/teams/${s.team.id}/channels/name/town-square`);
}

export const SAMPLES_OF_CHANNELS: Record<string, Sample> = { ...CHANNELS, ...OF_TEAM, ...OF_USER };
