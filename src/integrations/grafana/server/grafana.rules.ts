import { quiet, shorten, textAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';
import { isAlertGroup, readAlertGroup } from '#integrations/alertmanager/server/feature.ts';

/** A payload of Grafana as a message; undefined if somebody else sent it. */
export function grafanaMessage({ body }: ForeignPayload): IncomingWebhookRequest | undefined {
  if (!isAlertGroup(body) || typeof body['orgId'] !== 'number') return undefined;
  const group = readAlertGroup(body);
  // Grafana's own title follows its templates; people have made them say what they want to read.
  const title = quiet(shorten(textAt(body, 'title'), 200)) || group.title;
  const values = group.firing.map((alert) => textAt(alert, 'valueString')).filter(Boolean);
  const text = [group.text, values.length === 1 ? `\`${shorten(values[0]!.replaceAll('`', "'"), 200)}\`` : ''].filter(Boolean).join('\n\n');
  return { username: 'Grafana', key: `grafana ${textAt(body, 'receiver')} ${textAt(body, 'groupKey')}`, status: textAt(body, 'status'), attachments: [{ fallback: title, color: group.color, title, title_link: textAt(body, 'externalURL'), text, fields: group.fields, footer: textAt(body, 'receiver') }] };
}
