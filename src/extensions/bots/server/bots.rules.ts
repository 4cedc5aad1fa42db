import { isUsername } from '#identity/users/server/feature.ts';
import { userError } from '#kernel/server/index.ts';
import { bot_limits, type BotPatch } from '../wire/index.ts';

/** Refuses names and descriptions that no bot can have. */
export function checkBot({ username, display_name, description }: BotPatch): void {
  if (typeof username === 'string' && !isUsername(username)) throw userError('model.bot.is_valid.username.app_error', 'The user name must begin with a letter and have up to 64 small letters, digits, ".", "-" or "_".');
  if (display_name && [...display_name].length > bot_limits.display_name_max) throw userError('model.bot.is_valid.user_id.app_error', `The display name can have at most ${bot_limits.display_name_max} characters.`);
  if (description && [...description].length > bot_limits.description_max) throw userError('model.bot.is_valid.description.app_error', `The description can have at most ${bot_limits.description_max} characters.`);
}

/** The address of a bot: it gets no mail, but every account needs one of its own. */
export function emailOf(username: string): string {
  return `${username}@localhost`;
}
