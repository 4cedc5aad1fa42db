import { MailError, newId, type App, type Ctx, type Letter } from '#kernel/server/index.ts';
import type { Mail } from '#identity/users/server/feature.ts';
import { mailServerOf, sendLetter } from './mail-server.ts';
import { insertMail, markFailed, markSent, readNextDue, removeOldMails, takeDueMail, type MailRow } from './mails.store.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long to wait after each failure; after the last one the mail is given up. */
const BACK_OFF_MS = [30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS, 2 * 60 * MINUTE_MS, 6 * 60 * MINUTE_MS, 12 * 60 * MINUTE_MS];
const LEASE_MS = 30 * MINUTE_MS;
const LOOK_EVERY_MS = 5 * MINUTE_MS;
const KEEP_MS = 30 * DAY_MS;
const KEEP_LINKS_MS = 2 * DAY_MS;

interface Queue {
  working: Promise<void> | null;
  is_asked: boolean;
  is_closed: boolean;
  timer: NodeJS.Timeout | null;
}

const queues = new WeakMap<App, Queue>();

/** Puts a mail into the queue; false where no mail leaves this server, when it is at most kept for its link. */
export async function queueMail(ctx: Ctx, mail: Mail): Promise<boolean> {
  const has_server = mailServerOf(ctx.settings) !== undefined;
  if (!has_server && !mail.is_needed) return false;
  await insertMail(ctx.db, { id: newId(ctx.now), create_at: ctx.now, recipient: mail.to, subject: mail.subject, locale: mail.locale ?? 'en', letter: mail.letter ?? plainLetter(mail), state: has_server ? 'waiting' : 'kept' });
  if (has_server) workQueue(ctx.app);
  return has_server;
}

/** Starts sending what is due, unless that is under way; then it looks once more at the end. */
export function workQueue(app: App): void {
  const queue = queues.get(app);
  if (!queue || queue.is_closed) return;
  queue.is_asked = true;
  queue.working ??= sendAllDue(app, queue).finally(() => (queue.working = null));
}

/** Opens the queue of this node: what an earlier process left is sent now. Returns what closes it. */
export function openQueue(app: App): () => Promise<void> {
  const queue: Queue = { working: null, is_asked: false, is_closed: false, timer: null };
  queues.set(app, queue);
  workQueue(app);
  return async () => {
    queue.is_closed = true;
    if (queue.timer) clearTimeout(queue.timer);
    await queue.working;
  };
}

/** Waits until nothing is due any more. */
export async function settleQueue(app: App): Promise<void> {
  workQueue(app);
  await queues.get(app)?.working;
}

async function sendAllDue(app: App, queue: Queue): Promise<void> {
  try {
    while (queue.is_asked && !queue.is_closed) {
      queue.is_asked = false;
      for (;;) {
        const mail = queue.is_closed ? undefined : await takeDueMail(app.db, app.clock(), LEASE_MS);
        if (!mail) break;
        await sendOne(app, mail);
      }
    }
    if (!queue.is_closed) await removeOldMails(app.db, app.clock() - KEEP_MS, app.clock() - KEEP_LINKS_MS);
  } catch (error) {
    app.log.error({ error: (error as Error).message }, 'the queue of mails could not be read');
  }
  if (!queue.is_closed) await planNextLook(app, queue);
}

async function planNextLook(app: App, queue: Queue): Promise<void> {
  const due = await readNextDue(app.db).catch(() => undefined);
  const wait_ms = Math.min(Math.max((due ?? Infinity) - app.clock(), 1_000), LOOK_EVERY_MS);
  if (queue.timer) clearTimeout(queue.timer);
  queue.timer = setTimeout(() => workQueue(app), wait_ms).unref();
}

async function sendOne(app: App, mail: MailRow): Promise<void> {
  try {
    const server = mailServerOf(app.settings);
    if (!server || !mail.letter) throw new Error('There is no mail server any more.');
    await sendLetter(app, server, { ...mail, letter: mail.letter });
    await markSent(app.db, mail.id, app.clock());
  } catch (error) {
    const { message } = error as Error;
    const wait_ms = error instanceof MailError && error.is_final ? undefined : BACK_OFF_MS[mail.attempts - 1];
    await markFailed(app.db, mail.id, message, wait_ms === undefined ? undefined : app.clock() + wait_ms);
    app.log.warn({ mail_id: mail.id, attempts: mail.attempts, error: message, is_given_up: wait_ms === undefined }, 'a mail could not be sent');
  }
}

// A text without parts: its paragraphs as they are.
function plainLetter({ subject, text }: Mail): Letter {
  return { subject, title: subject, paragraphs: text.split(/\n{2,}/) };
}
