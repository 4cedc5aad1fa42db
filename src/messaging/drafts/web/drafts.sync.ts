import { api, ApiError, configValue, myUserId, parseJsonText, realtime, toast } from '#kernel/web/index.ts';
import type { Draft as WireDraft, DraftEvents } from '#messaging/drafts/wire/index.ts';
import { restoreAttachments } from '#messaging/files/web/index.ts';
import { draftKey, draftsState, getDraft, saveDraft, type Draft } from '#messaging/posts/web/index.ts';
import { isUnsaved, mergeDraft, signatureOf, toLocal } from './drafts.rules.ts';

const SAVE_AFTER_MS = 1_500;
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Tells the server what stands in the composers, a moment after it was written. */
export function watchDrafts(): void {
  draftsState.subscribe(({ by_key }, before) => {
    // The end of a session empties the composers of this page only.
    if (by_key === before.by_key || !myUserId() || configValue('AllowSyncedDrafts') !== 'true') return;
    for (const key of new Set([...Object.keys(by_key), ...Object.keys(before.by_key)])) {
      if (by_key[key] === before.by_key[key]) continue;
      const draft = by_key[key];
      if (draft ? isUnsaved(draft) : before.by_key[key]!.synced) plan(key);
    }
  });
  realtime.on<DraftEvents['draft_created']>('draft_created', (data) => receive(parseJsonText(data.draft)));
  realtime.on<DraftEvents['draft_deleted']>('draft_deleted', (data) => {
    const { channel_id, root_id } = parseJsonText(data.draft);
    const key = draftKey(channel_id, root_id);
    const local = draftsState.getState().by_key[key];
    if (local && !isUnsaved(local)) drop(key);
  });
}

/** Brings the drafts of this browser and those of the server together. */
export async function loadDraftsOfServer(): Promise<void> {
  const teams = await myLoadedTeams();
  const lists = await Promise.all(teams.map((team) => api.get<WireDraft[] | null>(`/api/v4/users/me/teams/${team.id}/drafts`).catch(offWhereSwitchedOff)));
  if (lists.some((list) => list === 'off')) return;
  const remote = new Map((lists as (WireDraft[] | null)[]).flatMap((list) => list ?? []).map((draft) => [draftKey(draft.channel_id, draft.root_id), toLocal(draft)]));
  for (const key of new Set([...remote.keys(), ...Object.keys(draftsState.getState().by_key)])) {
    const merge = mergeDraft(draftsState.getState().by_key[key], remote.get(key));
    if (merge === 'take') take(key, remote.get(key)!);
    else if (merge === 'drop') drop(key);
    else if (merge === 'send') plan(key);
  }
}

// The client config, which says the same, is on its way at this moment.
function offWhereSwitchedOff(error: unknown): 'off' {
  if (error instanceof ApiError && error.status_code === 501) return 'off';
  throw error;
}

export function forgetPlans(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

// What is being written here at this moment is not overwritten: it will be saved in turn.
function receive(draft: WireDraft): void {
  const key = draftKey(draft.channel_id, draft.root_id);
  const local = draftsState.getState().by_key[key];
  if (!local || !isUnsaved(local)) take(key, toLocal(draft));
}

function take(key: string, draft: Draft): void {
  const has_other_files = getDraft(key).files.map((file) => file.id).join() !== draft.files.map((file) => file.id).join();
  saveDraft(key, draft);
  if (has_other_files) restoreAttachments(key, draft.files);
}

function drop(key: string): void {
  const { files } = getDraft(key);
  // Without `synced` nobody asks the server to delete what it has deleted.
  saveDraft(key, { synced: '' });
  saveDraft(key, { message: '', files: [], priority: null });
  clearTimeout(timers.get(key));
  if (files.length) restoreAttachments(key, []);
}

function plan(key: string): void {
  clearTimeout(timers.get(key));
  timers.set(key, setTimeout(() => void save(key).catch(tell), SAVE_AFTER_MS));
}

async function save(key: string): Promise<void> {
  timers.delete(key);
  const [channel_id = '', root_id = ''] = key.split('.');
  const draft = draftsState.getState().by_key[key];
  if (!draft) {
    await api.delete(`/api/v4/users/me/channels/${channel_id}/drafts${root_id && `/${root_id}`}`);
    return;
  }
  const sent = signatureOf(draft);
  await api.post('/api/v4/drafts', { channel_id, root_id, message: draft.message, file_ids: draft.files.map((file) => file.id), ...(draft.priority && { priority: draft.priority }) });
  const { update_at = 0 } = getDraft(key);
  if (draftsState.getState().by_key[key]) saveDraft(key, { synced: sent, update_at });
}

// The draft stays in this browser and is saved with its next change; only the person can shorten what is too long.
function tell(error: ApiError): void {
  if (error.status_code >= 500 || error.status_code === 0 || error.status_code === 403 || error.status_code === 404) return;
  toast.failure(error);
}import { myLoadedTeams } from '#identity/teams/web/index.ts';

