import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { savePreference, usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { default_timezone } from '#identity/users/wire/index.ts';
import { Choice, Field, Select, setTheme, SettingsSection, themeStore, toast, useConfig, useT } from '#kernel/web/index.ts';
import { patchMe } from '../users.client.ts';
import { useNameFormat } from '../users.names.ts';
import { useMe } from '../users.state.ts';
import { settings_messages as m } from './settings.messages.ts';
import styles from './settings.module.css';

/** How the page looks for this person; every change takes effect at once. */
export default function DisplaySettings(): ReactNode {
  const t = useT();
  const choice = themeStore((state) => state.choice);
  const name_format = useNameFormat();
  const is_locked = useConfig('LockTeammateNameDisplay') === 'true';
  const military = usePreference(preference_category.display_settings, 'use_military_time');
  const save = (name: string, value: string): void => void savePreference(preference_category.display_settings, name, value).catch(toast.failure);
  return (
    <>
      <SettingsSection title={t(m.theme)}>
        <Choice
          label={t(m.theme)}
          value={choice}
          on_change={setTheme}
          options={[
            { value: 'light', label: t(m.light), icon: <Sun size={16} /> },
            { value: 'dark', label: t(m.dark), icon: <Moon size={16} /> },
            { value: 'system', label: t(m.system), icon: <Monitor size={16} /> },
          ]}
        />
      </SettingsSection>
      {!is_locked && (
        <SettingsSection title={t(m.names)}>
          <Choice
            look="rows"
            label={t(m.names)}
            value={name_format}
            on_change={(value) => save('name_format', value)}
            options={[
              { value: 'nickname_full_name', label: t(m.names_nickname) },
              { value: 'full_name', label: t(m.names_full) },
              { value: 'username', label: t(m.names_username) },
            ]}
          />
        </SettingsSection>
      )}
      <SettingsSection title={t(m.clock)}>
        <Choice
          look="rows"
          label={t(m.clock)}
          value={military || 'false'}
          on_change={(value) => save('use_military_time', value)}
          options={[{ value: 'true', label: t(m.clock_24) }, { value: 'false', label: t(m.clock_12) }]}
        />
        <TimezoneField />
      </SettingsSection>
    </>
  );
}

function TimezoneField(): ReactNode {
  const t = useT();
  const timezone = useMe().timezone ?? default_timezone;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const value = timezone.useAutomaticTimezone === 'true' ? '' : timezone.manualTimezone;
  const save = (name: string): void =>
    void patchMe({ timezone: { useAutomaticTimezone: name ? 'false' : 'true', automaticTimezone: here, manualTimezone: name } }).catch(toast.failure);
  return (
    <div className={styles.narrow}>
      <Field label={t(m.timezone)} hint={t(m.timezone_hint, { name: here })}>
        {(control) => (
          <Select {...control} value={value} onChange={(event) => save(event.target.value)}>
            <option value="">{t(m.timezone_automatic)}</option>
            {Intl.supportedValuesOf('timeZone').map((name) => <option key={name} value={name}>{name.replaceAll('_', ' ')}</option>)}
          </Select>
        )}
      </Field>
    </div>
  );
}
