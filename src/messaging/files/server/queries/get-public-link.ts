import { z } from 'zod';
import { fields, query, userError } from '#kernel/server/index.ts';
import { loadFile, readsFile } from '../files.permissions.ts';
import { signLink } from '../files.rules.ts';
import { enablePublicLink, publicLinkSalt } from '../files.settings.ts';

/** A link to a file that works without signing in. */
export const getPublicLink = query({
  name: 'get-public-link',
  summary: 'Make a link to a file that works without signing in.',
  input: z.object({ file_id: fields.id() }),
  permission: readsFile,
  run: async (ctx, { file_id }) => {
    if (!ctx.settings.get(enablePublicLink)) throw userError('api.file.get_public_link.disabled.app_error', 'Public links are switched off on this server (FileSettings.EnablePublicLink).', 403);
    const file = await loadFile(ctx, file_id);
    if (!file.post_id) throw userError('api.file.get_public_link.no_post.app_error', 'Only files of a message can have a public link. Post the file first.');
    return { link: `${ctx.app.site_url}/files/${file.id}/public?h=${signLink(file.id, ctx.settings.get(publicLinkSalt))}` };
  },
});
