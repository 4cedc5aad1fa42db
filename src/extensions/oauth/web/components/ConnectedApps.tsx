import { AppWindow } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button, ListRow, SettingsSection, Skeleton, toast, useT } from '#kernel/web/index.ts';
import type { OAuthApp } from '../../wire/index.ts';
import { endApp, fetchConnectedApps } from '../oauth.client.ts';
import { oauth_messages as m } from '../oauth.messages.ts';

/** The programs that a person has let in, in the settings. */
export default function ConnectedApps(): ReactNode {
  const t = useT();
  const [apps, setApps] = useState<OAuthApp[]>();
  useEffect(() => void fetchConnectedApps().then(setApps, toast.failure), []);
  const end = (app: OAuthApp): void =>
    void endApp(app.id).then(() => {
      setApps((all) => all?.filter((one) => one.id !== app.id));
      toast.show(t(m.ended, { app: app.name }));
    }, toast.failure);
  return (
    <SettingsSection title={t(m.apps)} text={apps?.length === 0 ? t(m.apps_none) : t(m.apps_text)}>
      {apps ? apps.map((app) => <ListRow key={app.id} start={<AppWindow size={18} />} title={app.name} text={app.description || app.homepage} end={<Button size="s" aria-label={t(m.end_app, { app: app.name })} onClick={() => end(app)}>{t(m.end)}</Button>} />) : <Skeleton height={48} />}
    </SettingsSection>
  );
}
