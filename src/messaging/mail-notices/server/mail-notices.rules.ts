import type { MemberNotify } from '#messaging/channels/server/feature.ts';

export const IMMEDIATE_S = 30;
const BATCH_S = 900;
const LONGEST_S = 86_400;

/** Whether a member wants a mail about a message by which it was addressed, or only about a reply in a thread that it follows. */
export function wantsMail(member: MemberNotify, is_addressed: boolean): boolean {
  const { user_props, channel_props } = member;
  if (member.is_bot || !member.is_active || channel_props.mark_unread === 'mention') return false;
  const email = channel_props.email === 'default' ? (user_props.email ?? 'true') : channel_props.email;
  return email === 'true' && (is_addressed || user_props.email_threads === 'all' || user_props.email_threads === undefined);
}

/** Seconds for which messages are collected; undefined for who wants no mails. */
export function waitOf(is_batching: boolean, interval: string | undefined): number | undefined {
  if (interval === '0') return undefined;
  if (!is_batching) return IMMEDIATE_S;
  const chosen = Number(interval ?? BATCH_S);
  return Number.isFinite(chosen) ? Math.min(Math.max(chosen, IMMEDIATE_S), LONGEST_S) : BATCH_S;
}

/** Enough of a message to know what it is about. */
export function excerptOf(message: string, file_count: number, max = 1_000): string {
  const letters = [...message];
  const text = letters.length > max ? `${letters.slice(0, max).join('')}…` : message;
  return [text, file_count ? `📎 ${file_count}` : ''].filter(Boolean).join('\n');
}
