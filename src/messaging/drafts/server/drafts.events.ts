import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import type { Draft } from '../wire/index.ts';

interface DraftChange {
  readonly draft: Draft;
  /** The connection that caused it and knows already. */
  readonly connection_id: string;
}

export const draftSaved = defineEvent<DraftChange>('draft.saved');
export const draftDeleted = defineEvent<DraftChange>('draft.deleted');

function frameOf(event: string, { draft, connection_id }: DraftChange): Frame {
  const { topics, broadcast } = toUser(draft.user_id);
  return { event, data: { draft: JSON.stringify(draft) }, topics, broadcast: { ...broadcast, channel_id: draft.channel_id, omit_connection_id: connection_id } };
}

export const draftsFrames = [framesOf(draftSaved, (e) => frameOf('draft_created', e)), framesOf(draftDeleted, (e) => frameOf('draft_deleted', e))];
