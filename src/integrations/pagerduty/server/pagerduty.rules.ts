import { partsAt, quiet, shorten, textAt, valueAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';

const COLORS: Readonly<Record<string, string>> = { triggered: 'danger', acknowledged: 'warning', resolved: 'good' };

/** A payload of PagerDuty (webhooks V3) as a message; undefined if somebody else sent it. */
export function pagerdutyMessage({ body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const event = valueAt(body, 'event');
  const type = textAt(event, 'event_type');
  if (!/^(incident|service|pagey)\b/.test(type) || !valueAt(event, 'data')) return undefined;
  const data = valueAt(event, 'data');
  const at = textAt(event, 'occurred_at');
  if (textAt(data, 'type') !== 'incident') return other(event, type);
  const status = textAt(data, 'status');
  const title = `[${status.toUpperCase() || type}] #${textAt(data, 'number')} ${quiet(shorten(textAt(data, 'title') || 'Incident', 200))}`;
  const people = partsAt(data, 'assignees').map((person) => textAt(person, 'summary')).filter(Boolean).join(', ');
  const facts = [['Service', textAt(data, 'service', 'summary')], ['Urgency', textAt(data, 'urgency')], ['Assigned to', people]] as const;
  return {
    username: 'PagerDuty', key: `pagerduty ${textAt(data, 'id')}`, status, ...(at && { at }),
    attachments: [{
      fallback: title, title, title_link: textAt(data, 'html_url'), color: COLORS[status] ?? '', footer: textAt(data, 'priority', 'summary'),
      text: textAt(event, 'agent', 'summary') ? quiet(`${type.replace('incident.', '').replaceAll('_', ' ')} by ${textAt(event, 'agent', 'summary')}`) : '',
      fields: facts.filter(([, value]) => value).map(([name, value]) => ({ title: name, value: quiet(shorten(value, 100)), short: true })),
    }],
  };
}

// Notes and updates are about an incident without being one: they stand in its thread.
function other(event: unknown, type: string): IncomingWebhookRequest {
  const data = valueAt(event, 'data');
  const incident = textAt(data, 'incident', 'id');
  const title = `${type.replaceAll(/[._]/g, ' ')}${textAt(data, 'incident', 'summary') ? `: ${quiet(shorten(textAt(data, 'incident', 'summary'), 160))}` : ''}`;
  return {
    username: 'PagerDuty', ...(incident && { thread_key: `pagerduty ${incident} notes` }),
    attachments: [{ fallback: title, title: title.charAt(0).toUpperCase() + title.slice(1), title_link: textAt(data, 'incident', 'html_url') || textAt(data, 'html_url'), text: quiet(shorten(textAt(data, 'content') || textAt(data, 'message') || textAt(data, 'summary'), 600)) }],
  };
}
