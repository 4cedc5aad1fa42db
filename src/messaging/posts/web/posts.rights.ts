import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { useConfig } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useChannel, useMyChannelMember } from '#messaging/channels/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { isSystemPost } from './posts.rows.ts';

export type PostRights = { readonly can_edit: boolean; readonly can_delete: boolean; readonly can_react: boolean; readonly can_reply: boolean; readonly can_pin: boolean; readonly can_mark_unread: boolean };

/** What the page offers for a post. The server decides what is allowed. */
export function usePostRights(post: Post): PostRights {
  const me = useMe();
  const channel = useChannel(post.channel_id);
  const roles = useRoles(post.channel_id);
  const is_mine = post.user_id === me.id && post.props.from_webhook !== 'true';
  const may_edit = useCan(is_mine ? 'edit_post' : 'edit_others_posts', roles);
  const may_delete = useCan(is_mine ? 'delete_post' : 'delete_others_posts', roles);
  const may_react = useCan('add_reaction', roles);
  const may_write = useCan('create_post', roles);
  const seconds = Number(useConfig('PostEditTimeLimit') || -1);
  const is_in_time = seconds < 0 || Date.now() < post.create_at + seconds * 1000;
  const is_open = channel?.delete_at === 0 && !post.delete_at && post.type !== 'system_ephemeral';
  const is_said = is_open && !isSystemPost(post);
  return {
    can_edit: is_said && may_edit && is_in_time,
    can_delete: is_open && may_delete,
    can_react: is_said && may_react,
    can_reply: is_said && may_write,
    can_pin: is_said,
    can_mark_unread: is_said,
  };
}

/** Whether the person may write in the channel. */
export function useCanWrite(channel_id: Id): boolean {
  return useCan('create_post', useRoles(channel_id));
}

function useRoles(channel_id: Id): (string | undefined)[] {
  const me = useMe();
  const channel = useChannel(channel_id);
  return [me.roles, useMyTeamMember(channel?.team_id ?? '')?.roles, useMyChannelMember(channel_id)?.roles];
}
