import { getTeam } from '#identity/teams/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { canReadChannel, getChannel } from '#messaging/channels/server/feature.ts';
import { POST_COLUMNS, toPost } from '#messaging/posts/server/feature.ts';
import type { Post, PostEmbed, PostImage, PreviewPost } from '#messaging/posts/wire/index.ts';
import { knownLinks } from './link-metadata.ts';
import { firstLink, permalinkOf, picturesOf } from './links.rules.ts';
import { enableLinkPreviews, enablePermalinkPreviews } from './previews.settings.ts';

/** Shows under posts what is behind their first link, and how large their pictures are. */
export async function addEmbeds(ctx: Ctx, posts: readonly Post[]): Promise<void> {
  const linked = posts.flatMap((post) => {
    const url = post.delete_at ? '' : firstLink(post.message);
    return url ? [{ post, url, post_id: permalinkOf(url, ctx.app.site_url), pictures: picturesOf(post.message) }] : [];
  });
  if (!linked.length) return;
  if (ctx.settings.get(enablePermalinkPreviews)) await addPermalinks(ctx, linked.filter(({ post_id }) => post_id));
  if (ctx.settings.get(enableLinkPreviews)) await addPages(ctx, linked.filter(({ post_id }) => !post_id));
}

async function addPages(ctx: Ctx, linked: readonly { post: Post; url: string; pictures: readonly string[] }[]): Promise<void> {
  const known = await knownLinks(ctx.app, linked.flatMap(({ url, pictures }) => [url, ...pictures]));
  const images_of_pages = [...known.values()].flatMap((m) => (m.type === 'opengraph' ? (m.data.images ?? []).flatMap((image) => image.url ?? []) : []));
  const measured = await knownLinks(ctx.app, images_of_pages);
  for (const { post, url, pictures } of linked) {
    const found = known.get(url);
    const images: Record<string, PostImage> = {};
    for (const picture of [url, ...pictures]) {
      const metadata = known.get(picture);
      if (metadata?.type === 'image') images[picture] = metadata.data;
    }
    if (found?.type === 'opengraph') {
      for (const { url: picture } of found.data.images ?? []) {
        const metadata = picture ? measured.get(picture) : undefined;
        if (metadata?.type === 'image') images[picture!] = metadata.data;
      }
    }
    const metadata = (post.metadata ??= {});
    if (Object.keys(images).length) metadata.images = images;
    // Cards of integrations come first; what they link to is theirs to show.
    if (metadata.embeds?.length) continue;
    const embed: PostEmbed | undefined = found?.type === 'opengraph' ? { type: 'opengraph', url, data: found.data } : found?.type === 'image' ? { type: 'image', url } : found ? { type: 'link', url } : undefined;
    if (embed) metadata.embeds = [embed];
  }
}

async function addPermalinks(ctx: Ctx, linked: readonly { post: Post; post_id: string }[]): Promise<void> {
  const wanted = linked.filter(({ post }) => !post.metadata?.embeds?.length);
  if (!wanted.length) return;
  const rows = await ctx.db.rows<Post>(`SELECT ${POST_COLUMNS} FROM posts p WHERE p.id = ANY($1) AND p.delete_at = 0`, [wanted.map(({ post_id }) => post_id)]);
  await getUsers(ctx.app, rows.map((row) => row.user_id));
  for (const { post, post_id } of wanted) {
    const row = rows.find((r) => r.id === post_id);
    if (row && (await mayShow(ctx, row, post))) (post.metadata ??= {}).embeds = [{ type: 'permalink', data: await previewOf(ctx, row) }];
  }
}

// Readers see what they may read. What the server itself shows goes to many: only what all of them can read.
async function mayShow(ctx: Ctx, shown: Post, under: Post): Promise<boolean> {
  if (shown.channel_id === under.channel_id) return true;
  return ctx.actor.user_id !== '' && canReadChannel(ctx, shown.channel_id);
}

async function previewOf(ctx: Ctx, row: Post): Promise<PreviewPost> {
  const channel = await getChannel(ctx.app, row.channel_id);
  const team = channel?.team_id ? await getTeam(ctx.app, channel.team_id) : undefined;
  // What is in a preview has none of its own.
  const { attachments: _attachments, ...props } = row.props;
  return { post_id: row.id, post: toPost({ ...row, props, reply_count: 0 }), team_name: team?.name ?? '', channel_display_name: channel?.display_name ?? '', channel_type: channel?.type ?? 'O', channel_id: row.channel_id };
}
