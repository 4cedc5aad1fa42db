import type { Sample } from '../samples.ts';
import type { Scene } from '../scene.ts';
import { PARAMS } from './identity.ts';

const H = '/api/v4/hooks/incoming';
const M = '/api/muster/v1/hooks/incoming';
const postOfHook = async (s: Scene) => (await s.cast.owner.request('POST', `/api/muster/v1/hooks/incoming/${(await s.need('hook')).id}/test`, { body: {} })).body.post_id;
const B = '/api/v4/bots';
const admin = 'admin' as const;

// Nobody listens there, and the guarded client would not call it anyway: everything up to the call is the server's own.
const NOWHERE = 'http://127.0.0.1:1/';

const WEBHOOKS: Record<string, Sample> = {
  [`GET ${H}`]: { by: admin },
  [`POST ${H}`]: { body: (s) => ({ channel_id: s.channel.id, display_name: 'CI' }) },
  [`GET ${H}/:hook_id`]: {},
  [`PUT ${H}/:hook_id`]: { body: async (s) => ({ id: (await s.need('hook')).id, channel_id: s.channel.id, display_name: 'CI 2' }) },
  [`DELETE ${H}/:hook_id`]: {},
  ['POST /hooks/:hook_id']: { body: () => ({ text: 'build 42 is green' }) },
  ['PATCH /hooks/:hook_id/posts/:post_id']: { params: { post_id: postOfHook }, body: () => ({ text: 'build 42 is red' }) },
  ['DELETE /hooks/:hook_id/posts/:post_id']: { params: { post_id: postOfHook } },
  'GET /api/muster/v1/hooks/vendors': {},
  [`GET ${M}/:hook_id/options`]: {},
  [`PATCH ${M}/:hook_id/options`]: { body: () => ({ mapping: '{"text": title}', calls_per_minute: 600 }) },
  [`POST ${M}/:hook_id/preview`]: { body: () => ({ mapping: '{"text": title}', payload: { title: 'it works' } }) },
  [`POST ${M}/:hook_id/rotate`]: {},
  [`POST ${M}/:hook_id/test`]: {},
};

const O = '/api/v4/hooks/outgoing';
const outgoing = { hook_id: async (s: Scene) => (await s.need('outgoingHook')).id };
const OUTGOING: Record<string, Sample> = {
  [`GET ${O}`]: { by: admin },
  [`POST ${O}`]: { body: (s) => ({ team_id: s.team.id, trigger_words: ['polly'], callback_urls: ['https://receiver.example/'], display_name: 'Parrot' }) },
  [`GET ${O}/:hook_id`]: { params: outgoing },
  [`PUT ${O}/:hook_id`]: { params: outgoing, body: async (s) => ({ id: (await s.need('outgoingHook')).id, trigger_words: ['polly'], callback_urls: ['https://receiver.example/'], display_name: 'Parrot 2' }) },
  [`DELETE ${O}/:hook_id`]: { params: outgoing },
  [`POST ${O}/:hook_id/regen_token`]: { params: outgoing },
};

const S = '/api/muster/v1/subscriptions';
const SUBSCRIPTIONS: Record<string, Sample> = {
  [`GET ${S}`]: {},
  [`POST ${S}`]: { body: (s) => ({ team_id: s.team.id, url: 'https://receiver.example/', events: ['post.*'] }) },
  [`GET ${S}/events`]: {},
  [`GET ${S}/:subscription_id`]: {},
  [`PATCH ${S}/:subscription_id`]: { body: () => ({ is_enabled: false }) },
  [`DELETE ${S}/:subscription_id`]: {},
  [`POST ${S}/:subscription_id/regen_secret`]: {},
  [`POST ${S}/:subscription_id/test`]: {},
};

const C = '/api/v4/commands';
const command = (more: object = {}) => ({ trigger: `c${Math.random().toString(36).slice(2, 8)}`, method: 'P', url: NOWHERE, ...more });

const COMMANDS: Record<string, Sample> = {
  [`GET ${C}`]: { query: (s) => ({ team_id: s.team.id }) },
  [`POST ${C}`]: { body: (s) => command({ team_id: s.team.id }) },
  [`GET ${C}/:command_id`]: {},
  [`PUT ${C}/:command_id`]: { body: () => command() },
  [`DELETE ${C}/:command_id`]: {},
  [`PUT ${C}/:command_id/move`]: { body: (s) => ({ team_id: s.team.id }) },
  [`PUT ${C}/:command_id/regen_token`]: {},
  // The address is made for one call of a command.
  'POST /hooks/commands/:answer_id': { params: { answer_id: () => 'a'.repeat(26) }, body: () => ({ text: 'done' }), status: 404 },
  'POST /api/v4/commands/execute': { body: (s) => ({ channel_id: s.channel.id, command: '/shrug well' }) },
  'GET /api/v4/teams/:team_id/commands/autocomplete': {},
  'GET /api/v4/teams/:team_id/commands/autocomplete_suggestions': { query: () => ({ user_input: '/aw' }) },
};

const D = '/api/muster/v1/deliveries';
const LEDGER: Record<string, Sample> = {
  [`GET ${D}`]: {},
  [`GET ${D}/counts`]: {},
  [`GET ${D}/health`]: {},
  [`POST ${D}/replay`]: { body: () => ({ status: 'dead' }) },
  [`GET ${D}/:delivery_id`]: {},
  [`POST ${D}/:delivery_id/replay`]: {},
};

const filled = (s: Scene) => ({ url: NOWHERE, callback_id: 'c', channel_id: s.channel.id, team_id: s.team.id, submission: { reason: 'x' } });

const INTERACTIONS: Record<string, Sample> = {
  'POST /api/v4/posts/:post_id/actions/:action': {
    params: {
      action: () => 'go',
      post_id: async (s) => (await s.cast.owner.post('/posts', { channel_id: s.channel.id, message: 'Go?', props: { attachments: [{ actions: [{ id: 'go', name: 'Go', integration: { url: NOWHERE } }] }] } })).id,
    },
    body: () => ({ selected_option: '' }),
    status: 400,
  },
  // A trigger is given to integrations only.
  'POST /api/v4/actions/dialogs/open': { body: () => ({ trigger_id: 'none', url: NOWHERE, dialog: { title: 'Why?' } }), status: 400 },
  'POST /api/v4/actions/dialogs/submit': { body: filled, status: 400 },
  'POST /api/v4/actions/dialogs/lookup': { body: filled, status: 400 },
};

const K = '/api/muster/v1/command_contracts';
const R = '/api/muster/v1/command_requests/:request_id';
// Who asks for a command is not who approves it: the owner of the scene asks, the administrator decides.
const asked = { request_id: async (s: Scene) => (await s.need('commandRequest')).id };

const CONTRACTS: Record<string, Sample> = {
  [`GET ${K}`]: { by: admin },
  [`POST ${K}`]: { by: admin, body: async (s) => ({ target: `command:${(await s.need('command')).id}` }) },
  [`PUT ${K}/:contract_id`]: { by: admin, body: async (s) => ({ target: `command:${(await s.need('command')).id}` }) },
  [`DELETE ${K}/:contract_id`]: { by: admin },
  'GET /api/muster/v1/command_requests': { by: admin },
  [`POST ${R}/approve`]: { by: admin, params: asked },
  [`POST ${R}/decline`]: { by: admin, params: asked },
  [`POST ${R}/cancel`]: { params: asked },
};

const BOTS: Record<string, Sample> = {
  [`GET ${B}`]: { by: admin },
  [`POST ${B}`]: { by: admin, body: () => ({ username: `bot${Math.random().toString(36).slice(2, 8)}`, display_name: 'Helper' }) },
  [`GET ${B}/:bot_user_id`]: { by: admin },
  [`PUT ${B}/:bot_user_id`]: { by: admin, body: () => ({ username: `bot${Math.random().toString(36).slice(2, 8)}`, display_name: 'Helper 2' }) },
  [`POST ${B}/:bot_user_id/disable`]: { by: admin },
  [`POST ${B}/:bot_user_id/enable`]: { by: admin },
  [`POST ${B}/:bot_user_id/assign/:user_id`]: { by: admin, params: PARAMS.stranger },
  [`POST ${B}/:bot_user_id/convert_to_user`]: { by: admin, body: () => ({ password: 'User-Pass-5' }) },
};

export const SAMPLES_OF_EXTENSIONS: Record<string, Sample> = { ...WEBHOOKS, ...OUTGOING, ...SUBSCRIPTIONS, ...COMMANDS, ...CONTRACTS, ...INTERACTIONS, ...LEDGER, ...BOTS };
