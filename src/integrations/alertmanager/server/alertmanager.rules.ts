import { partsAt, textAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';
import { isAlertGroup, readAlertGroup } from './alerts.rules.ts';

/** A payload of Alertmanager as a message; undefined if somebody else sent it. */
export function alertmanagerMessage({ body }: ForeignPayload): IncomingWebhookRequest | undefined {
  if (!isAlertGroup(body) || body['version'] !== '4') return undefined;
  const { title, color, text, fields } = readAlertGroup(body);
  return { username: 'Alertmanager', key: `alertmanager ${textAt(body, 'receiver')} ${textAt(body, 'groupKey')}`, status: textAt(body, 'status'), attachments: [{ fallback: title, color, title, title_link: textAt(body, 'externalURL'), text, fields, footer: textAt(body, 'receiver') }] };
}

const SENDERS = /^(alertmanager|grafana)\b/i;
const TITLE = /^\[(FIRING|RESOLVED)[^\]]*\]\s*(.*)$/s;

/** What a message in Slack's form is about: Alertmanager and Grafana put the state before the name of the group. */
export function alertmanagerSubject({ headers, body }: ForeignPayload): Pick<IncomingWebhookRequest, 'key' | 'status'> | undefined {
  const sender = headers['user-agent'] ?? '';
  if (!SENDERS.test(sender) && !/^(alertmanager|grafana)$/i.test(textAt(body, 'username'))) return undefined;
  const [card] = partsAt(body, 'attachments');
  const [, state, rest = ''] = TITLE.exec(textAt(card, 'title')) ?? [];
  // Behind the name, in parentheses, stands what the alerts of the moment share: that changes from one to the next.
  const name = rest.replace(/\s*\([^()]*\)\s*$/, '').trim() || rest.trim();
  return state && name ? { key: `alerts ${textAt(body, 'channel')} ${name}`, status: state.toLowerCase() } : undefined;
}
