import { answerOk, readForm, route, userError, type Ctx, type HttpReply, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import { emoji_image_bytes_max } from '../wire/index.ts';
import { createEmoji, readEmojiForm } from './actions/create-emoji.ts';
import { deleteEmoji } from './actions/delete-emoji.ts';
import { imagePath } from './emoji.read.ts';
import { autocompleteEmoji } from './queries/autocomplete-emoji.ts';
import { getEmojiByName } from './queries/get-emoji-by-name.ts';
import { getEmojiByNames } from './queries/get-emoji-by-names.ts';
import { getEmojiImage } from './queries/get-emoji-image.ts';
import { getEmoji } from './queries/get-emoji.ts';
import { listEmoji } from './queries/list-emoji.ts';
import { searchEmoji } from './queries/search-emoji.ts';

async function sendImage(emoji: { id: string; image_type: string }, reply: HttpReply, _request: HttpRequest, ctx: Ctx): Promise<unknown> {
  if ((await ctx.app.files.size(imagePath(emoji.id))) === undefined) throw userError('api.emoji.get_image.read.app_error', 'The picture of this emoji is gone from the file store.', 404);
  reply.type(emoji.image_type).headers({ 'cache-control': 'max-age=2592000, private', 'x-content-type-options': 'nosniff' });
  return ctx.app.files.read(imagePath(emoji.id));
}

export const emojiRoutes: Routes = {
  'GET /api/v4/emoji': listEmoji,
  'POST /api/v4/emoji': route({ action: createEmoji, is_streamed: true, read: async (request) => readEmojiForm(await readForm(request, 'image', emoji_image_bytes_max)) as never }),
  'GET /api/v4/emoji/autocomplete': autocompleteEmoji,
  'POST /api/v4/emoji/search': searchEmoji,
  'POST /api/v4/emoji/names': { action: getEmojiByNames, body: 'names' },
  'GET /api/v4/emoji/name/:emoji_name': getEmojiByName,
  'GET /api/v4/emoji/:emoji_id': getEmoji,
  'DELETE /api/v4/emoji/:emoji_id': { action: deleteEmoji, answer: answerOk },
  'GET /api/v4/emoji/:emoji_id/image': route({ action: getEmojiImage, answer: sendImage }),
};
