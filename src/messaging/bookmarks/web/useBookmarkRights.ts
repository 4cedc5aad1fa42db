import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { useMyChannelMember } from '#messaging/channels/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';

export type BookmarkRights = { readonly can_add: boolean; readonly can_edit: boolean; readonly can_order: boolean; readonly can_delete: boolean };

/** What the person may do with the bookmarks of a channel, as the server decides it. */
export function useBookmarkRights(channel: Channel): BookmarkRights {
  const me = useMe();
  const member = useMyChannelMember(channel.id);
  const team_member = useMyTeamMember(channel.team_id);
  const roles = [me.roles, team_member?.roles, member?.roles];
  const kind = channel.type === 'P' ? 'private' : 'public';
  const rights = [useCan(`add_bookmark_${kind}_channel`, roles), useCan(`edit_bookmark_${kind}_channel`, roles), useCan(`order_bookmark_${kind}_channel`, roles), useCan(`delete_bookmark_${kind}_channel`, roles)];
  const is_direct = channel.type === 'D' || channel.type === 'G';
  const is_guest = me.roles.split(' ').includes('system_guest');
  const [can_add, can_edit, can_order, can_delete] = rights.map((right) => member !== undefined && channel.delete_at === 0 && (is_direct ? !is_guest : right));
  return { can_add: can_add!, can_edit: can_edit!, can_order: can_order!, can_delete: can_delete! };
}
