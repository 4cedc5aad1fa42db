import type { Draft as WireDraft } from '#messaging/drafts/wire/index.ts';
import type { Draft } from '#messaging/posts/web/index.ts';

/** What makes two drafts the same to who writes them. */
export function signatureOf({ message, files, priority }: Pick<Draft, 'message' | 'files' | 'priority'>): string {
  return JSON.stringify([message, files.map((file) => file.id), priority?.priority || '', priority?.requested_ack === true, priority?.persistent_notifications === true]);
}

/** A draft as the composer keeps it; the server has all of it. */
export function toLocal(draft: WireDraft): Draft {
  const priority = draft.priority ?? draft.metadata?.priority;
  const local = { message: draft.message, files: draft.metadata?.files ?? [], priority: priority ? { ...priority, priority: priority.priority ?? '' } : null };
  return { ...local, synced: signatureOf(local), update_at: draft.update_at };
}

/** The server does not have it as it is. */
export function isUnsaved(draft: Draft): boolean {
  return draft.synced !== signatureOf(draft);
}

export type Merge = 'take' | 'drop' | 'send' | 'keep';

/** What becomes of a local draft when the server's are known: the one that was written last counts. */
export function mergeDraft(local: Draft | undefined, remote: Draft | undefined): Merge {
  if (!local) return remote ? 'take' : 'keep';
  if (!isUnsaved(local)) return remote ? (remote.synced === local.synced ? 'keep' : 'take') : 'drop';
  return remote && (remote.update_at ?? 0) > (local.update_at ?? 0) ? 'take' : 'send';
}
