import { Plus, UsersRound } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Group } from '#identity/groups/wire/index.ts';
import { useCan } from '#identity/roles/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { Button, Chip, Choice, Dialog, EmptyState, Input, ListRow, openDialog, Skeleton, toast, useT } from '#kernel/web/index.ts';
import { restoreGroup, searchGroups } from '../groups.client.ts';
import { group_messages as m } from '../groups.messages.ts';
import { groupsStore } from '../groups.state.ts';
import { GroupDialog } from './GroupDialog.tsx';
import styles from './groups.module.css';

const TYPING_PAUSE_MS = 150;

/** The groups of the server: to find, make and keep up. */
export function GroupsDialog(): ReactNode {
  const t = useT();
  const me = useMe();
  const [text, setText] = useState('');
  const [is_archived, setIsArchived] = useState(false);
  const can_create = useCan('create_custom_group', [me.roles]);
  const groups = useFoundGroups(text, is_archived);
  return (
    <Dialog title={t(m.title)} description={t(m.text)} is_flush footer={can_create && <Button variant="primary" onClick={() => openDialog(<GroupDialog />)}><Plus size={16} aria-hidden="true" />{t(m.new)}</Button>}>
      <div className={styles.filters}>
        <Input value={text} aria-label={t(m.find)} placeholder={t(m.find)} onChange={(event) => setText(event.target.value)} />
        <Choice look="rows" label={t(m.which)} value={is_archived ? 'archived' : 'active'} on_change={(which) => setIsArchived(which === 'archived')} options={[{ value: 'active', label: t(m.active) }, { value: 'archived', label: t(m.archived) }]} />
      </div>
      {!groups && <Skeleton height={120} />}
      {groups?.map((group) => <GroupRow key={group.id} group={group} />)}
      {groups?.length === 0 && <EmptyState title={text ? t(m.nothing, { text }) : t(m.none)} text={t(m.none_text)} />}
    </Dialog>
  );
}

function GroupRow({ group }: { group: Group }): ReactNode {
  const t = useT();
  const restore = (): void => void restoreGroup(group.id).catch(toast.failure);
  return (
    <ListRow
      start={<UsersRound size={18} aria-hidden="true" />}
      title={group.display_name}
      text={`@${group.name} · ${t(m.members, { count: group.member_count ?? 0 })}`}
      end={group.delete_at > 0 ? <Button size="s" onClick={restore}>{t(m.restore)}</Button> : group.source !== 'custom' && <Chip>{t(m.synced)}</Chip>}
      on_click={group.delete_at > 0 ? undefined : () => openDialog(<GroupDialog group={group} />)}
    />
  );
}

// Asked again when any group changes, since a change may bring one in or take it out.
function useFoundGroups(text: string, is_archived: boolean): Group[] | undefined {
  const [found, setFound] = useState<Group[]>();
  const version = groupsStore((state) => Object.values(state.by_name).reduce((latest, group) => Math.max(latest, group?.update_at ?? 0), 0) + Object.values(state.by_name).filter(Boolean).length);
  useEffect(() => {
    let is_current = true;
    const timer = setTimeout(() => void searchGroups(text, { is_archived }).then((groups) => is_current && setFound(groups), toast.failure), text ? TYPING_PAUSE_MS : 0);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
  }, [text, is_archived, version]);
  return found;
}
