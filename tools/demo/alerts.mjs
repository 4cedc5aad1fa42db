// What monitoring and the code host post at the incoming webhooks, in the shapes in which they really send it.
const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Alertmanager's Slack receiver. */
const alertmanager = (color, title, text, fields) => ({
  hook: 'Alertmanager',
  body: {
    username: 'Alertmanager',
    attachments: [{ fallback: title, color, title, title_link: 'https://alertmanager.fjordline.example/#/alerts', text, fields: Object.entries(fields).map(([name, value]) => ({ title: name, value, short: true })), footer: 'Alertmanager', mrkdwn_in: ['fallback', 'pretext', 'text'] }],
  },
});

/** Grafana's own webhook. */
const grafana = () => {
  const alert = {
    status: 'firing',
    labels: { alertname: 'Queue for documents grows', grafana_folder: 'Platform', severity: 'warning', queue: 'documents' },
    annotations: { summary: '612 documents wait, 40 more every minute', runbook_url: 'https://runbooks.fjordline.example/documents' },
    startsAt: minutesAgo(9),
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://grafana.fjordline.example/alerting/grafana/qd1/view',
    fingerprint: 'c2f1a9d07b6e4410',
    silenceURL: 'https://grafana.fjordline.example/alerting/silence/new',
    dashboardURL: 'https://grafana.fjordline.example/d/queues',
    panelURL: 'https://grafana.fjordline.example/d/queues?viewPanel=2',
    values: { A: 612 },
    valueString: '[ var=\'A\' labels={queue=documents} value=612 ]',
  };
  return {
    hook: 'Grafana',
    body: { receiver: 'muster', status: 'firing', alerts: [alert], groupLabels: { alertname: alert.labels.alertname }, commonLabels: alert.labels, commonAnnotations: alert.annotations, externalURL: 'https://grafana.fjordline.example/', version: '1', groupKey: '{}/{queue="documents"}', truncatedAlerts: 0, orgId: 1, title: '[FIRING:1] Queue for documents grows (Platform)', state: 'alerting', message: alert.annotations.summary },
  };
};

const REPOSITORY = { id: 71, name: 'pipeline', full_name: 'fjordline/pipeline', html_url: 'https://github.com/fjordline/pipeline', private: true, owner: { login: 'fjordline', id: 7 }, default_branch: 'main' };
const john = { login: 'john-vu', id: 11, type: 'User', html_url: 'https://github.com/john-vu', avatar_url: '' };
const amara = { login: 'amara-n', id: 12, type: 'User', html_url: 'https://github.com/amara-n', avatar_url: '' };

const pullRequest = (action, rest = {}) => ({
  hook: 'GitHub',
  headers: { 'x-github-event': 'pull_request', 'x-github-delivery': '6f9b2c30-0d0e-11ef-8a5c-3c2a1b0c9d8e' },
  body: {
    action,
    number: 318,
    repository: REPOSITORY,
    sender: action === 'opened' ? john : amara,
    pull_request: { id: 9318, number: 318, state: 'open', title: 'Refuse overlays that name no environment', body: 'An overlay without `environment:` applied everywhere. Now the build says so and stops.', html_url: 'https://github.com/fjordline/pipeline/pull/318', user: john, draft: false, merged: false, additions: 41, deletions: 6, changed_files: 3, head: { ref: 'overlay-environment', sha: '4be0c1f', repo: REPOSITORY }, base: { ref: 'main', sha: '0b7721f', repo: REPOSITORY }, ...rest },
  },
});

/** Oldest first. */
export const ALERTS = [
  pullRequest('opened'),
  alertmanager('#2eb886', '[RESOLVED] API p99 latency above 2 s', 'eu-west answers in 184 ms again.', { Service: 'booking-api', Region: 'eu-west', Lasted: '52 min' }),
  alertmanager('#daa038', '[FIRING:1] Certificate expires soon', 'terminal-oslo.fjordline.example expires in 13 days.', { Service: 'edge', Region: 'eu-north', Severity: 'warning' }),
  grafana(),
  alertmanager('#cc3340', '[FIRING:2] Disk of build runners almost full', 'runner-07 and runner-11 have less than 4 % left. <https://runbooks.fjordline.example/runner-disk|Runbook>', { Service: 'ci', Region: 'eu-west', Severity: 'critical' }),
];

/** The webhooks and the channels at which they point. */
export const HOOKS = [
  { display_name: 'Alertmanager', channel: 'alerts', description: 'Slack receiver of Alertmanager' },
  { display_name: 'Grafana', channel: 'alerts', description: 'Contact point of Grafana' },
  { display_name: 'GitHub', channel: 'deployments', description: 'Repositories of Fjordline' },
];
