// The two teams, their channels, and how everybody's sidebar is ordered.
const EVERYBODY = ['leonard', 'amara', 'john', 'elena', 'hilda', 'steve', 'sofia', 'priya', 'tomas', 'yuki', 'grace', 'daniel'];
const ENGINEERS = EVERYBODY.filter((name) => !['hilda', 'grace'].includes(name));

export const TEAMS = [
  { name: 'engineering', display_name: 'Engineering', description: 'Builds and runs the booking platform', color: ['#7d9cff', '#2f5bea'], letters: 'EN', members: EVERYBODY },
  { name: 'customer-care', display_name: 'Customer Care', description: 'Shippers, carriers and ports', color: ['#ffb570', '#d9632b'], letters: 'CC', members: ['hilda', 'grace', 'elena', 'leonard', 'amara', 'tomas'] },
];

const channel = (team, name, display_name, members, rest = {}) => ({ team, name, display_name, members, type: 'O', ...rest });

export const CHANNELS = [
  channel('engineering', 'inc-042-api-latency', 'inc-042 API latency', EVERYBODY, { header: 'SEV 1 · mitigating · commander @elena · [Runbook](https://runbooks.fjordline.example/api-latency) · [Dashboard](https://grafana.fjordline.example/d/api)', purpose: 'Booking API slow in eu-west since the release of gateway 5.31.2' }),
  channel('engineering', 'alerts', 'Alerts', ENGINEERS, { header: 'What the machines say. Acknowledge in the thread, talk in ~operations.', purpose: 'Alertmanager, Grafana' }),
  channel('engineering', 'on-call', 'On call', ENGINEERS, { header: 'This week: **@leonard**, second line **@sofia** · hand-over Friday 10:00', purpose: 'Who has the pager, and what the night was like' }),
  channel('engineering', 'operations', 'Operations', ENGINEERS, { header: 'Runs the platform · freeze calendar in the pinned messages', purpose: 'Day-to-day operations' }),
  channel('engineering', 'deployments', 'Deployments', ENGINEERS, { header: 'Every release, by pipeline or by hand', purpose: 'Releases and pull requests' }),
  channel('engineering', 'platform', 'Platform', ['leonard', 'john', 'sofia', 'daniel', 'amara', 'yuki', 'tomas'], { header: 'Clusters, databases, queues', purpose: 'What everything else stands on' }),
  channel('engineering', 'mobile', 'Mobile', ['steve', 'tomas', 'grace', 'amara', 'leonard'], { header: 'Driver app 4.8 goes out on Thursday', purpose: 'Driver and terminal apps' }),
  channel('engineering', 'security', 'Security', ['priya', 'leonard', 'john', 'daniel', 'elena'], { type: 'P', header: 'Findings and access reviews. Keep it in here.', purpose: 'Private' }),
  channel('customer-care', 'escalations', 'Escalations', ['hilda', 'grace', 'elena', 'leonard', 'amara', 'tomas'], { header: 'Customers who wait for an answer of ours', purpose: 'From support to engineering' }),
  channel('customer-care', 'release-notes', 'Release notes', ['hilda', 'grace', 'tomas', 'leonard'], { header: 'What to tell customers, before they ask', purpose: 'Plain words for each release' }),
];

/** Sidebar categories of the team Engineering, for everybody who is in their channels. */
export const CATEGORIES = [
  { display_name: 'Incidents', channels: ['inc-042-api-latency', 'alerts', 'on-call'] },
  { display_name: 'Delivery', channels: ['deployments', 'platform', 'mobile'] },
];

/** Channels that one of them has marked as a favourite. */
export const FAVOURITES = { leonard: ['operations', 'inc-042-api-latency'], amara: ['platform'], elena: ['inc-042-api-latency'] };

export const DEFAULT_CHANNELS = [
  { team: 'engineering', name: 'town-square', header: 'News for everybody · one message a subject, questions in its thread' },
  { team: 'engineering', name: 'off-topic', header: 'Everything that is not work' },
];
