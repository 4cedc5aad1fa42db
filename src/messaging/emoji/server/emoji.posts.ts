import type { Ctx } from '#kernel/server/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { findCustomEmoji } from './emoji.cache.ts';

const NAME = /:([a-zA-Z0-9_+-]{1,64}):/g;

/** Adds the custom emoji of a post's texts to its metadata, so that clients need not ask for them. */
export async function addEmojiOfTexts(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  for (const post of posts) {
    const names = textsOf(post).flatMap((text) => (text.includes(':') ? [...text.matchAll(NAME)].map((match) => match[1]!) : []));
    if (names.length) addEmoji(post, await findCustomEmoji(ctx.app, names));
  }
}

/** Adds emoji to a post's metadata, each once. */
export function addEmoji(post: Post, emojis: NonNullable<NonNullable<Post['metadata']>['emojis']>): void {
  if (!emojis.length) return;
  const metadata = (post.metadata ??= {});
  const known = new Set(metadata.emojis?.map((emoji) => emoji.id));
  metadata.emojis = [...(metadata.emojis ?? []), ...emojis.filter((emoji) => !known.has(emoji.id))];
}

function textsOf(post: Post): string[] {
  const { attachments } = post.props;
  if (!Array.isArray(attachments)) return [post.message];
  const texts = attachments.flatMap((a) => (a && typeof a === 'object' ? [a.pretext, a.text, a.title, ...(Array.isArray(a.fields) ? a.fields.map((field) => field?.value) : [])] : []));
  return [post.message, ...texts.filter((text): text is string => typeof text === 'string')];
}
