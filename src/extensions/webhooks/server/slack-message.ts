import { getUsers } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { MessageAttachment } from '#messaging/posts/wire/index.ts';
import { attachmentFromSlack, fromSlack, peopleIn, textsOf } from './slack-text.ts';

/** A text and attachments in Slack's markup as Markdown; people are named whom this server knows. */
export async function markdownFromSlack(ctx: Ctx, text: string, attachments: readonly object[]): Promise<{ text: string; attachments: Partial<MessageAttachment>[] }> {
  const slack = attachments as readonly Partial<MessageAttachment>[];
  const people = await getUsers(ctx.app, peopleIn([text, ...slack.flatMap(textsOf)]));
  const usernames = new Map([...people].map(([id, user]) => [id, user.username]));
  return { text: fromSlack(text, usernames), attachments: slack.map((attachment) => attachmentFromSlack(attachment, usernames)) };
}
