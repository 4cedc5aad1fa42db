import { useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, Input, Select, TextArea, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useTeamChannels } from '#messaging/channels/web/index.ts';
import { outgoing_webhook_limits as limits, type OutgoingWebhook } from '../../wire/index.ts';
import { createOutgoing, updateOutgoing } from '../outgoing.client.ts';
import { outgoing_messages as m } from '../outgoing.messages.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Makes or changes an outgoing webhook. */
export function OutgoingDialog({ team_id, hook, on_saved }: { team_id: Id; hook?: OutgoingWebhook; on_saved: (hook: OutgoingWebhook) => void }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const channels = useTeamChannels(team_id).filter((channel) => channel.type === 'O');
  const [form, setForm] = useState({
    ...{ display_name: hook?.display_name ?? '', channel_id: hook?.channel_id ?? '', trigger_when: hook?.trigger_when ?? 0 },
    ...{ content_type: hook?.content_type === JSON_TYPE || !hook ? JSON_TYPE : FORM_TYPE, words: (hook?.trigger_words ?? []).join(' '), urls: (hook?.callback_urls ?? []).join('\n') },
  });
  const { is_busy, error, submit } = useSubmit();
  const set = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const { words, urls, ...rest } = form;
  const told = { ...rest, trigger_words: words.split(/[\s,]+/).filter(Boolean), callback_urls: urls.split(/\s+/).filter(Boolean) };
  const save = (): void => submit(async () => on_saved(await (hook ? updateOutgoing(hook, told) : createOutgoing(team_id, told))), close);
  return (
    <Dialog
      title={hook ? t(m.edit_title, { name: hook.display_name || t(m.unnamed) }) : t(m.create)}
      on_submit={save}
      footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary" is_busy={is_busy} disabled={!told.callback_urls.length}>{t(m.save)}</Button></>}
    >
      <Field label={t(m.name)} hint={t(m.name_hint)}>{(control) => <Input {...control} autoFocus maxLength={limits.display_name_max} value={form.display_name} onChange={(event) => set({ display_name: event.target.value })} />}</Field>
      <Field label={t(m.channel)}>
        {(control) => (
          <Select {...control} value={form.channel_id} onChange={(event) => set({ channel_id: event.target.value })}>
            <option value="">{t(m.every_channel)}</option>
            {channels.map((channel) => <option key={channel.id} value={channel.id}>{channel.display_name}</option>)}
          </Select>
        )}
      </Field>
      <Field label={t(m.words)} hint={t(m.words_hint)}>{(control) => <Input {...control} maxLength={limits.words_max} value={words} onChange={(event) => set({ words: event.target.value })} />}</Field>
      <Field label={t(m.when)}>
        {(control) => (
          <Select {...control} value={String(form.trigger_when)} onChange={(event) => set({ trigger_when: Number(event.target.value) })}>
            <option value="0">{t(m.when_word)}</option>
            <option value="1">{t(m.when_begin)}</option>
          </Select>
        )}
      </Field>
      <Field label={t(m.addresses)} hint={t(m.addresses_hint)}>{(control) => <TextArea {...control} rows={2} spellCheck={false} maxLength={limits.urls_max} value={urls} onChange={(event) => set({ urls: event.target.value })} />}</Field>
      <Field label={t(m.form)}>
        {(control) => (
          <Select {...control} value={form.content_type} onChange={(event) => set({ content_type: event.target.value })}>
            <option value={JSON_TYPE}>{t(m.as_json)}</option>
            <option value={FORM_TYPE}>{t(m.as_form)}</option>
          </Select>
        )}
      </Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}
