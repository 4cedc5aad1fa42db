import { Hash, Lock } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTeam } from '#identity/teams/web/index.ts';
import { Button, Choice, common_messages, Dialog, Field, FormError, Input, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { channel_limits, channel_name_pattern } from '#messaging/channels/wire/index.ts';
import { createChannel } from '../channels.client.ts';
import { channel_messages } from '../channels.messages.ts';
import { goToChannel } from '../channels.paths.ts';
import { addressFrom } from './channel-address.ts';
import styles from './dialogs.module.css';
import { dialog_messages as m } from './dialogs.messages.ts';

/** Makes a channel and goes there. */
export function CreateChannelDialog({ team_id, name: first_name = '' }: { team_id: Id; name?: string }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const team = useTeam(team_id);
  const [name, setName] = useState(first_name);
  const [own_address, setOwnAddress] = useState<string>();
  const [purpose, setPurpose] = useState('');
  const [type, setType] = useState<'O' | 'P'>('O');
  const { is_busy, error, setError, submit } = useSubmit({ 'store.sql_channel.save_channel.exists.app_error': m.address_taken });
  const address = own_address ?? addressFrom(name);
  const needs_address = own_address !== undefined || (name.trim() !== '' && !address) || error === t(m.address_taken);
  const create = (): void => {
    if (!name.trim()) return setError(t(m.name_missing));
    if (!channel_name_pattern.test(address)) {
      setOwnAddress(address);
      return setError(t(m.address_invalid));
    }
    submit(async () => {
      const channel = await createChannel({ team_id, name: address, display_name: name.trim(), type, purpose: purpose.trim() });
      close();
      goToChannel(channel);
    });
  };
  return (
    <Dialog
      title={t(m.create_title)}
      on_submit={create}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{t(m.create)}</Button>
        </>
      }
    >
      <Field label={t(channel_messages.name)} hint={needs_address ? undefined : <AddressLine team_name={team?.name ?? ''} address={address} on_change={() => setOwnAddress(address)} />}>
        {(control) => <Input {...control} value={name} maxLength={channel_limits.display_name_max} placeholder={t(m.create_hint)} autoFocus onChange={(event) => setName(event.target.value)} />}
      </Field>
      {needs_address && (
        <Field label={t(channel_messages.address)} hint={t(m.address_invalid)}>
          {(control) => <Input {...control} value={address} maxLength={channel_limits.name_max} spellCheck={false} onChange={(event) => setOwnAddress(event.target.value.toLowerCase())} />}
        </Field>
      )}
      <Choice
        label={t(m.kind)}
        value={type}
        on_change={setType}
        options={[
          { value: 'O', icon: <Hash size={16} />, label: t(channel_messages.public), hint: t(m.public_hint) },
          { value: 'P', icon: <Lock size={15} />, label: t(channel_messages.private), hint: t(m.private_hint) },
        ]}
      />
      <Field label={t(channel_messages.purpose)} aside={t(common_messages.optional)} hint={t(channel_messages.purpose_hint)}>
        {(control) => <Input {...control} value={purpose} maxLength={channel_limits.purpose_max} onChange={(event) => setPurpose(event.target.value)} />}
      </Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}

function AddressLine({ team_name, address, on_change }: { team_name: string; address: string; on_change: () => void }): ReactNode {
  const t = useT();
  if (!address) return ' ';
  return (
    <span className={styles.address}>
      {t(m.address_line, { path: `/${team_name}/channels/${address}` })}
      <button type="button" className={styles.link} onClick={on_change}>{t(m.change_address)}</button>
    </span>
  );
}
