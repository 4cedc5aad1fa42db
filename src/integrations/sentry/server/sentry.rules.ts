import { firstLine, quiet, shorten, textAt, valueAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';

const COLORS: Readonly<Record<string, string>> = { fatal: 'danger', error: 'danger', critical: 'danger', warning: 'warning', resolved: 'good', unresolved: 'danger', archived: '', ignored: '' };
const VERBS: Readonly<Record<string, string>> = { created: 'New issue', resolved: 'Issue resolved', assigned: 'Issue assigned', archived: 'Issue archived', ignored: 'Issue archived', unresolved: 'Issue came back' };

/** A payload of Sentry as a message; undefined if somebody else sent it. */
export function sentryMessage({ headers, body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const resource = headers['sentry-hook-resource'];
  const data = valueAt(body, 'data');
  if (typeof resource !== 'string') return isLegacy(body) ? legacyIssue(body) : undefined;
  if (valueAt(data, 'issue')) return issue(data, textAt(body, 'action'));
  if (valueAt(data, 'event')) return eventAlert(data);
  if (valueAt(data, 'metric_alert')) return metricAlert(data, textAt(body, 'action'));
  if (valueAt(data, 'error')) return card(valueAt(data, 'error'), 'New error', '', textAt(data, 'error', 'level'));
  return { username: 'Sentry', attachments: [{ title: `${resource.replaceAll('_', ' ')} ${textAt(body, 'action')}`.trim(), fallback: resource, text: '' }] };
}

function issue(data: unknown, action: string): IncomingWebhookRequest {
  const one = valueAt(data, 'issue');
  const status = textAt(one, 'status') || action;
  const facts = [['Project', textAt(one, 'project', 'name') || textAt(one, 'project', 'slug')], ['Level', textAt(one, 'level')], ['Seen', textAt(one, 'count')]] as const;
  return {
    username: 'Sentry', key: `sentry issue ${textAt(one, 'id')}`, status,
    attachments: [attachment(`${VERBS[action] ?? `Issue ${action}`}: ${told(one)}`, textAt(one, 'web_url') || textAt(one, 'permalink'), COLORS[status === 'unresolved' ? textAt(one, 'level') || status : status] ?? '', textAt(one, 'culprit'), facts, textAt(one, 'shortId'))],
  };
}

// What an alert rule of issues sends: the event that set it off.
function eventAlert(data: unknown): IncomingWebhookRequest {
  const event = valueAt(data, 'event');
  return card(event, textAt(data, 'triggered_rule') || 'Alert', textAt(event, 'issue_id'), textAt(event, 'level'));
}

function card(event: unknown, what: string, issue_id: string, level: string): IncomingWebhookRequest {
  return {
    username: 'Sentry', ...(issue_id && { key: `sentry issue ${issue_id}`, status: 'unresolved' }),
    attachments: [attachment(`${quiet(shorten(what, 80))}: ${told(event)}`, textAt(event, 'web_url') || textAt(event, 'issue_url'), COLORS[level] ?? 'danger', textAt(event, 'culprit') || textAt(event, 'message'), [['Level', level], ['Environment', textAt(event, 'environment')], ['Release', textAt(event, 'release')]], textAt(event, 'platform'))],
  };
}

function metricAlert(data: unknown, action: string): IncomingWebhookRequest {
  const alert = valueAt(data, 'metric_alert');
  const title = quiet(shorten(textAt(data, 'description_title') || textAt(alert, 'title') || textAt(alert, 'alert_rule', 'name'), 200));
  return {
    username: 'Sentry', key: `sentry alert ${textAt(alert, 'id') || textAt(alert, 'identifier')}`, status: action,
    attachments: [attachment(title || `Alert ${action}`, textAt(data, 'web_url'), COLORS[action] ?? '', textAt(data, 'description_text'), [['State', action]], textAt(alert, 'alert_rule', 'name'))],
  };
}

// The older webhook of a project, which sends no header.
function isLegacy(body: unknown): boolean {
  return textAt(body, 'project_slug') !== '' && valueAt(body, 'event') !== undefined && valueAt(body, 'level') !== undefined;
}

function legacyIssue(body: unknown): IncomingWebhookRequest {
  const level = textAt(body, 'level');
  const title = quiet(shorten(firstLine(textAt(body, 'event', 'title') || textAt(body, 'message') || 'Error'), 200));
  return { username: 'Sentry', key: `sentry issue ${textAt(body, 'id')}`, status: 'unresolved', attachments: [attachment(title, textAt(body, 'url'), COLORS[level] ?? 'danger', textAt(body, 'culprit'), [['Project', textAt(body, 'project_name')], ['Level', level]], textAt(body, 'project_slug'))] };
}

function told(one: unknown): string {
  const kind = textAt(one, 'metadata', 'type');
  return quiet(shorten(firstLine(textAt(one, 'title') || [kind, textAt(one, 'metadata', 'value')].filter(Boolean).join(': ') || 'Error'), 200));
}

function attachment(title: string, url: string, color: string, text: string, facts: readonly (readonly [string, string])[], footer: string) {
  return { fallback: title, title, title_link: url, color, text: quiet(shorten(text, 400)), footer, fields: facts.filter(([, value]) => value).slice(0, 3).map(([name, value]) => ({ title: name, value: quiet(shorten(value, 100)), short: true })) };
}
