import { formOf } from '../form.ts';
import { PNG } from '../png.ts';
import type { Sample } from '../samples.ts';
import type { Scene } from '../scene.ts';

const P = '/api/v4/posts';
const U = '/api/v4/users/:user_id';
const TH = `${U}/teams/:team_id/threads`;
const F = '/api/v4/files';
const E = '/api/v4/emoji';
const admin = 'admin' as const;
const post_id = async (s: Scene): Promise<string> => (await s.need('post')).id;

const POSTS: Record<string, Sample> = {
  [`POST ${P}`]: { body: (s) => ({ channel_id: s.channel.id, message: 'Good morning' }) },
  [`POST ${P}/ephemeral`]: { by: admin, body: (s) => ({ user_id: s.cast.owner.id, post: { channel_id: s.channel.id, message: 'only you' } }) },
  [`POST ${P}/ids`]: { body: async (s) => [await post_id(s)] },
  [`GET ${P}/:post_id`]: {},
  [`PUT ${P}/:post_id`]: { body: async (s) => ({ id: await post_id(s), message: 'changed' }) },
  [`PUT ${P}/:post_id/patch`]: { body: () => ({ message: 'changed' }) },
  [`DELETE ${P}/:post_id`]: {},
  [`GET ${P}/:post_id/thread`]: {},
  [`GET ${P}/:post_id/info`]: {},
  [`GET ${P}/:post_id/edit_history`]: { params: { post_id: async (s) => (await s.need('edited')).id } },
  [`POST ${P}/:post_id/pin`]: {},
  [`POST ${P}/:post_id/unpin`]: {},
  [`POST ${P}/:post_id/move`]: { by: admin, body: (s) => ({ channel_id: s.channel.id }) },
  [`POST ${P}/:post_id/restore/:restore_version_id`]: { params: { post_id: async (s) => (await s.need('edited')).id, restore_version_id: async (s) => (await s.need('edited')).version.id } },
  ['GET /api/v4/channels/:channel_id/posts']: {},
  ['GET /api/v4/channels/:channel_id/pinned']: {},
  [`GET ${U}/channels/:channel_id/posts/unread`]: {},
  [`GET ${U}/posts/flagged`]: {},
  [`POST ${U}/posts/:post_id/set_unread`]: { body: () => ({ collapsed_threads_supported: true }) },
  [`POST ${U}/posts/:post_id/reminder`]: { body: () => ({ target_time: 4_102_444_800 }) },
  [`POST ${U}/posts/:post_id/ack`]: {},
  [`DELETE ${U}/posts/:post_id/ack`]: { params: { post_id: async (s) => (await s.need('acknowledged')).id } },
  [`POST ${U}/typing`]: { body: (s) => ({ channel_id: s.channel.id, parent_id: '' }) },
};

const THREADS: Record<string, Sample> = {
  [`GET ${TH}`]: {},
  [`PUT ${TH}/read`]: {},
  [`GET ${TH}/:thread_id`]: {},
  [`PUT ${TH}/:thread_id/following`]: {},
  [`DELETE ${TH}/:thread_id/following`]: {},
  [`PUT ${TH}/:thread_id/read/:timestamp`]: { params: { timestamp: () => '1700000000000' } },
  [`POST ${TH}/:thread_id/set_unread/:post_id`]: { params: { post_id: async (s) => (await s.need('reply')).id } },
};

const REACTIONS: Record<string, Sample> = {
  ['POST /api/v4/reactions']: { body: async (s) => ({ user_id: s.cast.owner.id, post_id: await post_id(s), emoji_name: 'rocket' }) },
  [`GET ${P}/:post_id/reactions`]: {},
  [`POST ${P}/ids/reactions`]: { body: async (s) => [await post_id(s)] },
  [`DELETE ${U}/posts/:post_id/reactions/:emoji_name`]: { params: { emoji_name: () => 'rocket' } },
};

const image = { file_id: async (s: Scene): Promise<string> => (await s.need('image')).id };
const FILES: Record<string, Sample> = {
  'POST /api/v4/uploads': { body: (s) => ({ channel_id: s.channel.id, filename: 'plan.txt', file_size: 8 }) },
  'GET /api/v4/uploads/:upload_id': { params: { upload_id } },
  'POST /api/v4/uploads/:upload_id': { params: { upload_id }, form: () => formOf('data', 'plan.txt', 'the plan', 'text/plain') },
  'GET /api/v4/users/:user_id/uploads': {},
  [`POST ${F}`]: { form: (s) => formOf('files', 'plan.txt', 'the plan', 'text/plain', { channel_id: s.channel.id }) },
  [`POST ${F}/search`]: { body: () => ({ terms: 'secret', is_or_search: false }) },
  [`GET ${F}/:file_id`]: {},
  [`HEAD ${F}/:file_id`]: {},
  [`GET ${F}/:file_id/info`]: {},
  [`GET ${F}/:file_id/link`]: {},
  [`GET ${F}/:file_id/preview`]: { params: image },
  [`HEAD ${F}/:file_id/preview`]: { params: image },
  [`GET ${F}/:file_id/thumbnail`]: { params: image },
  [`HEAD ${F}/:file_id/thumbnail`]: { params: image },
  ['GET /files/:file_id/public']: { query: () => ({ h: 'x' }), status: 400 }, // a wrong signature
  ['HEAD /files/:file_id/public']: { query: () => ({ h: 'x' }), status: 400 }, // a wrong signature
  [`GET ${P}/:post_id/files/info`]: {},
};

const DRAFTS: Record<string, Sample> = {
  ['POST /api/v4/drafts']: { body: (s) => ({ channel_id: s.channel.id, root_id: '', message: 'unfinished' }) },
  [`GET ${U}/teams/:team_id/drafts`]: {},
  [`DELETE ${U}/channels/:channel_id/drafts`]: {},
  [`DELETE ${U}/channels/:channel_id/drafts/:thread_id`]: {},
};

const SCHEDULED: Record<string, Sample> = {
  [`POST ${P}/schedule`]: { body: (s) => ({ channel_id: s.channel.id, message: 'later', scheduled_at: 4_102_444_800_000 }) },
  [`PUT ${P}/schedule/:scheduled_post_id`]: { body: (s) => ({ channel_id: s.channel.id, message: 'still later', scheduled_at: 4_102_444_900_000 }) },
  [`DELETE ${P}/schedule/:scheduled_post_id`]: {},
  [`GET ${P}/scheduled/team/:team_id`]: {},
};

const B = '/api/v4/channels/:channel_id/bookmarks';
const BOOKMARKS: Record<string, Sample> = {
  [`GET ${B}`]: {},
  [`POST ${B}`]: { body: () => ({ type: 'link', display_name: 'Runbook', link_url: 'https://example.com/' }) },
  [`PATCH ${B}/:bookmark_id`]: { body: () => ({ display_name: 'Run book' }) },
  [`POST ${B}/:bookmark_id/sort_order`]: { body: () => 0 },
  [`DELETE ${B}/:bookmark_id`]: {},
};

const PREVIEWS: Record<string, Sample> = {
  ['GET /api/v4/image']: { query: () => ({ url: 'https://example.invalid/a.png' }), status: 400 }, // the proxy is switched off
};

const SEARCH: Record<string, Sample> = {
  [`POST ${P}/search`]: { body: () => ({ terms: 'vault', is_or_search: false }) },
  ['POST /api/v4/teams/:team_id/posts/search']: { body: () => ({ terms: 'vault', is_or_search: false }) },
  ['POST /api/v4/teams/:team_id/files/search']: { body: () => ({ terms: 'secret', is_or_search: false }) },
};

const emojiForm = (s: Scene): FormData => formOf('image', 'dot.png', PNG, 'image/png', { emoji: JSON.stringify({ name: `sample${Math.random().toString(36).slice(2, 8)}`, creator_id: s.cast.owner.id }) });
const EMOJI: Record<string, Sample> = {
  [`GET ${E}`]: {},
  [`POST ${E}`]: { form: emojiForm },
  [`GET ${E}/autocomplete`]: { query: () => ({ name: 'em' }) },
  [`POST ${E}/search`]: { body: () => ({ term: 'em' }) },
  [`POST ${E}/names`]: { body: async (s) => [(await s.need('emoji')).name] },
  [`GET ${E}/name/:emoji_name`]: {},
  [`GET ${E}/:emoji_id`]: {},
  [`GET ${E}/:emoji_id/image`]: {},
  [`DELETE ${E}/:emoji_id`]: {},
};

async function upload_id({ cast, channel }: Scene): Promise<string> {
  return (await cast.owner.post<{ id: string }>('/uploads', { channel_id: channel.id, filename: 'plan.txt', file_size: 8 })).id;
}

export const SAMPLES_OF_POSTS: Record<string, Sample> = { ...POSTS, ...THREADS, ...REACTIONS, ...FILES, ...DRAFTS, ...SCHEDULED, ...BOOKMARKS, ...PREVIEWS, ...SEARCH, ...EMOJI };
