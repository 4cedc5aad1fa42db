import { useEffect } from 'react';
import { usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { setClock } from '#kernel/web/index.ts';
import { patchMe } from '../users.client.ts';
import { useMe } from '../users.state.ts';

/** Applies the person's clock, and tells the server the browser's time zone when it has changed. */
export function PersonalFormats(): null {
  const military = usePreference(preference_category.display_settings, 'use_military_time');
  const { id, timezone } = useMe();
  useEffect(() => setClock(military ? military === 'true' : undefined), [military]);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!id || !here || timezone?.useAutomaticTimezone === 'false' || timezone?.automaticTimezone === here) return;
    patchMe({ timezone: { useAutomaticTimezone: 'true', automaticTimezone: here, manualTimezone: timezone?.manualTimezone ?? '' } }).catch(() => undefined);
  }, [id, timezone]);
  return null;
}
