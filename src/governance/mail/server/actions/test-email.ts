import { z } from 'zod';
import { action, userError, type Ctx, type MailServer, type Settings } from '#kernel/server/index.ts';
import { writeLetter } from '#identity/letters/server/feature.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser } from '#identity/users/server/feature.ts';
import { mailServerOf, portOf, sendLetter } from '../mail-server.ts';
import * as s from '../mail.settings.ts';

const text = () => z.string().nullish();

const emailSettings = z.object({
  SMTPServer: text(),
  SMTPPort: text(),
  ConnectionSecurity: z.enum(['', 'TLS', 'STARTTLS']).nullish(),
  EnableSMTPAuth: z.boolean().nullish(),
  SMTPUsername: text(),
  SMTPPassword: text(),
  SMTPServerTimeout: z.number().min(1).max(300).nullish(),
  SkipServerCertificateVerification: z.boolean().nullish(),
});

type Given = z.output<typeof emailSettings>;

export const testEmail = action({
  name: 'test-email',
  summary: 'Sends a mail to oneself with the settings given, or those in force.',
  input: z.object({ EmailSettings: emailSettings.nullish() }),
  permission: inSystem('test_email'),
  run: async (ctx, { EmailSettings }) => {
    const server = EmailSettings ? serverOf(ctx.settings, EmailSettings) : mailServerOf(ctx.settings);
    if (!server) throw userError('api.admin.test_email.missing_server', 'Give the name of a mail server (EmailSettings.SMTPServer) first.');
    const user = await needUser(ctx, recipientOf(ctx));
    await sendLetter(ctx.app, server, { recipient: user.email, locale: user.locale, letter: writeLetter(ctx.settings, user.locale, 'test') });
  },
});

function recipientOf(ctx: Ctx): string {
  if (!ctx.actor.user_id) throw userError('api.admin.test_email.body', 'Only a person can test the mail: it goes to the address of who asks.');
  return ctx.actor.user_id;
}

function serverOf(settings: Settings, given: Given): MailServer | undefined {
  const host = (given.SMTPServer ?? settings.get(s.smtpServer)).trim();
  if (!host) return undefined;
  const port = portOf(given.SMTPPort || settings.get(s.smtpPort));
  const user = given.SMTPUsername ?? settings.get(s.smtpUsername);
  return {
    host,
    port,
    security: given.ConnectionSecurity ?? (settings.get(s.connectionSecurity) as MailServer['security']),
    login: (given.EnableSMTPAuth ?? settings.get(s.enableSmtpAuth)) ? { user, password: passwordOf(settings, given, host, port, user) } : undefined,
    timeout_ms: (given.SMTPServerTimeout ?? settings.get(s.smtpTimeout)) * 1000,
    skip_certificate_check: given.SkipServerCertificateVerification ?? settings.get(s.skipCertificateCheck),
  };
}

// The kept password goes only to the server that it was kept for.
function passwordOf(settings: Settings, { SMTPPassword: password }: Given, host: string, port: number, user: string): string {
  if (password && !/^\*+$/.test(password)) return password;
  const is_same = host === settings.get(s.smtpServer).trim() && String(port) === settings.get(s.smtpPort) && user === settings.get(s.smtpUsername);
  if (!is_same) throw userError('api.admin.test_email.reenter_password', 'The server, its port or the user name has changed: type the password again.');
  return settings.get(s.smtpPassword);
}
