import type { Id } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';

/** A person of a system post: the id where the post knows it, else the name. */
export type SystemPerson = { readonly user_id: Id; readonly username: string };

/** People who came or went in the same way, one after the other. */
export type Activity = { readonly kind: 'joined' | 'joined_team' | 'added' | 'left' | 'left_team' | 'removed'; readonly people: readonly SystemPerson[]; readonly actor: SystemPerson };

const KINDS: Readonly<Record<string, Activity['kind']>> = {
  system_join_channel: 'joined', system_guest_join_channel: 'joined', system_join_team: 'joined_team', system_add_to_channel: 'added', system_add_guest_to_chan: 'added',
  system_add_to_team: 'added', system_leave_channel: 'left', system_leave_team: 'left_team', system_remove_from_channel: 'removed', system_remove_from_team: 'removed',
};

/** Gathers posts about people who come and go: one sentence for each kind and, of those who were added, for each who did it. */
export function gatherActivity(posts: readonly Post[]): Activity[] {
  const found: { kind: Activity['kind']; people: SystemPerson[]; actor: SystemPerson }[] = [];
  for (const post of posts) {
    const kind = KINDS[post.type] ?? 'joined';
    const actor: SystemPerson = { user_id: post.user_id, username: String(post.props.username ?? '') };
    const person = subjectOf(post, kind, actor);
    const same = found.find((one) => one.kind === kind && (kind !== 'added' || one.actor.user_id === actor.user_id));
    if (!same) found.push({ kind, people: [person], actor });
    else if (!same.people.some((one) => one.username === person.username && one.user_id === person.user_id)) same.people.push(person);
  }
  return found;
}

function subjectOf(post: Post, kind: Activity['kind'], actor: SystemPerson): SystemPerson {
  const { addedUserId, addedUsername, removedUserId, removedUsername } = post.props as Record<string, string | undefined>;
  if (kind === 'added') return { user_id: addedUserId ?? '', username: addedUsername ?? '' };
  if (kind === 'removed') return removedUsername || removedUserId ? { user_id: removedUserId ?? '', username: removedUsername ?? '' } : actor;
  return actor;
}
