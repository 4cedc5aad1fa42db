import { useState, type ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { Button, common_messages, ConfirmDialog, Dialog, Field, FormError, Input, openDialog, TextArea, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import { channel_limits, default_channel_name, type Channel, type ChannelPatch } from '#messaging/channels/wire/index.ts';
import { patchChannelOnServer, setPrivacy } from '../channels.client.ts';
import { channel_messages } from '../channels.messages.ts';
import { useChannelName } from '../channels.names.ts';
import { useMyChannelMember } from '../channels.state.ts';
import styles from './dialogs.module.css';
import { dialog_messages as m } from './dialogs.messages.ts';

/** Changes name, topic and purpose; of conversations only the topic. */
export function EditChannelDialog({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const title = useChannelName(channel);
  const has_name = channel.type === 'O' || channel.type === 'P';
  const [name, setName] = useState(channel.display_name);
  const [header, setHeader] = useState(channel.header);
  const [purpose, setPurpose] = useState(channel.purpose);
  const { is_busy, error, setError, submit } = useSubmit();
  const save = (): void => {
    if (has_name && !name.trim()) return setError(t(m.name_missing));
    const patch: ChannelPatch = { header };
    if (has_name) Object.assign(patch, { display_name: name.trim(), purpose });
    submit(() => patchChannelOnServer(channel.id, patch), close);
  };
  return (
    <Dialog
      title={t(m.edit_title, { name: title })}
      on_submit={save}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{t(common_messages.save)}</Button>
        </>
      }
    >
      {has_name && <Field label={t(channel_messages.name)}>{(control) => <Input {...control} value={name} maxLength={channel_limits.display_name_max} onChange={(event) => setName(event.target.value)} />}</Field>}
      <Field label={t(channel_messages.topic)} hint={t(channel_messages.topic_hint)} aside={`${header.length}/${channel_limits.header_max}`}>
        {(control) => <TextArea {...control} value={header} maxLength={channel_limits.header_max} autoFocus onChange={(event) => setHeader(event.target.value)} />}
      </Field>
      {has_name && (
        <Field label={t(channel_messages.purpose)} hint={t(channel_messages.purpose_hint)} aside={`${purpose.length}/${channel_limits.purpose_max}`}>
          {(control) => <TextArea {...control} rows={2} value={purpose} maxLength={channel_limits.purpose_max} onChange={(event) => setPurpose(event.target.value)} />}
        </Field>
      )}
      <FormError>{error}</FormError>
      <PrivacyLine channel={channel} />
    </Dialog>
  );
}

function PrivacyLine({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const me = useMe();
  const name = useChannelName(channel);
  const close = useCloseDialog();
  const team_member = useMyTeamMember(channel.team_id);
  const member = useMyChannelMember(channel.id);
  const can_convert = useCan('convert_public_channel_to_private', [me.roles, team_member?.roles, member?.roles]);
  if (!can_convert || channel.type !== 'O' || channel.name === default_channel_name) return null;
  const ask = (): void => {
    close();
    openDialog(<ConfirmDialog title={t(m.make_private_title, { name })} text={t(m.make_private_text)} action={t(m.make_private)} run={() => setPrivacy(channel.id, 'P')} />);
  };
  return (
    <div className={styles.danger}>
      {t(channel_messages.public)}
      <Button size="s" onClick={ask}>{t(m.make_private)}</Button>
    </div>
  );
}
