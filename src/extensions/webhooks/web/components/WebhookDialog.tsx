import { useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, Input, Select, Switch, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useTeamChannels } from '#messaging/channels/web/index.ts';
import { incoming_webhook_limits as limits, type IncomingWebhook } from '../../wire/index.ts';
import { createWebhook, updateWebhook, type WebhookForm } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import styles from './Integrations.module.css';

/** Makes or changes an incoming webhook. */
export function WebhookDialog({ team_id, hook, on_saved }: { team_id: Id; hook?: IncomingWebhook; on_saved: (hook: IncomingWebhook) => void }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const channels = useTeamChannels(team_id);
  const [form, setForm] = useState<WebhookForm>({ display_name: hook?.display_name ?? '', description: hook?.description ?? '', channel_id: hook?.channel_id ?? channels[0]?.id ?? '', channel_locked: hook?.channel_locked ?? true });
  const { is_busy, error, submit } = useSubmit();
  const set = (change: Partial<WebhookForm>): void => setForm({ ...form, ...change });
  const save = (): void => submit(async () => on_saved(await (hook ? updateWebhook(hook, form) : createWebhook(form))), close);
  return (
    <Dialog
      title={hook ? t(m.edit_title, { name: hook.display_name || t(m.unnamed) }) : t(m.create_title)}
      on_submit={save}
      footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary" is_busy={is_busy} disabled={!form.channel_id}>{t(hook ? m.save : m.create)}</Button></>}
    >
      <div className={styles.section}>
        <Field label={t(m.name)} hint={t(m.name_hint)}>{(control) => <Input {...control} autoFocus maxLength={limits.display_name_max} value={form.display_name} onChange={(event) => set({ display_name: event.target.value })} />}</Field>
        <Field label={t(m.description)}>{(control) => <Input {...control} maxLength={limits.description_max} value={form.description} onChange={(event) => set({ description: event.target.value })} />}</Field>
        <Field label={t(m.channel)}>
          {(control) => (
            <Select {...control} value={form.channel_id} onChange={(event) => set({ channel_id: event.target.value })}>
              {channels.map((channel) => <option key={channel.id} value={channel.id}>{channel.display_name}</option>)}
            </Select>
          )}
        </Field>
        <Switch label={t(m.locked)} hint={t(m.locked_hint)} is_on={form.channel_locked} on_change={(channel_locked) => set({ channel_locked })} />
        <FormError>{error}</FormError>
      </div>
    </Dialog>
  );
}
