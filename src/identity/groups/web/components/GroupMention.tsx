import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Group } from '#identity/groups/wire/index.ts';
import { ProfilePopover, useFormatName, UserAvatar } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { ListRow, Popover, Skeleton, toast, useT } from '#kernel/web/index.ts';
import { fetchGroupMembers } from '../groups.client.ts';
import { group_messages as m } from '../groups.messages.ts';
import styles from './groups.module.css';

const SHOWN_MAX = 50;

/** The card of a group beside its mention: who is in it. */
export function GroupPopover({ group, trigger }: { group: Group; trigger: ReactElement }): ReactNode {
  const t = useT();
  return (
    <Popover trigger={trigger} label={t(m.group_of, { name: group.display_name })} side="right" is_flush>
      <GroupCard group={group} />
    </Popover>
  );
}

function GroupCard({ group }: { group: Group }): ReactNode {
  const t = useT();
  const formatName = useFormatName();
  const [members, setMembers] = useState<User[]>();
  useEffect(() => void fetchGroupMembers(group.id).then(setMembers, toast.failure), [group.id]);
  return (
    <article className={styles.card}>
      <ListRow title={<h2 className={styles.name}>{group.display_name}</h2>} text={`@${group.name} · ${t(m.members, { count: members?.length ?? group.member_count ?? 0 })}`} />
      {!members && <Skeleton height={88} />}
      {members?.slice(0, SHOWN_MAX).map((user) => (
        <ListRow key={user.id} start={<UserAvatar user_id={user.id} size={22} />} title={<ProfilePopover user_id={user.id} trigger={<button type="button">{formatName(user)}</button>} />} text={`@${user.username}`} />
      ))}
    </article>
  );
}
