import { create } from 'zustand';
import { myLoadedTeams } from '#identity/teams/web/index.ts';
import { api, ApiError, parseJsonText, realtime } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ScheduledPost, ScheduledPostEvents, ScheduledPostsByTeam } from '#messaging/scheduled-posts/wire/index.ts';

/** The person's scheduled messages by their ids. */
export const scheduledState = create<{ readonly by_id: Readonly<Record<Id, ScheduledPost>> }>(() => ({ by_id: {} }));

// Sent or deleted on the server: answers and frames about them may still be on their way.
const gone = new Set<Id>();

export function keepScheduled(post: ScheduledPost): void {
  if (gone.has(post.id)) return;
  scheduledState.setState(({ by_id }) => ({ by_id: { ...by_id, [post.id]: post } }));
}

export function dropScheduled(id: Id): void {
  scheduledState.setState(({ by_id }) => {
    const { [id]: _gone, ...rest } = by_id;
    return { by_id: rest };
  });
}

export function forgetScheduled(): void {
  gone.clear();
  scheduledState.setState({ by_id: {} });
}

export async function loadScheduled(): Promise<void> {
  const teams = await myLoadedTeams();
  const lists = await Promise.all(teams.map((team, index) => api.get<ScheduledPostsByTeam>(`/api/v4/posts/scheduled/team/${team.id}`, { includeDirectChannels: index === 0 }).catch(noneWhereSwitchedOff)));
  scheduledState.setState({ by_id: Object.fromEntries(lists.flatMap((list) => Object.values(list).flat()).filter((post) => !gone.has(post.id)).map((post) => [post.id, post])) });
}

// The client config, which says the same, is on its way at this moment.
function noneWhereSwitchedOff(error: unknown): ScheduledPostsByTeam {
  if (error instanceof ApiError && error.id === 'api.scheduled_posts.feature_disabled') return {};
  throw error;
}

export function listenToScheduled(): void {
  realtime.on<ScheduledPostEvents['scheduled_post_created']>('scheduled_post_created', (data) => keepScheduled(parseJsonText(data.scheduledPost)));
  realtime.on<ScheduledPostEvents['scheduled_post_updated']>('scheduled_post_updated', (data) => keepScheduled(parseJsonText(data.scheduledPost)));
  realtime.on<ScheduledPostEvents['scheduled_post_deleted']>('scheduled_post_deleted', (data) => {
    const { id } = parseJsonText(data.scheduledPost);
    gone.add(id);
    dropScheduled(id);
  });
}
