import { useMemo } from 'react';
import type { Id } from '#kernel/wire/index.ts';
import { channelsStore } from '#messaging/channels/web/index.ts';
import { draftsState, type Draft } from '#messaging/posts/web/index.ts';
import type { ScheduledPost } from '#messaging/scheduled-posts/wire/index.ts';
import { scheduledState } from './scheduled.state.ts';

export type WaitingDraft = { readonly key: string; readonly channel_id: Id; readonly root_id: Id; readonly draft: Draft };

/** What of a team and of direct channels is not sent yet: drafts, the last written first, and scheduled messages, the next first. */
export function useWaiting(team_id: Id): { drafts: WaitingDraft[]; scheduled: ScheduledPost[] } {
  const by_key = draftsState((state) => state.by_key);
  const by_id = scheduledState((state) => state.by_id);
  const channels = channelsStore((state) => state.by_id);
  return useMemo(() => {
    const isHere = (channel_id: Id): boolean => channels[channel_id] !== undefined && ['', team_id].includes(channels[channel_id].team_id);
    const drafts = Object.entries(by_key).map(([key, draft]) => {
      const [channel_id = '', root_id = ''] = key.split('.');
      return { key, channel_id, root_id, draft };
    });
    return {
      drafts: drafts.filter(({ channel_id, draft }) => isHere(channel_id) && (draft.message.trim() || draft.files.length)).sort((a, b) => (b.draft.update_at ?? 0) - (a.draft.update_at ?? 0)),
      scheduled: Object.values(by_id).filter((post) => isHere(post.channel_id)).sort((a, b) => a.scheduled_at - b.scheduled_at),
    };
  }, [by_key, by_id, channels, team_id]);
}
