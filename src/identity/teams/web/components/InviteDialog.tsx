import { Copy, RefreshCw, Send } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { PeoplePicker, searchUsers, useMe } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, common_messages, Dialog, Field, FormError, IconButton, Input, TextArea, toast, useCloseDialog, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { addTeamMembers, fetchTeam, inviteByMail, regenerateInvite } from '../teams.client.ts';
import { team_messages as m } from '../teams.messages.ts';
import { useMyTeamMember, useTeam } from '../teams.state.ts';
import styles from './InviteDialog.module.css';

/** Brings people into a team: by a link, or from the server's accounts. */
export function InviteDialog({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const team = useTeam(team_id);
  const [picked, setPicked] = useState<User[]>([]);
  const { is_busy, error, submit } = useSubmit();
  const search = useCallback((text: string) => searchUsers(text, { not_in_team_id: team_id }), [team_id]);
  // The link is left out of events: ask for it.
  useEffect(() => void fetchTeam(team_id).catch(() => undefined), [team_id]);
  const add = (): void => {
    if (!picked.length) return;
    submit(
      () => addTeamMembers(team_id, picked.map((user) => user.id)),
      () => {
        toast.show(t(m.invite_added, { count: picked.length }));
        close();
      },
    );
  };
  if (!team) return null;
  return (
    <Dialog title={t(m.invite_title, { name: team.display_name })} on_submit={add} footer={<Button type="submit" variant="primary" is_busy={is_busy} disabled={!picked.length}>{t(m.invite_add, { count: picked.length })}</Button>}>
      <InviteLink team={team} />
      <InviteByMail team={team} />
      <section>
        <h3 className={styles.label}>{t(m.invite_people)}</h3>
        <PeoplePicker picked={picked} on_change={setPicked} search={search} />
      </section>
      <FormError>{error}</FormError>
    </Dialog>
  );
}

function InviteLink({ team }: { team: Team }): ReactNode {
  const t = useT();
  const me = useMe();
  const member = useMyTeamMember(team.id);
  const can_renew = useCan('manage_team', [me.roles, member?.roles]);
  if (!team.invite_id) return <p className={styles.note}>{t(m.invite_no_link)}</p>;
  const link = `${location.origin}/signup_user_complete/?id=${team.invite_id}`;
  const copy = (): void => void navigator.clipboard.writeText(link).then(() => toast.show(t(m.invite_copied)), toast.failure);
  const renew = (): void => void regenerateInvite(team.id).then(() => toast.show(t(m.invite_renewed)), toast.failure);
  return (
    <Field label={t(m.invite_link)} hint={t(m.invite_link_hint)}>
      {(control) => (
        <div className={styles.link}>
          <Input {...control} value={link} readOnly onFocus={(event) => event.target.select()} />
          <Button icon={<Copy size={15} />} className={styles.copy} onClick={copy}>{t(common_messages.copy)}</Button>
          {can_renew && <IconButton label={t(m.invite_renew)} icon={<RefreshCw size={16} />} onClick={renew} />}
        </div>
      )}
    </Field>
  );
}

function InviteByMail({ team }: { team: Team }): ReactNode {
  const t = useT();
  const me = useMe();
  const member = useMyTeamMember(team.id);
  const can_invite = useCan('invite_user', [me.roles, member?.roles]);
  const is_on = useConfig('EnableEmailInvitations') === 'true';
  const [text, setText] = useState('');
  const { is_busy, error, setError, submit } = useSubmit();
  if (!can_invite || !is_on) return null;
  const emails = text.split(/[\s,;]+/).filter(Boolean);
  const send = async (): Promise<void> => {
    const wrong = await inviteByMail(team.id, emails);
    setText(wrong.join('\n'));
    if (emails.length > wrong.length) toast.show(t(m.invite_sent, { count: emails.length - wrong.length }));
    if (wrong.length) setError(t(m.invite_wrong, { emails: wrong.join(', ') }));
  };
  return (
    <div>
      <Field label={t(m.invite_mail)} hint={t(m.invite_mail_hint)}>
        {(control) => (
          <div className={styles.link}>
            <TextArea {...control} rows={2} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
            <Button icon={<Send size={15} />} className={styles.copy} is_busy={is_busy} disabled={!emails.length} onClick={() => submit(send)}>{t(m.invite_send)}</Button>
          </div>
        )}
      </Field>
      <FormError>{error}</FormError>
    </div>
  );
}
