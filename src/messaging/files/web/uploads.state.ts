import { create } from 'zustand';
import { configValue, failureText, intl, t } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { files_per_post_max, type FileInfo } from '#messaging/files/wire/index.ts';
import { uploadFile } from './files.client.ts';
import { file_messages as m } from './files.messages.ts';
import { formatSize } from './files.rules.ts';

/** A file in a composer: on its way, arrived, or refused. */
export type Attachment = {
  readonly client_id: string;
  readonly name: string;
  readonly size: number;
  readonly status: 'sending' | 'done' | 'failed';
  /** 0 … 1 */
  readonly progress: number;
  /** Why it failed. */
  readonly reason: string;
  readonly info: FileInfo | null;
  /** Local address of a picture; '' for other files. */
  readonly preview_url: string;
};

type UploadsState = { readonly by_draft: Readonly<Record<string, readonly Attachment[]>> };

/** Files of all composers, by the key of their draft. */
export const uploadsState = create<UploadsState>(() => ({ by_draft: {} }));

const none: readonly Attachment[] = [];
const sources = new Map<string, { file: File; channel_id: Id; abort: AbortController }>();
let last_client_id = 0;

export function useAttachments(draft_key: string): readonly Attachment[] {
  return uploadsState((state) => state.by_draft[draft_key] ?? none);
}

export function attachmentsOf(draft_key: string): readonly Attachment[] {
  return uploadsState.getState().by_draft[draft_key] ?? none;
}

/** Begins to send files. Answers how many had to be left out because a message carries only so many. */
export function attachFiles(draft_key: string, channel_id: Id, files: readonly File[]): number {
  const room = files_per_post_max - attachmentsOf(draft_key).length;
  const taken = files.slice(0, Math.max(0, room));
  for (const file of taken) {
    const client_id = `upload-${Date.now()}-${++last_client_id}`;
    const preview_url = file.type.startsWith('image/') && file.type !== 'image/svg+xml' ? URL.createObjectURL(file) : '';
    change(draft_key, (all) => [...all, { client_id, name: file.name, size: file.size, status: 'sending', progress: 0, reason: '', info: null, preview_url }]);
    sources.set(client_id, { file, channel_id, abort: new AbortController() });
    void send(draft_key, client_id);
  }
  return files.length - taken.length;
}

export function retryAttachment(draft_key: string, client_id: string): void {
  const source = sources.get(client_id);
  if (!source) return;
  sources.set(client_id, { ...source, abort: new AbortController() });
  void send(draft_key, client_id);
}

/** Takes a file out of the composer; one that is on its way is stopped. */
export function removeAttachment(draft_key: string, client_id: string): void {
  release(draft_key, client_id);
  change(draft_key, (all) => all.filter((one) => one.client_id !== client_id));
}

/** Empties the composer after its message has been handed on. */
export function clearAttachments(draft_key: string): void {
  for (const one of attachmentsOf(draft_key)) release(draft_key, one.client_id);
  change(draft_key, () => []);
}

/** Puts files back that had arrived before the page was loaded anew. */
export function restoreAttachments(draft_key: string, infos: readonly FileInfo[]): void {
  if (attachmentsOf(draft_key).length) return;
  change(draft_key, () => infos.map((info) => ({ client_id: info.id, name: info.name, size: info.size, status: 'done', progress: 1, reason: '', info, preview_url: '' })));
}

async function send(draft_key: string, client_id: string): Promise<void> {
  const source = sources.get(client_id);
  if (!source) return;
  const refusal = refusalOf(source.file);
  if (refusal) return patch(draft_key, client_id, { status: 'failed', reason: refusal });
  patch(draft_key, client_id, { status: 'sending', progress: 0, reason: '' });
  try {
    const info = await uploadFile(source.channel_id, client_id, source.file, {
      signal: source.abort.signal,
      on_progress: (progress) => patch(draft_key, client_id, { progress }),
    });
    patch(draft_key, client_id, { status: 'done', progress: 1, info });
  } catch (error) {
    if (!source.abort.signal.aborted) patch(draft_key, client_id, { status: 'failed', reason: failureText(error) });
  }
}

function refusalOf(file: File): string {
  if (file.size === 0) return t(m.empty);
  const max = Number(configValue('MaxFileSize'));
  return max > 0 && file.size > max ? t(m.too_big, { size: formatSize(max, intl.locale) }) : '';
}

function release(draft_key: string, client_id: string): void {
  sources.get(client_id)?.abort.abort();
  sources.delete(client_id);
  const preview_url = attachmentsOf(draft_key).find((one) => one.client_id === client_id)?.preview_url;
  if (preview_url) URL.revokeObjectURL(preview_url);
}

function patch(draft_key: string, client_id: string, values: Partial<Attachment>): void {
  change(draft_key, (all) => all.map((one) => (one.client_id === client_id ? { ...one, ...values } : one)));
}

function change(draft_key: string, next: (all: readonly Attachment[]) => readonly Attachment[]): void {
  uploadsState.setState(({ by_draft }) => ({ by_draft: { ...by_draft, [draft_key]: next(by_draft[draft_key] ?? none) } }));
}
