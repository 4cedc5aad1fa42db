import { Keyboard, LogOut, MessageSquareText, Monitor, Moon, Palette, Settings, Sun, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { signOut } from '#identity/sessions/web/index.ts';
import { setMyStatus, status_messages, StatusMark, statusStore, useStatus, WithStatus } from '#identity/status/web/index.ts';
import type { StatusValue } from '#identity/status/wire/index.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator, openDialog, openSettings, openShortcutSheet, setTheme, SubMenu, themeStore, toast, useNow, useT, type ThemeChoice } from '#kernel/web/index.ts';
import { UserAvatar } from '../components/UserAvatar.tsx';
import { customStatusOf } from '../custom-status.ts';
import { clearCustomStatus } from '../users.client.ts';
import { useFormatName } from '../users.names.ts';
import { useMe } from '../users.state.ts';
import { CustomStatusDialog } from './CustomStatusDialog.tsx';
import { dndEnd, dndHint, type DndChoice } from './dnd.ts';
import { you_messages as m } from './you.messages.ts';
import styles from './YourMenu.module.css';

/** Oneself, at the end of the header: presence, status, theme, settings, log-out. */
export function YourMenu(): ReactNode {
  const t = useT();
  const me = useMe();
  const name = useFormatName()(me);
  const status = useStatus(me.id) ?? 'online';
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.trigger} aria-label={t(m.menu, { name, status: t(status_messages[status]) })}>
          <WithStatus surface="rail" dot={<StatusMark status={status} />}><UserAvatar user_id={me.id} size={28} /></WithStatus>
        </button>
      }
    >
      <MenuLabel>{name} · @{me.username}</MenuLabel>
      <StatusItems />
      <MenuSeparator />
      <PresenceItems status={status} />
      <MenuSeparator />
      <PageItems />
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} on_select={() => void signOut()}>{t(m.log_out)}</MenuItem>
    </Menu>
  );
}

function StatusItems(): ReactNode {
  const t = useT();
  const custom = customStatusOf(useMe(), useNow());
  return (
    <>
      <MenuItem icon={<MessageSquareText size={16} />} on_select={() => openDialog(<CustomStatusDialog />)}>{custom?.text || t(m.set_status)}</MenuItem>
      {custom && <MenuItem icon={<X size={16} />} on_select={() => void clearCustomStatus().catch(toast.failure)}>{t(m.clear_status)}</MenuItem>}
    </>
  );
}

function PresenceItems({ status }: { status: StatusValue }): ReactNode {
  const t = useT();
  const until = statusStore((state) => state.dnd_end_time);
  const choose = (next: StatusValue, choice?: DndChoice): void => void setMyStatus(next, choice ? dndEnd(choice, Date.now()) : 0).catch(toast.failure);
  const dnd_choices: [DndChoice, string][] = [['30m', t(m.dnd_30)], ['1h', t(m.dnd_60)], ['tomorrow', t(m.dnd_tomorrow)], ['forever', t(m.dnd_forever)]];
  return (
    <>
      {(['online', 'away'] as const).map((value) => (
        <MenuItem key={value} icon={<StatusMark status={value} />} is_checked={status === value} on_select={() => choose(value)}>{t(status_messages[value])}</MenuItem>
      ))}
      <SubMenu icon={<StatusMark status="dnd" />} label={t(status_messages.dnd)} hint={status === 'dnd' ? dndHint(until) : undefined}>
        {dnd_choices.map(([choice, label]) => <MenuItem key={choice} on_select={() => choose('dnd', choice)}>{label}</MenuItem>)}
      </SubMenu>
      <MenuItem icon={<StatusMark status="offline" />} is_checked={status === 'offline'} on_select={() => choose('offline')}>{t(status_messages.offline)}</MenuItem>
    </>
  );
}

function PageItems(): ReactNode {
  const t = useT();
  const choice = themeStore((state) => state.choice);
  const themes: [ThemeChoice, string, ReactNode][] = [['light', t(m.light), <Sun key="i" size={16} />], ['dark', t(m.dark), <Moon key="i" size={16} />], ['system', t(m.system), <Monitor key="i" size={16} />]];
  return (
    <>
      <SubMenu icon={<Palette size={16} />} label={t(m.theme)} hint={themes.find(([value]) => value === choice)?.[1]}>
        {themes.map(([value, label, icon]) => <MenuItem key={value} icon={icon} is_checked={choice === value} on_select={() => setTheme(value)}>{label}</MenuItem>)}
      </SubMenu>
      <MenuItem icon={<Settings size={16} />} on_select={() => openSettings()}>{t(m.settings)}</MenuItem>
      <MenuItem icon={<Keyboard size={16} />} on_select={openShortcutSheet}>{t(m.shortcuts)}</MenuItem>
    </>
  );
}
