import { useState, type ReactNode } from 'react';
import { team_limits, type Team } from '#identity/teams/wire/index.ts';
import { Button, common_messages, Dialog, Field, FormError, Input, Switch, TextArea, toast, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import { patchTeam } from '../teams.client.ts';
import { team_messages as m } from '../teams.messages.ts';

/** Name, description and openness of a team. */
export function TeamSettingsDialog({ team }: { team: Team }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [display_name, setDisplayName] = useState(team.display_name);
  const [description, setDescription] = useState(team.description);
  const [allow_open_invite, setAllowOpenInvite] = useState(team.allow_open_invite);
  const { is_busy, error, setError, submit } = useSubmit();
  const save = (): void => {
    if (!display_name.trim()) return setError(t(m.name_missing));
    submit(
      () => patchTeam(team.id, { display_name: display_name.trim(), description, allow_open_invite }),
      () => {
        toast.show(t(m.saved));
        close();
      },
    );
  };
  return (
    <Dialog
      title={t(m.settings)}
      on_submit={save}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{t(common_messages.save)}</Button>
        </>
      }
    >
      <Field label={t(m.name)} hint={t(m.address_hint, { origin: location.host, name: team.name })}>
        {(control) => <Input {...control} value={display_name} maxLength={team_limits.display_name_max} autoFocus onChange={(event) => setDisplayName(event.target.value)} />}
      </Field>
      <Field label={t(m.description)} aside={t(common_messages.optional)}>
        {(control) => <TextArea {...control} rows={2} value={description} maxLength={team_limits.description_max} onChange={(event) => setDescription(event.target.value)} />}
      </Field>
      <Switch label={t(m.open)} hint={t(m.open_hint)} is_on={allow_open_invite} on_change={setAllowOpenInvite} />
      <FormError>{error}</FormError>
    </Dialog>
  );
}
