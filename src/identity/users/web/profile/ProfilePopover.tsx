import type { ReactElement, ReactNode } from 'react';
import { Popover, Skeleton, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { user_messages as m } from '../users.messages.ts';
import { useDisplayName } from '../users.names.ts';
import { useUser } from '../users.state.ts';
import { ProfileCard } from './ProfileCard.tsx';

export type ProfilePopoverProps = {
  user_id: Id;
  /** A button: the avatar, the name or a mention. */
  trigger: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** Opens a person's card beside the button. */
export function ProfilePopover({ user_id, trigger, side = 'right' }: ProfilePopoverProps): ReactNode {
  const t = useT();
  const name = useDisplayName(user_id);
  return (
    <Popover trigger={trigger} label={t(m.profile_of, { name })} side={side} is_flush>
      <LoadedCard user_id={user_id} />
    </Popover>
  );
}

function LoadedCard({ user_id }: { user_id: Id }): ReactNode {
  const user = useUser(user_id);
  return user ? <ProfileCard user={user} /> : <Skeleton width={300} height={220} radius={0} />;
}
