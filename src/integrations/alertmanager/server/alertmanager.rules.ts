import { textAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';
import { isAlertGroup, readAlertGroup } from './alerts.rules.ts';

/** A payload of Alertmanager as a message; undefined if somebody else sent it. */
export function alertmanagerMessage({ body }: ForeignPayload): IncomingWebhookRequest | undefined {
  if (!isAlertGroup(body) || body['version'] !== '4') return undefined;
  const { title, color, text, fields } = readAlertGroup(body);
  return { username: 'Alertmanager', attachments: [{ fallback: title, color, title, title_link: textAt(body, 'externalURL'), text, fields, footer: textAt(body, 'receiver') }] };
}
