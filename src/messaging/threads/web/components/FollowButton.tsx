import { BellOff, BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { IconButton, toast, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { setFollowing } from '../threads.client.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { receiveFollow } from '../threads.realtime.ts';
import { teamsOfThread, useThread } from '../threads.state.ts';

/** Follows the thread or leaves it. */
export function FollowButton({ root }: { root: Post }): ReactNode {
  const t = useT();
  const is_following = useThread(root.id)?.is_following ?? root.is_following ?? false;
  const toggle = () => {
    const team_ids = teamsOfThread(root.id);
    const show = (state: boolean) => receiveFollow(team_ids, root.id, state, root.reply_count);
    show(!is_following);
    setFollowing(team_ids[0] ?? currentTeam()?.id ?? '', root.id, !is_following).catch((error: unknown) => {
      show(is_following);
      toast.failure(error);
    });
  };
  return (
    <IconButton label={t(is_following ? m.unfollow_hint : m.follow_hint)} tooltip_side="bottom" aria-pressed={is_following} is_active={is_following} icon={is_following ? <BellRing size={16} /> : <BellOff size={16} />} onClick={toggle} />
  );
}
