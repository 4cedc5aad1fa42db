import { Bell, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { Button, toast, Tooltip, useT } from '#kernel/web/index.ts';
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
    <Tooltip label={t(is_following ? m.unfollow_hint : m.follow_hint)} side="bottom">
      <Button size="s" variant="quiet" aria-pressed={is_following} icon={is_following ? <Bell size={14} /> : <BellOff size={14} />} onClick={toggle}>{t(is_following ? m.following : m.follow)}</Button>
    </Tooltip>
  );
}
