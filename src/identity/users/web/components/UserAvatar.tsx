import type { ReactNode } from 'react';
import type { User } from '#identity/users/wire/index.ts';
import { Avatar, Skeleton, type AvatarProps } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useFormatName } from '../users.names.ts';
import { useUser } from '../users.state.ts';

export type UserAvatarProps = { user_id: Id; size?: NonNullable<AvatarProps['size']>; className?: string };

/** A person's picture or initials. Decoration: write the name beside it. */
export function UserAvatar({ user_id, size = 32, className }: UserAvatarProps): ReactNode {
  const user = useUser(user_id);
  const formatName = useFormatName();
  if (!user) return <Skeleton width={size} height={size} radius="28%" />;
  return <Avatar name={formatName(user)} seed={user.id} src={pictureUrl(user)} size={size} className={className} />;
}

/** The address of a person's own picture; undefined while it is the one made from the initials. */
export function pictureUrl(user: User): string | undefined {
  const changed_at = user.is_bot ? (user.bot_last_icon_update ?? user.last_picture_update ?? 0) : (user.last_picture_update ?? 0);
  return changed_at > 0 ? `/api/v4/users/${user.id}/image?_=${changed_at}` : undefined;
}
