import type { OutgoingWebhook } from '../wire/index.ts';

/** What of a message decides whether a webhook fires. */
export interface Said {
  readonly channel_id: string;
  readonly message: string;
}

/** The word that fires the webhook, '' if every message of its channel does, undefined if this one does not. */
export function triggerOf(hook: OutgoingWebhook, { channel_id, message }: Said): string | undefined {
  if (hook.channel_id && hook.channel_id !== channel_id) return undefined;
  const words = hook.trigger_words ?? [];
  if (!words.length) return hook.channel_id ? '' : undefined;
  const first = /\S+/.exec(message)?.[0] ?? '';
  return hook.trigger_when === 1 ? words.find((word) => message.startsWith(word)) : words.find((word) => word === first);
}

/** Whether two webhooks would fire on the same message and call the same address. */
export function collide(a: OutgoingWebhook, b: OutgoingWebhook): boolean {
  const share = <T>(x: readonly T[] | null, y: readonly T[] | null) => (x ?? []).some((one) => (y ?? []).includes(one));
  const hasSameWords = share(a.trigger_words, b.trigger_words) || (!a.trigger_words?.length && !b.trigger_words?.length);
  return a.id !== b.id && a.team_id === b.team_id && a.channel_id === b.channel_id && hasSameWords && share(a.callback_urls, b.callback_urls);
}
