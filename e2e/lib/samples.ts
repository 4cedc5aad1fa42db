import type { Scene } from './scene.ts';
import { SAMPLES_OF_CHANNELS } from './samples/channels.ts';
import { SAMPLES_OF_EXTENSIONS } from './samples/extensions.ts';
import { SAMPLES_OF_IDENTITY } from './samples/identity.ts';
import { SAMPLES_OF_OAUTH } from './samples/oauth.ts';
import { SAMPLES_OF_POSTS } from './samples/posts.ts';
import { SAMPLES_OF_SYSTEM } from './samples/system.ts';

type Made<T> = T | Promise<T>;

/** A request that succeeds for the one who may make it. */
export interface Sample {
  /** The JSON body. */
  readonly body?: (scene: Scene) => Made<unknown>;
  /** A form in its place. */
  readonly form?: (scene: Scene) => Made<FormData>;
  readonly query?: (scene: Scene) => Made<Record<string, string>>;
  /** Path parameters that are not the usual ones of a scene. */
  readonly params?: Readonly<Record<string, (scene: Scene) => Made<string>>>;
  /** Who may: the owner of the scene unless told. */
  readonly by?: 'owner' | 'admin';
  /** What they get, where it is no success: say why in a comment. */
  readonly status?: number;
}

/** One line for each route of the catalogue. A route without one fails the tests that are made from it. */
export const SAMPLES: Readonly<Record<string, Sample>> = { ...SAMPLES_OF_IDENTITY, ...SAMPLES_OF_CHANNELS, ...SAMPLES_OF_POSTS, ...SAMPLES_OF_EXTENSIONS, ...SAMPLES_OF_SYSTEM, ...SAMPLES_OF_OAUTH };

/** What a parameter stands for where a sample does not say otherwise. */
const USUAL: Readonly<Record<string, (scene: Scene) => Made<string>>> = {
  team_id: (s) => s.team.id,
  team_name: (s) => s.team.name,
  channel_id: (s) => s.channel.id,
  channel_name: (s) => s.channel.name,
  user_id: (s) => s.cast.owner.id,
  post_id: async (s) => (await s.need('post')).id,
  thread_id: async (s) => (await s.need('reply')).root_id,
  file_id: async (s) => (await s.need('file')).id,
  category_id: async (s) => (await s.need('category')).id,
  hook_id: async (s) => (await s.need('hook')).id,
  subscription_id: async (s) => (await s.need('subscription')).id,
  delivery_id: async (s) => (await s.need('delivery')).id,
  contract_id: async (s) => (await s.need('contract')).id,
  command_id: async (s) => (await s.need('command')).id,
  emoji_id: async (s) => (await s.need('emoji')).id,
  emoji_name: async (s) => (await s.need('emoji')).name,
  app_id: async (s) => (await s.need('oauth_app')).id,
  bot_user_id: async (s) => (await s.need('bot')).user_id,
  scheduled_post_id: async (s) => (await s.need('scheduled')).id,
  bookmark_id: async (s) => (await s.need('bookmark')).id,
  group_id: async (s) => (await s.need('people')).id,
  token_id: async (s) => (await s.need('token')).id,
  username: (s) => s.cast.owner.username,
  email: (s) => `${s.cast.owner.username}@example.com`,
};

/** The values of a route's path parameters in this scene. */
export async function paramsOf(names: readonly string[], sample: Sample, scene: Scene): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const make = sample.params?.[name] ?? USUAL[name];
    if (!make) throw new Error(`e2e/lib/samples.ts does not know what :${name} stands for. Add it to USUAL, or to "params" of the route's sample.`);
    values[name] = await make(scene);
  }
  return values;
}
