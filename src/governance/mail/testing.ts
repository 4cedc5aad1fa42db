import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Mailbox {
  readonly port: number;
  readonly mails: ParsedMail[];
  /** The next mail that is there or comes to this address; it is taken out. */
  next(to: string): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** A real SMTP server on a port of its own that keeps what it gets. */
export async function openMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        for (const look of waiting) look();
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => {}); // a client that went away
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const find = (to: string) => mails.findIndex((mail) => JSON.stringify(mail.to).includes(to));
  return {
    port: (server.server.address() as { port: number }).port,
    mails,
    next: (to) =>
      new Promise((resolve) => {
        const look = () => {
          const at = find(to);
          if (at < 0) return;
          waiting.delete(look);
          resolve(mails.splice(at, 1)[0]!);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
