import { z } from 'zod';
import { query, signedIn, userError, type Ctx } from '#kernel/server/index.ts';
import { toFileInfo } from '#messaging/files/server/feature.ts';
import type { FileSearchResults } from '#messaging/files/wire/index.ts';
import { findFiles } from '../search.files.ts';
import { searchFields, searchOf } from '../search.input.ts';
import type { PostSearch } from '../search.posts.ts';
import { enableFileSearch } from '../search.settings.ts';

/** Looks for files in all teams of the actor. */
export const searchFiles = query({
  name: 'search-files',
  summary: 'Search files in all your teams.',
  input: z.object(searchFields),
  permission: signedIn('only channels that the actor is a member of are searched'),
  run: (ctx, input) => listFoundFiles(ctx, searchOf(input, '')),
});

/** The protocol's list of the files that a search finds. */
export async function listFoundFiles(ctx: Ctx, search: PostSearch): Promise<FileSearchResults> {
  if (!ctx.settings.get(enableFileSearch)) throw userError('store.sql_file_info.search.disabled', 'The search of files is switched off on this server (ServiceSettings.EnableFileSearch).', 501);
  const rows = await findFiles(ctx, search);
  return { order: rows.map((row) => row.id), file_infos: Object.fromEntries(rows.map((row) => [row.id, toFileInfo(row)])), next_file_info_id: '', prev_file_info_id: '', first_inaccessible_file_time: 0 };
}
