// What monitoring really sends, taken down from their documentation and templates with values of our own.

/** Alertmanager's `slack_configs` receiver with its default templates, pointed at the webhook. */
export const ALERTMANAGER_SLACK = {
  channel: '',
  username: 'Alertmanager',
  attachments: [
    {
      title: '[FIRING:2] HighLatency booking-api (eu-west critical)',
      title_link: 'http://alertmanager:9093/#/alerts?receiver=muster',
      pretext: '',
      text: 'p99 is above 2 s since 12 minutes',
      fallback: '[FIRING:2] HighLatency booking-api (eu-west critical) | http://alertmanager:9093/#/alerts?receiver=muster',
      callback_id: '',
      fields: [{ title: 'Severity', value: 'critical', short: true }, { title: 'Region', value: 'eu-west', short: true }],
      actions: [{ type: 'button', text: 'Runbook', url: 'https://runbooks.example.com/latency', style: 'primary' }],
      footer: '',
      color: 'danger',
      mrkdwn_in: ['fallback', 'pretext', 'text'],
    },
  ],
};

/** Alertmanager's `webhook_configs` receiver, version 4 of its JSON. */
export const ALERTMANAGER_WEBHOOK = {
  receiver: 'muster',
  status: 'firing',
  alerts: [
    { status: 'firing', labels: { alertname: 'DiskFull', instance: 'pg-eu-2:9100', severity: 'warning' }, annotations: { summary: 'The disk of pg-eu-2 is 91 % full', description: 'It grows by 2 GB an hour' }, startsAt: '2026-05-05T10:12:03.512Z', endsAt: '0001-01-01T00:00:00Z', generatorURL: 'http://prometheus:9090/graph?g0.expr=disk', fingerprint: 'b7fe2c5a0b5f1d2e' },
    { status: 'resolved', labels: { alertname: 'DiskFull', instance: 'pg-eu-1:9100', severity: 'warning' }, annotations: { summary: 'The disk of pg-eu-1 was 90 % full' }, startsAt: '2026-05-05T08:00:00.000Z', endsAt: '2026-05-05T10:10:00.000Z', generatorURL: 'http://prometheus:9090/graph?g0.expr=disk', fingerprint: '0e8de9f4b2a1c3d4' },
  ],
  groupLabels: { alertname: 'DiskFull' },
  commonLabels: { alertname: 'DiskFull', severity: 'warning' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager:9093',
  version: '4',
  groupKey: '{}:{alertname="DiskFull"}',
  truncatedAlerts: 0,
};

/** Grafana's Slack contact point, pointed at the webhook. */
export const GRAFANA_SLACK = {
  channel: '',
  username: 'Grafana',
  icon_url: 'https://grafana.com/static/assets/img/fav32.png',
  attachments: [
    { title: '[FIRING:1] Queue for documents grows Platform (documents warning)', fallback: '[FIRING:1] Queue for documents grows Platform (documents warning)', text: '**Firing**\n\nValue: A=612\nLabels:\n - alertname = Queue for documents grows\n', title_link: 'https://grafana.example.com/alerting/list', color: '#D63232', footer: 'Grafana v11.1.0', footer_icon: 'https://grafana.com/static/assets/img/fav32.png', ts: 1_777_975_000, mrkdwn_in: ['pretext', 'text'] },
  ],
};

/** Grafana's webhook contact point. */
export const GRAFANA_WEBHOOK = {
  receiver: 'muster',
  status: 'firing',
  orgId: 1,
  alerts: [
    { status: 'firing', labels: { alertname: 'Certificate expires', grafana_folder: 'Edge', team: 'network' }, annotations: { summary: 'terminal-oslo expires in 13 days', description: 'Renew it before the weekend' }, startsAt: '2026-05-05T09:00:00Z', endsAt: '0001-01-01T00:00:00Z', values: { B: 13 }, generatorURL: 'https://grafana.example.com/alerting/grafana/a1/view', fingerprint: '57c6d9296de2ad39', silenceURL: 'https://grafana.example.com/alerting/silence/new', dashboardURL: '', panelURL: '', valueString: "[ var='B' labels={} value=13 ]" },
  ],
  groupLabels: { alertname: 'Certificate expires' },
  commonLabels: { alertname: 'Certificate expires', grafana_folder: 'Edge', team: 'network' },
  commonAnnotations: { summary: 'terminal-oslo expires in 13 days' },
  externalURL: 'https://grafana.example.com/',
  version: '1',
  groupKey: '{}/{team="network"}:{alertname="Certificate expires"}',
  truncatedAlerts: 0,
  title: '[FIRING:1] Certificate expires Edge (network)',
  state: 'alerting',
  message: '**Firing**\n\nValue: B=13\n',
};
