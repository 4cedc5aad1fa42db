import { pictureForm } from '../form.ts';
import { PASSWORD } from '../person.ts';
import type { Sample } from '../samples.ts';
import type { Scene } from '../scene.ts';

const U = '/api/v4/users';
const T = '/api/v4/teams';

const stranger = { user_id: async (s: Scene): Promise<string> => (await s.need('stranger')).id };
const newcomer = { user_id: async (s: Scene): Promise<string> => (await s.need('newcomer')).id };
const foreigner = { user_id: async (s: Scene): Promise<string> => (await s.need('foreigner')).id };
const member = { user_id: async (s: Scene): Promise<string> => (await s.need('member')).id };
const admin = 'admin' as const;
const unique = (prefix: string): string => `${prefix}${Math.random().toString(36).slice(2, 10)}`;

const custom_status = { emoji: 'calendar', text: 'In a review', duration: 'date_and_time', expires_at: '2099-01-01T00:00:00Z' };
const invited = ['somebody@example.com'];

const USERS: Record<string, Sample> = {
  [`GET ${U}`]: {},
  [`POST ${U}`]: { body: () => { const username = unique('new'); return { username, email: `${username}@example.com`, password: PASSWORD }; } },
  [`DELETE ${U}`]: { by: admin, status: 501 }, // deleting everybody for good is switched off
  [`GET ${U}/autocomplete`]: { query: (s) => ({ name: 'o', in_team: s.team.id, in_channel: s.channel.id }) },
  [`GET ${U}/email/:email`]: {},
  [`POST ${U}/email/verify`]: { body: () => ({ token: 'x'.repeat(64) }), status: 400 }, // no such token
  [`POST ${U}/email/verify/send`]: { body: (s) => ({ email: `${s.cast.owner.username}@example.com` }) },
  [`POST ${U}/group_channels`]: { body: async (s) => [(await s.need('group')).id] },
  [`POST ${U}/ids`]: { body: (s) => [s.cast.owner.id] },
  [`GET ${U}/known`]: {},
  [`GET ${U}/invalid_emails`]: { by: admin, status: 400 }, // everybody may have an account
  [`POST ${U}/search`]: { body: (s) => ({ term: 'o', team_id: s.team.id }) },
  [`GET ${U}/stats`]: {},
  [`GET ${U}/stats/filtered`]: { by: admin, query: (s) => ({ in_team: s.team.id }) },
  [`GET ${U}/username/:username`]: {},
  [`POST ${U}/usernames`]: { body: (s) => [s.cast.owner.username] },
  [`GET ${U}/:user_id`]: {},
  [`PUT ${U}/:user_id`]: { body: (s) => ({ id: s.cast.owner.id, username: s.cast.owner.username, email: `${s.cast.owner.username}@example.com`, nickname: 'O' }) },
  [`DELETE ${U}/:user_id`]: { by: admin, params: stranger },
  [`PUT ${U}/:user_id/active`]: { by: admin, params: stranger, body: () => ({ active: false }) },
  [`GET ${U}/:user_id/audits`]: {},
  [`PUT ${U}/:user_id/auth`]: { by: admin, params: stranger, body: () => ({ auth_service: '', password: 'User-Pass-9' }) },
  [`POST ${U}/:user_id/convert_to_bot`]: { by: admin, params: stranger },
  [`POST ${U}/:user_id/demote`]: { by: admin, params: stranger },
  [`POST ${U}/:user_id/promote`]: { by: admin, params: foreigner },
  [`POST ${U}/:user_id/email/verify/member`]: { by: admin, params: stranger },
  [`POST ${U}/:user_id/reset_failed_attempts`]: { by: admin, params: stranger },
  [`GET ${U}/:user_id/image`]: {},
  [`POST ${U}/:user_id/image`]: { form: pictureForm },
  [`DELETE ${U}/:user_id/image`]: {},
  [`GET ${U}/:user_id/image/default`]: {},
  [`PUT ${U}/:user_id/mfa`]: { body: () => ({ activate: false }) },
  [`POST ${U}/:user_id/mfa/generate`]: {},
  [`PUT ${U}/:user_id/password`]: { body: () => ({ current_password: PASSWORD, new_password: PASSWORD }) },
  [`PUT ${U}/:user_id/patch`]: { body: () => ({ nickname: 'Olly' }) },
  [`PUT ${U}/:user_id/roles`]: { by: admin, params: stranger, body: () => ({ roles: 'system_user' }) },
  [`GET ${U}/:user_id/sessions`]: {},
  [`POST ${U}/:user_id/sessions/revoke`]: { body: async (s) => ({ session_id: (await s.need('session')).id }) },
  [`POST ${U}/:user_id/sessions/revoke/all`]: {},
  [`POST ${U}/sessions/revoke/all`]: { by: admin },
  [`PUT ${U}/sessions/device`]: { body: () => ({ device_id: 'apple:abc' }) },
  [`GET ${U}/:user_id/uploads`]: {},
  [`POST ${U}/login`]: { body: (s) => ({ login_id: s.cast.owner.username, password: PASSWORD }) },
  [`POST ${U}/login/type`]: { body: (s) => ({ login_id: s.cast.owner.username }) },
  [`POST ${U}/login/switch`]: { body: (s) => ({ current_service: 'email', new_service: 'ldap', email: `${s.cast.owner.username}@example.com`, password: PASSWORD }), status: 501 }, // there is no other service
  [`POST ${U}/login/desktop_token`]: { body: () => ({ token: 'x'.repeat(64) }), status: 401 }, // no such token
  'POST /api/muster/v1/desktop_tokens': {},
  [`POST ${U}/logout`]: {},
  [`POST ${U}/password/reset`]: { body: () => ({ token: 'x'.repeat(64), new_password: PASSWORD }), status: 400 }, // no such token
  [`POST ${U}/password/reset/send`]: { body: () => ({ email: 'nobody@example.com' }) },
  [`POST ${U}/mfa`]: { body: (s) => ({ login_id: s.cast.owner.username }) },
};

const TOKENS: Record<string, Sample> = {
  [`GET ${U}/:user_id/tokens`]: { by: admin },
  [`POST ${U}/:user_id/tokens`]: { by: admin, params: stranger, body: () => ({ description: 'ci' }) },
  [`GET ${U}/tokens`]: { by: admin },
  [`POST ${U}/tokens/search`]: { by: admin, body: () => ({ term: 'o' }) },
  [`GET ${U}/tokens/:token_id`]: { by: admin },
  [`POST ${U}/tokens/disable`]: { by: admin, body: async (s) => ({ token_id: (await s.need('token')).id }) },
  [`POST ${U}/tokens/enable`]: { by: admin, body: async (s) => ({ token_id: (await s.need('token')).id }) },
  [`POST ${U}/tokens/revoke`]: { by: admin, body: async (s) => ({ token_id: (await s.need('token')).id }) },
};

const PREFERENCES: Record<string, Sample> = {
  [`GET ${U}/:user_id/preferences`]: {},
  [`PUT ${U}/:user_id/preferences`]: { body: (s) => [{ user_id: s.cast.owner.id, category: 'display_settings', name: 'use_military_time', value: 'true' }] },
  [`POST ${U}/:user_id/preferences/delete`]: { body: (s) => [{ user_id: s.cast.owner.id, category: 'display_settings', name: 'use_military_time', value: 'true' }] },
  [`GET ${U}/:user_id/preferences/:category`]: { params: { category: () => 'tutorial_step' } },
  [`GET ${U}/:user_id/preferences/:category/name/:preference_name`]: { params: { category: () => 'tutorial_step', preference_name: (s) => s.cast.owner.id } },
};

const STATUS: Record<string, Sample> = {
  [`GET ${U}/:user_id/status`]: {},
  [`PUT ${U}/:user_id/status`]: { body: (s) => ({ user_id: s.cast.owner.id, status: 'away' }) },
  [`POST ${U}/status/ids`]: { body: (s) => [s.cast.owner.id] },
  [`PUT ${U}/:user_id/status/custom`]: { body: () => custom_status },
  [`DELETE ${U}/:user_id/status/custom`]: {},
  [`POST ${U}/:user_id/status/custom/recent/delete`]: { body: () => custom_status },
  [`DELETE ${U}/:user_id/status/custom/recent`]: { body: () => custom_status },
};

const ROLES: Record<string, Sample> = {
  'GET /api/v4/roles': { by: admin },
  'GET /api/v4/roles/:role_id': { params: { role_id: async (s) => (await s.cast.admin.get('/roles/name/system_user')).id } },
  'GET /api/v4/roles/name/:role_name': { params: { role_name: () => 'system_user' } },
  'POST /api/v4/roles/names': { body: () => ['system_user'] },
  'PUT /api/v4/roles/:role_id/patch': { by: admin, params: { role_id: async (s) => (await s.cast.admin.get('/roles/name/custom_group_user')).id }, body: () => ({ permissions: [] }) },
  'POST /api/v4/permissions/ancillary': { by: admin, body: () => ['sysconsole_read_reporting_site_statistics'] },
};

const TEAMS: Record<string, Sample> = {
  [`GET ${T}`]: {},
  [`POST ${T}`]: { body: () => ({ name: unique('team'), display_name: 'Another', type: 'O' }) },
  [`POST ${T}/search`]: { body: () => ({ term: 'team' }) },
  [`GET ${T}/name/:team_name`]: {},
  [`GET ${T}/name/:team_name/exists`]: {},
  [`GET ${T}/:team_id`]: {},
  [`PUT ${T}/:team_id`]: { body: (s) => ({ id: s.team.id, name: s.team.name, display_name: 'Renamed', type: 'O' }) },
  [`PUT ${T}/:team_id/patch`]: { body: () => ({ display_name: 'Renamed' }) },
  [`PUT ${T}/:team_id/privacy`]: { body: () => ({ privacy: 'O' }) },
  [`DELETE ${T}/:team_id`]: {},
  [`POST ${T}/:team_id/restore`]: {},
  [`GET ${T}/:team_id/stats`]: {},
  [`POST ${T}/:team_id/regenerate_invite_id`]: {},
  [`GET ${T}/:team_id/image`]: { status: 404 }, // it has none
  [`POST ${T}/:team_id/image`]: { form: pictureForm },
  [`DELETE ${T}/:team_id/image`]: {},
  [`GET ${T}/:team_id/members`]: {},
  [`POST ${T}/:team_id/members`]: { body: async (s) => ({ team_id: s.team.id, user_id: (await s.need('stranger')).id }) },
  [`POST ${T}/:team_id/members/batch`]: { body: async (s) => [{ team_id: s.team.id, user_id: (await s.need('stranger')).id }] },
  [`POST ${T}/:team_id/members/ids`]: { body: async (s) => [(await s.need('member')).id] },
  [`GET ${T}/:team_id/members/:user_id`]: { params: newcomer },
  [`DELETE ${T}/:team_id/members/:user_id`]: { params: newcomer },
  [`PUT ${T}/:team_id/members/:user_id/roles`]: { params: newcomer, body: () => ({ roles: 'team_user' }) },
  [`PUT ${T}/:team_id/members/:user_id/schemeRoles`]: { params: newcomer, body: () => ({ scheme_user: true, scheme_admin: true }) },
  [`POST ${T}/members/invite`]: { query: (s) => ({ invite_id: s.team.invite_id }) },
  [`GET ${T}/invite/:invite_id`]: { params: { invite_id: (s) => s.team.invite_id } },
  [`POST ${T}/:team_id/invite/email`]: { body: () => invited },
  [`POST ${T}/:team_id/invite-guests/email`]: { by: admin, body: (s) => ({ emails: invited, channels: [s.channel.id] }) },
  [`DELETE ${T}/invites/email`]: { by: admin },
  [`GET ${U}/:user_id/teams`]: {},
  [`GET ${U}/:user_id/teams/members`]: {},
  [`GET ${U}/:user_id/teams/unread`]: {},
  [`GET ${U}/:user_id/teams/:team_id/unread`]: {},
};

const G = '/api/v4/groups';
// A group that people made fills no team: only those of a directory do.
const syncable = { syncable_type: () => 'teams', syncable_id: (s: Scene) => s.team.id };

const CPA = '/api/v4/custom_profile_attributes';
const field_id = async (s: Scene): Promise<string> => (await s.need('profileField')).id;

const PROFILES: Record<string, Sample> = {
  [`GET ${CPA}/fields`]: {},
  [`POST ${CPA}/fields`]: { by: admin, body: () => ({ name: unique('Field '), type: 'text' }) },
  [`PATCH ${CPA}/fields/:field_id`]: { by: admin, params: { field_id }, body: () => ({ attrs: { visibility: 'always' } }) },
  [`DELETE ${CPA}/fields/:field_id`]: { by: admin, params: { field_id } },
  [`GET ${CPA}/group`]: {},
  [`PATCH ${CPA}/values`]: { body: async (s) => ({ [await field_id(s)]: 'text' }) },
  [`GET ${U}/:user_id/custom_profile_attributes`]: {},
  [`PATCH ${U}/:user_id/custom_profile_attributes`]: { body: async (s) => ({ [await field_id(s)]: 'text' }) },
  'GET /api/v4/terms_of_service': { status: 404 }, // nobody has written any
  'POST /api/v4/terms_of_service': { by: admin, body: () => ({ text: 'Be kind.' }), status: 400 }, // they are switched off
  [`GET ${U}/:user_id/terms_of_service`]: { status: 404 },
  [`POST ${U}/:user_id/terms_of_service`]: { body: (s) => ({ termsOfServiceId: s.cast.owner.id, accepted: true }), status: 404 },
};

const scheme_id = async (s: Scene): Promise<string> => (await s.need('scheme')).id;

const SCHEMES: Record<string, Sample> = {
  'GET /api/v4/schemes': { by: admin },
  'POST /api/v4/schemes': { by: admin, body: () => ({ name: unique('s_'), display_name: 'Scheme', scope: 'team' }) },
  'GET /api/v4/schemes/:scheme_id': { by: admin, params: { scheme_id } },
  'PUT /api/v4/schemes/:scheme_id/patch': { by: admin, params: { scheme_id }, body: () => ({ display_name: 'Renamed' }) },
  'DELETE /api/v4/schemes/:scheme_id': { by: admin, params: { scheme_id } },
  'GET /api/v4/schemes/:scheme_id/teams': { by: admin, params: { scheme_id } },
  [`PUT ${T}/:team_id/scheme`]: { by: admin, body: async (s) => ({ scheme_id: await scheme_id(s) }) },
};

const GROUPS: Record<string, Sample> = {
  [`GET ${G}`]: { query: () => ({ q: 'g', include_member_ids: 'true' }) },
  [`POST ${G}`]: { body: (s) => ({ name: unique('g'), display_name: 'Group', source: 'custom', allow_reference: true, user_ids: [s.cast.owner.id] }) },
  [`POST ${G}/names`]: { body: async (s) => [(await s.need('people')).name] },
  [`GET ${G}/:group_id`]: {},
  [`PUT ${G}/:group_id/patch`]: { body: () => ({ display_name: 'Renamed' }) },
  [`DELETE ${G}/:group_id`]: {},
  [`POST ${G}/:group_id/restore`]: { params: { group_id: async (s) => (await s.need('archivedPeople')).id } },
  [`GET ${G}/:group_id/stats`]: { by: admin },
  [`GET ${G}/:group_id/members`]: {},
  [`POST ${G}/:group_id/members`]: { body: (s) => ({ user_ids: [s.cast.owner.id] }) },
  [`DELETE ${G}/:group_id/members`]: { body: (s) => ({ user_ids: [s.cast.owner.id] }) },
  [`GET ${G}/:group_id/:syncable_type`]: { by: admin, params: { syncable_type: () => 'teams' } },
  [`GET ${G}/:group_id/:syncable_type/:syncable_id`]: { by: admin, params: syncable, status: 404 },
  [`POST ${G}/:group_id/:syncable_type/:syncable_id/link`]: { by: admin, params: syncable, body: () => ({ auto_add: false, scheme_admin: false }), status: 400 },
  [`DELETE ${G}/:group_id/:syncable_type/:syncable_id/link`]: { by: admin, params: syncable, status: 400 },
  [`PUT ${G}/:group_id/:syncable_type/:syncable_id/patch`]: { by: admin, params: syncable, body: () => ({ auto_add: false }), status: 400 },
  [`GET ${T}/:team_id/groups`]: {},
  [`GET ${T}/:team_id/groups_by_channels`]: {},
  [`GET ${T}/:team_id/members_minus_group_members`]: { by: admin, query: async (s) => ({ group_ids: (await s.need('people')).id }) },
  [`GET ${U}/:user_id/groups`]: {},
};

export const SAMPLES_OF_IDENTITY: Record<string, Sample> = { ...GROUPS, ...SCHEMES, ...PROFILES, ...USERS, ...TOKENS, ...PREFERENCES, ...STATUS, ...ROLES, ...TEAMS };
export const PARAMS = { stranger, newcomer, member };
