import { api, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ChannelBookmark } from '#messaging/bookmarks/wire/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { bookmarksState, dropBookmark, keepAll, keepBookmark, pathOf } from './bookmarks.state.ts';

/** Throws ApiError. */
export async function addLink(channel_id: Id, display_name: string, link_url: string): Promise<void> {
  keepBookmark(await api.post<ChannelBookmark>(pathOf(channel_id), { type: 'link', display_name, link_url }));
}

/** Uploads a file and puts it into the bar. */
export async function addFile(channel_id: Id, file: File): Promise<void> {
  const form = new FormData();
  form.append('channel_id', channel_id);
  form.append('files', file);
  const { file_infos } = await api.upload<{ file_infos: FileInfo[] }>('/api/v4/files', form);
  keepBookmark(await api.post<ChannelBookmark>(pathOf(channel_id), { type: 'file', display_name: [...file.name].slice(0, 64).join(''), file_id: file_infos[0]!.id }));
}

/** Throws ApiError. */
export async function changeBookmark(bookmark: ChannelBookmark, patch: Partial<Pick<ChannelBookmark, 'display_name' | 'link_url'>>): Promise<void> {
  const { updated } = await api.patch<{ updated: ChannelBookmark }>(pathOf(bookmark.channel_id, bookmark.id), patch);
  keepBookmark(updated, bookmark.id);
}

export async function removeBookmark(bookmark: ChannelBookmark): Promise<void> {
  await api.delete(pathOf(bookmark.channel_id, bookmark.id));
  dropBookmark(bookmark);
}

/** Moves it by one place; that shows at once. */
export function moveBookmark({ channel_id, id }: ChannelBookmark, by: 1 | -1): void {
  const before = bookmarksState.getState().by_channel[channel_id] ?? [];
  const from = before.findIndex((one) => one.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= before.length) return;
  const moved = [...before];
  moved.splice(to, 0, ...moved.splice(from, 1));
  keepAll(channel_id, moved.map((one, index) => ({ ...one, sort_order: index })));
  api.post<ChannelBookmark[]>(`${pathOf(channel_id, id)}/sort_order`, to).then((list) => keepAll(channel_id, list), (error: unknown) => {
    keepAll(channel_id, before);
    toast.failure(error);
  });
}
