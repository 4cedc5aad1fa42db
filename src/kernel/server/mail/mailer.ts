import type { Transporter } from 'nodemailer';
import { AppError } from '../errors.ts';

/** How to reach the server that takes our mail. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `''` in the clear, `TLS` from the first byte, `STARTTLS` after the greeting; the last refuses to go on in the clear. */
  readonly security: '' | 'TLS' | 'STARTTLS';
  /** Absent: without log-in. */
  readonly login?: { readonly user: string; readonly password: string };
  readonly timeout_ms: number;
  readonly skip_certificate_check: boolean;
}

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly reply_to?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The mail server did not take it. `is_final`: it never will, so trying again is of no use. */
export class MailError extends AppError {
  readonly is_final: boolean;

  constructor(message: string, is_final: boolean) {
    super('api.admin.test_email.failure', message, 400);
    this.is_final = is_final;
  }
}

/** Hands one mail to the server. Every step has the time limit of `server`; what fails is a `MailError` that says what the server said. */
export async function sendByServer(server: MailServer, mail: OutgoingMail): Promise<void> {
  await withTransport(server, async (transport) => {
    await transport.sendMail({ from: mail.from, to: { name: '', address: mail.to }, replyTo: mail.reply_to || undefined, subject: mail.subject, text: mail.text, html: mail.html, headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers }, disableFileAccess: true, disableUrlAccess: true });
  });
}

async function withTransport(server: MailServer, run: (transport: Transporter) => Promise<void>): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const limit = server.timeout_ms;
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'TLS',
    requireTLS: server.security === 'STARTTLS',
    ignoreTLS: server.security === '',
    auth: server.login ? { user: server.login.user, pass: server.login.password } : undefined,
    tls: { rejectUnauthorized: !server.skip_certificate_check },
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    dnsTimeout: limit,
  });
  try {
    await run(transport);
  } catch (error) {
    const { message, code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number };
    // 5xx about the recipient or the text is the last word; one about the log-in is the administrator's to mend.
    throw new MailError(`The mail server ${server.host}:${server.port} did not take it: ${message}`, responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE'));
  } finally {
    transport.close();
  }
}
