import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '#identity/users/web/index.ts';
import { BarePage, Button, FormError, goTo, Skeleton, useSubmit, useT } from '#kernel/web/index.ts';
import type { AuthorizeRequest, OAuthApp } from '../../wire/index.ts';
import { decide, fetchAppInfo, fetchConnectedApps } from '../oauth.client.ts';
import { oauth_messages as m } from '../oauth.messages.ts';
import { hostOf, requestOf } from '../oauth.rules.ts';
import styles from './ConsentPage.module.css';

/** An app asks to act for the person who is here. */
export default function ConsentPage(): ReactNode {
  const t = useT();
  const [params] = useSearchParams();
  const request = requestOf(params);
  const [app, setApp] = useState<OAuthApp | 'none'>();
  const [is_known, setIsKnown] = useState<boolean>();
  useEffect(() => {
    fetchAppInfo(request.client_id).then(setApp, () => setApp('none'));
    fetchConnectedApps().then((apps) => setIsKnown(apps.some((one) => one.id === request.client_id)), () => setIsKnown(false));
  }, [request.client_id]);
  if (app === 'none') return <BarePage title={t(m.failed_title)} text={t(m.failed_text)}><Button onClick={() => goTo('/')}>{t(m.home)}</Button></BarePage>;
  if (!app || is_known === undefined) return <BarePage title=""><Skeleton height={120} /></BarePage>;
  return <Decision app={app} request={request} is_decided={app.is_trusted || (is_known && !app.is_dynamically_registered && request.redirect_uri.startsWith('https:'))} />;
}

// Who has let an app in before is not asked again, unless any program could pretend to be it; nor is anybody about an app that
// the administrators trust.
function Decision({ app, request, is_decided }: { app: OAuthApp; request: AuthorizeRequest; is_decided: boolean }): ReactNode {
  const t = useT();
  const name = useMe()?.username ?? '';
  const { is_busy, error, submit } = useSubmit();
  const answer = (is_denied: boolean): void => submit(async () => location.assign(await decide({ ...request, is_denied })));
  useEffect(() => {
    if (is_decided) answer(false);
  }, [is_decided]);
  return (
    <BarePage title={t(m.consent_title, { app: app.name })} text={t(m.consent_text, { app: app.name })} foot={t(m.take_back)}>
      <div className={styles.facts}>
        {app.description && <p>{app.description}</p>}
        <p>{t(m.signed_in_as, { name })} {t(m.leads_to, { host: hostOf(request.redirect_uri) })}</p>
        {app.is_dynamically_registered && <p className={styles.warning} role="note">{t(m.unknown)}</p>}
        {app.homepage && <a href={app.homepage} target="_blank" rel="noreferrer">{t(m.homepage)}</a>}
      </div>
      <FormError>{error}</FormError>
      <div className={styles.buttons}>
        <Button variant="primary" is_busy={is_busy} is_wide onClick={() => answer(false)}>{t(m.allow)}</Button>
        <Button is_wide disabled={is_busy} onClick={() => answer(true)}>{t(m.deny)}</Button>
      </div>
    </BarePage>
  );
}
