import type { Ctx } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import { findPost, postEdited, presentPosts, touchPost, type PostDraft } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { knownLinks, lookAtLink } from './link-metadata.ts';
import { firstLink, permalinkOf, picturesOf } from './links.rules.ts';
import { enableLinkPreviews } from './previews.settings.ts';

/** Looks beside the request what a post links to; who reads it is told again once that is known. */
export async function lookAtLinks(ctx: Ctx, post: Post): Promise<void> {
  const url = firstLink(post.message);
  if (!url || permalinkOf(url, ctx.app.site_url) || post.type.startsWith('system_') || !ctx.settings.get(enableLinkPreviews)) return;
  const fresh = await Promise.all([url, ...picturesOf(post.message)].map((one) => lookAtLink(ctx, one)));
  const found = (await knownLinks(ctx.app, [url])).get(url);
  const pictures = found?.type === 'opengraph' ? (found.data.images ?? []).flatMap((image) => image.url ?? []) : [];
  fresh.push(...(await Promise.all(pictures.map((one) => lookAtLink(ctx, one)))));
  if (!fresh.some(Boolean)) return; // the answer of the create showed it already, or there is nothing to show
  const now = ctx.app.clock();
  await touchPost(ctx.db, post.id, now);
  const shown = await findPost(ctx.db, post.id);
  if (!shown) return;
  await presentPosts(ctx, [shown]);
  ctx.emit(postEdited, { post: shown, is_reworded: false });
}

/** Notes to which post a new one links; nobody can claim it who may not read it. */
export async function notePermalink(ctx: Ctx, draft: PostDraft): Promise<void> {
  delete draft.props['previewed_post'];
  const post_id = permalinkOf(firstLink(draft.message), ctx.app.site_url);
  if (!post_id) return;
  const post = await findPost(ctx.db, post_id);
  if (post && (await canReadChannel(ctx, post.channel_id))) draft.props['previewed_post'] = post_id;
}
