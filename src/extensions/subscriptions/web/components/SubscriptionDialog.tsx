import { useEffect, useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, Input, openDialog, Select, TextArea, toast, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useTeamChannels } from '#messaging/channels/web/index.ts';
import { subscription_limits as limits, type Subscription } from '../../wire/index.ts';
import { createSubscription, fetchEventNames, patchSubscription } from '../subscriptions.client.ts';
import { subscription_messages as m } from '../subscriptions.messages.ts';
import { SecretDialog } from './SecretDialog.tsx';
import styles from './SubscriptionDialog.module.css';

const TEAM = 'team';
const EVERYWHERE = 'everywhere';

/** Makes or changes a subscription; a new one shows its secret. */
export function SubscriptionDialog({ team_id, subscription, on_saved }: { team_id: Id; subscription?: Subscription; on_saved: (saved: Subscription) => void }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const channels = useTeamChannels(team_id);
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => void fetchEventNames().then(setNames, toast.failure), []);
  const [form, setForm] = useState({
    ...{ display_name: subscription?.display_name ?? '', url: subscription?.url ?? '', events: subscription?.events.join(' ') ?? 'post.*' },
    place: !subscription || (subscription.team_id && !subscription.channel_id) ? TEAM : subscription.channel_id || EVERYWHERE,
  });
  const { is_busy, error, submit } = useSubmit();
  const set = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const { place, events, ...rest } = form;
  const kinds = [...new Set(names.map((name) => `${name.split('.')[0]}.*`))];
  const is_channel = place !== TEAM && place !== EVERYWHERE;
  const told = { ...rest, events: events.split(/[\s,]+/).filter(Boolean), team_id: place === EVERYWHERE ? '' : team_id, channel_id: is_channel ? place : '' };
  const save = (): void =>
    submit(async () => {
      if (subscription) return on_saved(await patchSubscription(subscription.id, told));
      const made = await createSubscription(told);
      on_saved(made);
      openDialog(<SecretDialog subscription={made} />);
    }, close);
  return (
    <Dialog
      title={subscription ? t(m.edit_title, { name: subscription.display_name || t(m.unnamed) }) : t(m.create)}
      on_submit={save}
      footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary" is_busy={is_busy} disabled={!told.url || !told.events.length}>{t(m.save)}</Button></>}
    >
      <Field label={t(m.name)}>{(control) => <Input {...control} autoFocus maxLength={limits.display_name_max} value={form.display_name} onChange={(event) => set({ display_name: event.target.value })} />}</Field>
      <Field label={t(m.address)}>{(control) => <Input {...control} type="url" placeholder="https://" maxLength={limits.url_max} value={form.url} onChange={(event) => set({ url: event.target.value })} />}</Field>
      <Field label={t(m.where)}>
        {(control) => (
          <Select {...control} value={place} onChange={(event) => set({ place: event.target.value })}>
            <option value={TEAM}>{t(m.whole_team)}</option>
            <option value={EVERYWHERE}>{t(m.everywhere)}</option>
            {channels.map((channel) => <option key={channel.id} value={channel.id}>{channel.display_name}</option>)}
          </Select>
        )}
      </Field>
      <Field label={t(m.events)} hint={t(m.events_hint)}>{(control) => <TextArea {...control} rows={2} spellCheck={false} value={events} onChange={(event) => set({ events: event.target.value })} />}</Field>
      <div role="group" aria-label={t(m.kinds)} className={styles.kinds}>
        {kinds.filter((kind) => !told.events.includes(kind)).map((kind) => <Button key={kind} size="s" onClick={() => set({ events: [...told.events, kind].join(' ') })}>{kind}</Button>)}
      </div>
      <FormError>{error}</FormError>
    </Dialog>
  );
}
