import { link, partsAt, quiet, shorten, textAt, valueAt, type Part } from '#extensions/webhooks/server/feature.ts';

const ALERTS_SHOWN = 10;
const TEXT_MAX = 400;
const FACT_LABELS = ['severity', 'instance', 'job', 'namespace', 'service', 'cluster', 'team', 'grafana_folder'];

/** A group of alerts as Alertmanager and Grafana send it. */
export interface AlertGroup {
  readonly firing: readonly Part[];
  readonly resolved: readonly Part[];
  /** `[FIRING:2] DiskFull`. */
  readonly title: string;
  readonly color: 'danger' | 'warning' | 'good';
  /** One paragraph for each alert. */
  readonly text: string;
  readonly fields: { title: string; value: string; short: boolean }[];
}

/** Whether a payload is a group of alerts in the form that both share. */
export function isAlertGroup(body: Part): boolean {
  return typeof body['groupKey'] === 'string' && Array.isArray(body['alerts']) && typeof body['status'] === 'string';
}

/** Reads a group of alerts. */
export function readAlertGroup(body: Part): AlertGroup {
  const alerts = partsAt(body, 'alerts');
  const firing = alerts.filter((alert) => textAt(alert, 'status') !== 'resolved');
  const resolved = alerts.filter((alert) => textAt(alert, 'status') === 'resolved');
  const shown = [...firing, ...resolved];
  const hidden = Math.max(0, shown.length - ALERTS_SHOWN) + (Number(valueAt(body, 'truncatedAlerts')) || 0);
  const lines = shown.slice(0, ALERTS_SHOWN).map(alertText);
  if (hidden > 0) lines.push(`… and ${hidden} more`);
  return { firing, resolved, title: titleOf(body, firing.length, resolved.length), color: colorOf(body, firing), text: lines.join('\n\n'), fields: fieldsOf(body) };
}

/** One alert: what it says, and where it comes from. */
function alertText(alert: Part): string {
  const summary = textAt(alert, 'annotations', 'summary') || textAt(alert, 'annotations', 'title') || textAt(alert, 'annotations', 'message') || nameOf(alert);
  const description = textAt(alert, 'annotations', 'description');
  const sign = textAt(alert, 'status') === 'resolved' ? ':white_check_mark:' : ':fire:';
  const links = [
    ['Source', textAt(alert, 'generatorURL')], ['Runbook', textAt(alert, 'annotations', 'runbook_url')], ['Dashboard', textAt(alert, 'dashboardURL')], ['Panel', textAt(alert, 'panelURL')], ['Silence', textAt(alert, 'silenceURL')],
  ].flatMap(([label, url]) => (/^https?:\/\//i.test(url!) ? [link(label!, url!)] : []));
  return [`${sign} **${quiet(shorten(summary, 200))}**`, quiet(shorten(description, TEXT_MAX)), links.join(' · ')].filter(Boolean).join('\n');
}

function nameOf(part: Part): string {
  return textAt(part, 'labels', 'alertname') || textAt(part, 'commonLabels', 'alertname') || 'Alert';
}

function titleOf(body: Part, firing: number, resolved: number): string {
  const state = [firing ? `FIRING:${firing}` : '', resolved ? `RESOLVED:${resolved}` : ''].filter(Boolean).join(', ') || textAt(body, 'status').toUpperCase();
  const name = textAt(body, 'groupLabels', 'alertname') || textAt(body, 'commonLabels', 'alertname') || groupText(body) || 'Alerts';
  return `[${state}] ${quiet(shorten(name, 160))}`;
}

function groupText(body: Part): string {
  const labels = valueAt(body, 'groupLabels');
  return labels !== null && typeof labels === 'object' ? Object.keys(labels).map((key) => textAt(labels, key)).filter(Boolean).join(' ') : '';
}

function colorOf(body: Part, firing: readonly Part[]): AlertGroup['color'] {
  if (!firing.length && textAt(body, 'status') === 'resolved') return 'good';
  const severities = firing.map((alert) => textAt(alert, 'labels', 'severity').toLowerCase());
  return severities.length && severities.every((severity) => ['warning', 'warn', 'info', 'none', 'minor', 'low'].includes(severity)) ? 'warning' : 'danger';
}

// What all alerts of the group share, the telling labels first.
function fieldsOf(body: Part): AlertGroup['fields'] {
  return FACT_LABELS.map((name) => ({ title: name, value: quiet(shorten(textAt(body, 'commonLabels', name), 100)), short: true })).filter((field) => field.value !== '').slice(0, 3);
}
