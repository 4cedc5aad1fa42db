import { useEffect, useState, type ReactNode } from 'react';
import { group_limits, group_name_pattern, type Group } from '#identity/groups/wire/index.ts';
import { useCan } from '#identity/roles/web/index.ts';
import { PeoplePicker, useMe } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, common_messages, ConfirmDialog, Dialog, Field, FormError, Input, openDialog, Skeleton, toast, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import { archiveGroup, createGroup, fetchGroupMembers, patchGroup, setGroupMembers, type GroupForm } from '../groups.client.ts';
import { group_messages as m } from '../groups.messages.ts';

const MAX_PEOPLE = 1000;
const TAKEN = ['app.group.username_conflict', 'app.custom_group.unique_name', 'api.ldap_groups.existing_user_name_error', 'api.ldap_groups.existing_group_name_error'];

/** Makes a group, or shows one to be changed. */
export function GroupDialog({ group }: { group?: Group }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const members = useMembers(group);
  const [form, setForm] = useState<GroupForm>({ display_name: group?.display_name ?? '', name: group?.name ?? '', description: group?.description ?? '' });
  const [picked, setPicked] = useState<User[]>();
  const { is_busy, error, setError, submit } = useSubmit(Object.fromEntries(TAKEN.map((id) => [id, m.taken])));
  const rights = useRights(group);
  const people = picked ?? members ?? [];
  const save = (): void => {
    if (!form.display_name.trim()) return setError(t(m.name_missing));
    if (!group_name_pattern.test(form.name)) return setError(t(m.mention_invalid));
    const finish = (): void => {
      toast.show(t(m.saved));
      close();
    };
    submit(() => saveGroup(group, { ...form, display_name: form.display_name.trim() }, members ?? [], people, rights.can_edit), finish);
  };
  return (
    <Dialog title={group ? t(m.edit, { name: group.display_name }) : t(m.new)} on_submit={save} footer={<Foot group={group} is_busy={is_busy} rights={rights} />}>
      <NameFields form={form} on_change={setForm} is_new={!group} is_disabled={!rights.can_edit} />
      {members ? <Field label={t(m.people)}>{() => <PeoplePicker picked={people} on_change={setPicked} max={MAX_PEOPLE} />}</Field> : <Skeleton height={80} />}
      <FormError>{error}</FormError>
    </Dialog>
  );
}

interface Rights {
  readonly can_edit: boolean;
  readonly can_keep_members: boolean;
  readonly can_archive: boolean;
}

function useRights(group: Group | undefined): Rights {
  const roles = [useMe().roles];
  const is_own = !group || group.source === 'custom';
  const can_edit = useCan('edit_custom_group', roles);
  const can_keep_members = useCan('manage_custom_group_members', roles);
  const can_archive = useCan('delete_custom_group', roles);
  return { can_edit: is_own && (can_edit || !group), can_keep_members: is_own && can_keep_members, can_archive: is_own && can_archive && group !== undefined };
}

function Foot({ group, is_busy, rights }: { group: Group | undefined; is_busy: boolean; rights: Rights }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const archive = (): void => {
    close();
    openDialog(<ConfirmDialog title={t(m.archive_title, { name: group!.display_name })} text={t(m.archive_text)} action={t(m.archive)} run={() => archiveGroup(group!.id)} />);
  };
  return (
    <>
      {rights.can_archive && <Button variant="quiet" onClick={archive}>{t(m.archive)}</Button>}
      <Button onClick={close}>{t(common_messages.cancel)}</Button>
      {(rights.can_edit || rights.can_keep_members) && <Button type="submit" variant="primary" is_busy={is_busy}>{t(group ? common_messages.save : m.create)}</Button>}
    </>
  );
}

type NameProps = { form: GroupForm; on_change: (form: GroupForm) => void; is_new: boolean; is_disabled: boolean };

function NameFields({ form, on_change, is_new, is_disabled }: NameProps): ReactNode {
  const t = useT();
  const rename = (display_name: string): void => {
    // Until somebody writes a mention of their own it follows the name.
    const follows = is_new && form.name === mentionFrom(form.display_name);
    on_change({ ...form, display_name, name: follows ? mentionFrom(display_name) : form.name });
  };
  return (
    <>
      <Field label={t(m.name)}>
        {(control) => <Input {...control} value={form.display_name} maxLength={group_limits.display_name_max} disabled={is_disabled} autoFocus={is_new} onChange={(event) => rename(event.target.value)} />}
      </Field>
      <Field label={t(m.mention)} hint={t(m.mention_hint)}>
        {(control) => <Input {...control} value={form.name} maxLength={group_limits.name_max} disabled={is_disabled} spellCheck={false} autoCapitalize="none" onChange={(event) => on_change({ ...form, name: event.target.value.toLowerCase().replace(/^@/, '') })} />}
      </Field>
    </>
  );
}

async function saveGroup(group: Group | undefined, form: GroupForm, before: readonly User[], after: readonly User[], can_edit: boolean): Promise<void> {
  if (!group) return void (await createGroup(form, after.map((user) => user.id)));
  if (can_edit && (form.name !== group.name || form.display_name !== group.display_name)) await patchGroup(group.id, form);
  await setGroupMembers(group.id, before, after);
}

function mentionFrom(display_name: string): string {
  return display_name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9.\-_]+/g, '-').replace(/^-+|-+$/g, '').slice(0, group_limits.name_max);
}

// Undefined until they are known; a new group has none.
function useMembers(group: Group | undefined): User[] | undefined {
  const [members, setMembers] = useState<User[] | undefined>(group ? undefined : []);
  useEffect(() => {
    if (group) void fetchGroupMembers(group.id).then(setMembers, toast.failure);
  }, [group]);
  return members;
}
