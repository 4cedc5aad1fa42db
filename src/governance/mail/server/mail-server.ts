import { letterAsHtml, letterAsText, sendByServer, userError, type App, type Letter, type MailServer, type Settings } from '#kernel/server/index.ts';
import { siteNameOf } from '#identity/letters/server/feature.ts';
import * as s from './mail.settings.ts';

/** The mail server of the settings; undefined where none is set. */
export function mailServerOf(settings: Settings): MailServer | undefined {
  const host = settings.get(s.smtpServer).trim();
  if (!host) return undefined;
  return {
    host,
    port: portOf(settings.get(s.smtpPort)),
    security: settings.get(s.connectionSecurity) as MailServer['security'],
    login: settings.get(s.enableSmtpAuth) ? { user: settings.get(s.smtpUsername), password: settings.get(s.smtpPassword) } : undefined,
    timeout_ms: settings.get(s.smtpTimeout) * 1000,
    skip_certificate_check: settings.get(s.skipCertificateCheck),
  };
}

/** The protocol has the port as a text. */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw userError('api.admin.test_email.port.app_error', 'EmailSettings.SMTPPort must be a port number from 1 to 65535.');
  return port;
}

/** Gives a letter its form and hands it over. */
export async function sendLetter(app: App, server: MailServer, mail: { recipient: string; locale: string; letter: Letter }): Promise<void> {
  const { settings } = app;
  const service = siteNameOf(settings);
  const foot = settings.get(s.feedbackOrganization).trim();
  const frame = { service: foot ? `${service} · ${foot}` : service, url: app.site_url, locale: mail.locale };
  await sendByServer(server, {
    from: { name: settings.get(s.feedbackName) || service, address: settings.get(s.feedbackEmail) || `no-reply@${new URL(app.site_url).hostname}` },
    reply_to: settings.get(s.replyTo),
    to: mail.recipient,
    subject: mail.letter.subject,
    text: letterAsText(mail.letter, frame),
    html: letterAsHtml(mail.letter, frame),
  });
}
