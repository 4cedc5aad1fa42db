import { logIn, nobody, PASSWORD, Person, signUp } from './person.ts';
import { PNG } from './png.ts';
import type { TestServer } from './server.ts';

/** The people of a scene, each outside of it in another way. Only the owner belongs to everything. */
export interface Cast {
  admin: Person;
  /** Made the team and its channels; an ordinary account. */
  owner: Person;
  readonly nobody: Person;
  /** Has a token of the time before the account was deactivated. */
  readonly deactivated: Person;
  /** Signed in, in no team. */
  outsider: Person;
  /** In the team, in none of its own channels. */
  teammate: Person;
  /** A guest of the team, in none of its own channels. */
  guest: Person;
  /** A bot that nobody invited. */
  readonly bot: Person;
}

/** A text that only the owner may ever read: if it shows up in somebody else's answer, something leaks. */
export const SECRET = 'the-vault-opens-at-nine';

let serial = 0;

/** Makes the accounts, once for a test file. */
export async function castPeople(server: TestServer): Promise<Cast> {
  const admin = await server.admin();
  const make = (name: string): Promise<Person> => signUp(server.url, name);
  const [owner, deactivated, outsider, teammate, guest] = [await make('olga'), await make('dan'), await make('otto'), await make('mia'), await make('gus')];
  await admin.put(`/users/${deactivated!.id}/active`, { active: false });
  await admin.put(`/users/${guest!.id}/roles`, { roles: 'system_guest' });
  const bot = await admin.post('/bots', { username: 'robbie', display_name: 'Robbie' });
  const { token } = await admin.post(`/users/${bot.user_id}/tokens`, { description: 'test' });
  return { admin, owner: owner!, nobody: nobody(server.url), deactivated: deactivated!, outsider: outsider!, teammate: teammate!, guest: await logIn(server.url, guest!.username), bot: new Person(server.url, { id: bot.user_id, username: 'robbie', token }) };
}

/** Where a scene plays: in a private channel or in an open one. */
export type Place = 'private' | 'open';

/** A team with channels, posts and files of the owner, made anew for each route, so that a route may destroy it. */
export class Scene {
  readonly cast: Cast;
  readonly place: Place;
  readonly team: any;
  /** The channel in which everything of this scene is. */
  readonly channel: any;
  readonly #made = new Map<string, Promise<any>>();

  constructor(cast: Cast, place: Place, team: any, channel: any) {
    this.cast = cast;
    this.place = place;
    this.team = team;
    this.channel = channel;
  }

  /** Something of this scene, made at its first use. */
  need<K extends keyof typeof PROPS>(name: K): Promise<any> {
    const known = this.#made.get(name) ?? PROPS[name](this);
    this.#made.set(name, known);
    return known;
  }
}

/** Makes the team and its channel. Who an earlier scene has logged out comes back. */
export async function makeScene(server: TestServer, cast: Cast, place: Place = 'private'): Promise<Scene> {
  await revive(server, cast);
  const { admin, owner, teammate, guest } = cast;
  const n = ++serial;
  const team = await owner.post('/teams', { name: `team-${n}`, display_name: `Team ${n}`, type: 'O' });
  await admin.post(`/teams/${team.id}/members/batch`, [teammate, guest].map(({ id }) => ({ team_id: team.id, user_id: id })));
  const channel = await owner.post('/channels', { team_id: team.id, name: `${place}-${n}`, display_name: `The ${place} channel ${n}`, type: place === 'private' ? 'P' : 'O', purpose: SECRET, header: SECRET });
  return new Scene(cast, place, team, channel);
}

// A route may have ended sessions, or the owner's account.
async function revive(server: TestServer, cast: Cast): Promise<void> {
  for (const role of ['admin', 'outsider', 'teammate', 'guest'] as const) {
    if ((await cast[role].call('GET', '/users/me')).status !== 401) continue;
    cast[role] = role === 'admin' ? await server.admin() : await logIn(server.url, cast[role].username);
  }
  const { status, body } = await cast.owner.call('GET', '/users/me');
  if (status !== 200 || body.username !== cast.owner.username || body.roles !== 'system_user') cast.owner = await signUp(server.url, `olga${++serial}`);
}

const uploaded = (scene: Scene): Promise<any> => scene.cast.owner.upload(scene.channel.id, 'secret.txt', SECRET, 'text/plain');
const say = (scene: Scene, more: Record<string, unknown> = {}): Promise<any> => scene.cast.owner.post('/posts', { channel_id: scene.channel.id, message: SECRET, ...more });

/** How to make what a route's parameters and samples name. */
const PROPS = {
  post: (scene: Scene) => say(scene),
  reply: async (scene: Scene) => say(scene, { root_id: (await scene.need('post')).id }),
  file: async (scene: Scene) => {
    const file = await uploaded(scene);
    await say(scene, { file_ids: [file.id] });
    return file;
  },
  image: async (scene: Scene) => {
    const file = await scene.cast.owner.upload(scene.channel.id, 'secret.png', PNG, 'image/png');
    await say(scene, { file_ids: [file.id] });
    return file;
  },
  acknowledged: async (scene: Scene) => {
    const post = await say(scene, { metadata: { priority: { priority: 'important', requested_ack: true } } });
    await scene.cast.owner.post(`/users/me/posts/${post.id}/ack`);
    return post;
  },
  looseFile: uploaded,
  edited: async (scene: Scene) => {
    const { id } = await say(scene);
    await scene.cast.owner.put(`/posts/${id}/patch`, { message: `${SECRET}, edited` });
    const [version] = await scene.cast.owner.get(`/posts/${id}/edit_history`);
    return { id, version };
  },
  member: async (scene: Scene) => {
    const n = ++serial;
    const person = await signUp(scene.cast.admin.url, `member${n}`);
    await scene.cast.owner.post(`/teams/${scene.team.id}/members`, { team_id: scene.team.id, user_id: person.id });
    await scene.cast.owner.post(`/channels/${scene.channel.id}/members`, { user_id: person.id });
    return person;
  },
  stranger: (scene: Scene) => signUp(scene.cast.admin.url, `stranger${++serial}`),
  newcomer: async (scene: Scene) => {
    const person = await signUp(scene.cast.admin.url, `newcomer${++serial}`);
    await scene.cast.owner.post(`/teams/${scene.team.id}/members`, { team_id: scene.team.id, user_id: person.id });
    return person;
  },
  foreigner: async (scene: Scene) => {
    const person = await signUp(scene.cast.admin.url, `foreigner${++serial}`);
    await scene.cast.admin.put(`/users/${person.id}/roles`, { roles: 'system_guest' });
    return person;
  },
  category: async (scene: Scene) => {
    const { owner } = scene.cast;
    const path = `/users/me/teams/${scene.team.id}/channels/categories`;
    await owner.get(path);
    return owner.post(path, { user_id: owner.id, team_id: scene.team.id, display_name: 'Mine', channel_ids: [scene.channel.id], type: 'custom' });
  },
  scheduled: (scene: Scene) => scene.cast.owner.post('/posts/schedule', { channel_id: scene.channel.id, message: SECRET, scheduled_at: 4_102_444_800_000 }),
  bookmark: (scene: Scene) => scene.cast.owner.post(`/channels/${scene.channel.id}/bookmarks`, { type: 'link', display_name: SECRET, link_url: 'https://example.com/' }),
  contract: async (scene: Scene) => {
    const body = { target: `command:${(await scene.need('command')).id}`, approver_ids: [scene.cast.admin.id] };
    return (await scene.cast.admin.request('POST', '/api/muster/v1/command_contracts', { body })).body;
  },
  commandRequest: async (scene: Scene) => {
    const { trigger } = await scene.need('command');
    await scene.need('contract');
    await scene.cast.owner.post('/commands/execute', { channel_id: scene.channel.id, command: `/${trigger}` });
    const [request] = (await scene.cast.admin.request('GET', '/api/muster/v1/command_requests?per_page=1')).body;
    return request;
  },
  command: (scene: Scene) => scene.cast.owner.post('/commands', { team_id: scene.team.id, trigger: `cmd${++serial}`, method: 'P', url: 'http://127.0.0.1:1/' }),
  hook: (scene: Scene) => scene.cast.owner.post('/hooks/incoming', { channel_id: scene.channel.id, display_name: 'CI', description: SECRET }),
  outgoingHook: (scene: Scene) => scene.cast.owner.post('/hooks/outgoing', { team_id: scene.team.id, trigger_words: ['polly', SECRET], callback_urls: ['http://127.0.0.1:9/'], display_name: 'Parrot', description: SECRET }),
  subscription: async (scene: Scene) => {
    const body = { team_id: scene.team.id, url: 'http://127.0.0.1:9/', events: ['team.updated'], display_name: 'Listener', description: SECRET };
    return (await scene.cast.owner.request('POST', '/api/muster/v1/subscriptions', { body })).body;
  },
  delivery: async (scene: Scene) => {
    // A call to an address that the server must not call: it is in the ledger at once, as refused.
    const { id } = await scene.need('outgoingHook');
    const channel = await scene.cast.owner.post('/channels', { team_id: scene.team.id, name: `aviary-${++serial}`, display_name: 'Aviary', type: 'O' });
    await scene.cast.owner.post('/posts', { channel_id: channel.id, message: `${SECRET} polly` });
    for (;;) {
      const { deliveries } = (await scene.cast.owner.request('GET', `/api/muster/v1/deliveries?integration_id=${id}`)).body;
      if (deliveries.length && deliveries[0].status !== 'waiting') return deliveries[0];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  emoji: async (scene: Scene) => {
    const form = new FormData();
    form.append('emoji', JSON.stringify({ name: `emoji${++serial}`, creator_id: scene.cast.owner.id }));
    form.append('image', new Blob([PNG], { type: 'image/png' }), 'dot.png');
    return scene.cast.owner.must('POST', '/emoji', undefined, { raw: form });
  },
  bot: (scene: Scene) => scene.cast.admin.post('/bots', { username: `helper${++serial}`, display_name: 'Helper' }),
  oauth_app: (scene: Scene) => scene.cast.admin.post('/oauth/apps', { name: 'Dashboard', description: '', homepage: 'https://app.example.com', callback_urls: ['https://app.example.com/callback'] }),
  token: async (scene: Scene) => {
    await scene.cast.admin.put(`/users/${scene.cast.owner.id}/roles`, { roles: 'system_user system_user_access_token' });
    return scene.cast.owner.post('/users/me/tokens', { description: 'mine' });
  },
  session: async (scene: Scene) => {
    await logIn(scene.cast.owner.url, scene.cast.owner.username, PASSWORD);
    const sessions = await scene.cast.owner.get('/users/me/sessions');
    return sessions.sort((a: any, b: any) => b.create_at - a.create_at)[0];
  },
  people: (scene: Scene) => scene.cast.owner.post('/groups', { name: `people-${++serial}`, display_name: 'People', source: 'custom', allow_reference: true, user_ids: [scene.cast.owner.id] }),
  archivedPeople: async (scene: Scene) => {
    const { id } = await scene.cast.owner.post('/groups', { name: `gone-${++serial}`, display_name: 'Gone', source: 'custom', allow_reference: true, user_ids: [] });
    return scene.cast.owner.del(`/groups/${id}`);
  },
  scheme: (scene: Scene) => scene.cast.admin.post('/schemes', { name: `scheme_${++serial}`, display_name: 'Scheme', scope: 'team' }),
  channelScheme: (scene: Scene) => scene.cast.admin.post('/schemes', { name: `scheme_${++serial}`, display_name: 'Scheme', scope: 'channel' }),
  profileField: async (scene: Scene) => {
    // There may be only a few fields, and scenes are many.
    for (const { id } of await scene.cast.admin.get('/custom_profile_attributes/fields')) await scene.cast.admin.del(`/custom_profile_attributes/fields/${id}`);
    return scene.cast.admin.post('/custom_profile_attributes/fields', { name: `Field ${++serial}`, type: 'text' });
  },
  group: async (scene: Scene) => {
    const [a, b] = [await scene.need('member'), await scene.need('newcomer')];
    return scene.cast.owner.post('/channels/group', [scene.cast.owner.id, a.id, b.id]);
  },
  archived: async (scene: Scene) => {
    const channel = await scene.cast.owner.post('/channels', { team_id: scene.team.id, name: `gone-${++serial}`, display_name: 'Gone', type: scene.place === 'private' ? 'P' : 'O', purpose: SECRET });
    await scene.cast.owner.del(`/channels/${channel.id}`);
    return channel;
  },
};
