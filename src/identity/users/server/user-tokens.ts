import { createHash } from 'node:crypto';
import { extensionPoint, letterAsText, newToken, type Ctx, type Letter } from '#kernel/server/index.ts';
import { NEEDED_LETTERS, siteNameOf, writeLetter, type LetterName, type LetterParts } from '#identity/letters/server/feature.ts';
import { saveToken, takeToken } from './credentials.store.ts';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same with its parts, where it has any. */
  readonly letter?: Letter;
  readonly locale?: string;
  /** Whether somebody waits for its link, so that it is kept for an administrator where no mail leaves. */
  readonly is_needed?: boolean;
}

/** Sends a mail; true once it is on its way. Without anybody to fill it no mail leaves this server. */
export const sendMail = extensionPoint<(ctx: Ctx, mail: Mail) => Promise<boolean>>('users.send-mail');

/** Length of the tokens that links in mails carry. */
export const MAIL_TOKEN_CHARS = 64;

const LIFETIME_MS = 24 * 3_600_000;

/** A token that proves that its bearer reads the mail of this account. It works once, for a day. */
export async function makeUserToken(ctx: Ctx, type: string, user: { id: string; email: string }): Promise<string> {
  const token = (newToken() + newToken() + newToken()).slice(0, MAIL_TOKEN_CHARS);
  await ctx.db.tx((tx) => saveToken(tx, { token_hash: hashOf(token), type, user_id: user.id, email: user.email, expires_at: ctx.now + LIFETIME_MS }));
  return token;
}

/** Spends a token; undefined if it is unknown, spent or too old. */
export function spendUserToken(ctx: Ctx, type: string, token: string): Promise<{ user_id: string; email: string } | undefined> {
  return takeToken(ctx.db, hashOf(token), type, ctx.now);
}

/** Writes to somebody in the person's language. Nothing goes to bots and to those without an address. */
export async function mailLetter(ctx: Ctx, to: { readonly email: string; readonly locale?: string; readonly is_bot?: boolean }, name: LetterName, parts: LetterParts = {}): Promise<void> {
  if (to.is_bot || !to.email) return;
  const locale = to.locale || 'en';
  const letter = writeLetter(ctx.settings, locale, name, parts);
  await mailTo(ctx, { to: to.email, subject: letter.subject, text: letterAsText(letter, { service: siteNameOf(ctx.settings), url: ctx.app.site_url, locale }), letter, locale, is_needed: NEEDED_LETTERS.has(name) });
}

/** Sends a mail by the first who can. Nobody learns by the answer whether it left; the log does. */
export async function mailTo(ctx: Ctx, mail: Mail): Promise<void> {
  for (const send of ctx.app.all(sendMail)) if (await send(ctx, mail)) return;
  ctx.log.warn({ subject: mail.subject }, 'a mail was not sent: no mail service is set up');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
