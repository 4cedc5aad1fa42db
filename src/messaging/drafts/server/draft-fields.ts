import { z } from 'zod';
import { fields, userError, type Ctx } from '#kernel/server/index.ts';
import { findOwnFiles, toFileInfo } from '#messaging/files/server/feature.ts';
import { post_limits } from '#messaging/posts/wire/index.ts';
import type { Draft } from '../wire/index.ts';

const FILE_IDS_MAX = 300;

/** What a message that is not sent yet is made of. */
export const draftFields = {
  channel_id: fields.id(),
  root_id: fields.optionalId().nullish().transform((id) => id ?? ''),
  message: z.string().nullish().transform((text) => (text ?? '').replaceAll('\u0000', '')),
  type: z.string().max(26).nullish().transform((text) => text ?? ''),
  props: fields.props().nullish().transform((props) => props ?? {}),
  file_ids: z.array(fields.id()).nullish().transform((ids) => [...new Set(ids ?? [])]),
  priority: fields.props().nullish().transform((priority) => priority ?? {}),
  metadata: z.object({ priority: fields.props().nullish() }).nullish(),
};

export type DraftFields = Pick<Draft, 'message' | 'props'> & { readonly file_ids: readonly string[]; readonly priority: Record<string, unknown> };

/** Refuses what could never become a message. */
export function checkDraft(draft: DraftFields): void {
  const { message } = draft;
  if (message.length > post_limits.message_max && [...message].length > post_limits.message_max) throw userError('model.draft.is_valid.message_length.app_error', `The message is longer than ${post_limits.message_max} characters. Shorten it or attach it as a file.`);
  if (JSON.stringify(draft.file_ids).length > FILE_IDS_MAX) throw userError('model.draft.is_valid.file_ids.app_error', `A message can have at most ${post_limits.files_max} files.`);
  if (JSON.stringify(draft.props).length > post_limits.props_max) throw userError('model.draft.is_valid.props.app_error', 'The props of the message are too large.');
  if (JSON.stringify(draft.priority).length > post_limits.props_max) throw userError('model.draft.is_valid.priority.app_error', 'The priority of the message is too large.');
}

/** Clients name a priority in one of two places. */
export function priorityOf(input: { readonly priority: Record<string, unknown>; readonly metadata?: { readonly priority?: Record<string, unknown> | null } | null }): Record<string, unknown> {
  return Object.keys(input.priority).length ? input.priority : (input.metadata?.priority ?? {});
}

/** Adds what clients show of the files that wait with unsent messages: those that the person uploaded and that are still there. */
export async function addWaitingFiles(ctx: Ctx, user_id: string, drafts: readonly Pick<Draft, 'file_ids' | 'metadata' | 'priority'>[]): Promise<void> {
  const files = await findOwnFiles(ctx.db, drafts.flatMap((draft) => draft.file_ids ?? []), user_id);
  const by_id = new Map(files.map((file) => [file.id, toFileInfo(file)]));
  for (const draft of drafts) {
    draft.metadata = {};
    const own = (draft.file_ids ?? []).flatMap((id) => by_id.get(id) ?? []);
    if (own.length) draft.metadata.files = own;
    if (draft.priority) draft.metadata.priority = draft.priority as NonNullable<Draft['metadata']>['priority'];
  }
}
