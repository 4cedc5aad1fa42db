import type { ReactNode } from 'react';
import { defineMessages, useT } from '../i18n/i18n.ts';
import { formatSoon, mondayMorning, tomorrowMorning } from '../i18n/later.ts';
import { openDialog } from '../state/dialog.state.ts';
import { MenuItem } from './Menu.tsx';
import { TimeDialog } from './TimeDialog.tsx';

const m = defineMessages({
  minutes: { id: 'later.minutes', defaultMessage: 'In {count} minutes' },
  hours: { id: 'later.hours', defaultMessage: '{count, plural, one {In an hour} other {In # hours}}' },
  tomorrow: { id: 'later.tomorrow', defaultMessage: 'Tomorrow' },
  monday: { id: 'later.monday', defaultMessage: 'Next Monday' },
  custom: { id: 'later.custom', defaultMessage: 'At another time …' },
});

/** Lines of a menu that choose a later time. `has_soon`: also within the next hours. */
export function LaterItems({ title, action, has_soon = false, on_pick }: { title: string; action: string; has_soon?: boolean; on_pick: (at: number) => void }): ReactNode {
  const t = useT();
  const now = Date.now();
  const hour = 3_600_000;
  const ask = () => setTimeout(() => openDialog(<TimeDialog title={title} action={action} on_pick={on_pick} />));
  return (
    <>
      {has_soon && <MenuItem on_select={() => on_pick(now + hour / 2)}>{t(m.minutes, { count: 30 })}</MenuItem>}
      {has_soon && <MenuItem on_select={() => on_pick(now + hour)}>{t(m.hours, { count: 1 })}</MenuItem>}
      {has_soon && <MenuItem on_select={() => on_pick(now + 2 * hour)}>{t(m.hours, { count: 2 })}</MenuItem>}
      <MenuItem hint={formatSoon(tomorrowMorning(now))} on_select={() => on_pick(tomorrowMorning(now))}>{t(m.tomorrow)}</MenuItem>
      <MenuItem hint={formatSoon(mondayMorning(now))} on_select={() => on_pick(mondayMorning(now))}>{t(m.monday)}</MenuItem>
      <MenuItem on_select={ask}>{t(m.custom)}</MenuItem>
    </>
  );
}
