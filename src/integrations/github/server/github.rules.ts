import { quiet, textAt, valueAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';
import { adminTellers } from './github.admin.ts';
import { codeTellers } from './github.code.ts';
import { talkTellers } from './github.talk.ts';
import { headline, verbOf, type Teller, type Told } from './github.told.ts';

const TELLERS: ReadonlyMap<string, Teller> = new Map(Object.entries({ ...codeTellers, ...talkTellers, ...adminTellers }));

/** A payload of GitHub as a message; undefined if somebody else sent it. */
export function githubMessage({ headers, body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const event = headers['x-github-event'];
  if (typeof event !== 'string' || event === '') return undefined;
  const { title, url, text, color, facts } = (TELLERS.get(event) ?? tellUnknown(event))(body);
  const repository = textAt(body, 'repository', 'full_name') || textAt(body, 'organization', 'login');
  const author = textAt(body, 'sender', 'login') || textAt(body, 'pusher', 'name');
  return {
    username: 'GitHub',
    ...subjectOf(event, body),
    attachments: [
      {
        fallback: [repository, title].filter(Boolean).join(': '),
        color: color ?? '',
        author_name: quiet(author),
        author_link: textAt(body, 'sender', 'html_url'),
        author_icon: textAt(body, 'sender', 'avatar_url'),
        title,
        title_link: url || textAt(body, 'repository', 'html_url'),
        text: text ?? '',
        fields: (facts ?? []).map(([name, value]) => ({ title: name, value: quiet(value), short: true })),
        footer: repository,
      },
    ],
  };
}

// Events about something that goes on: all of them change one message.
const SUBJECTS: Readonly<Record<string, readonly [part: string, id: string, ...states: string[]]>> = {
  pull_request: ['pull_request', 'number', 'state'],
  issues: ['issue', 'number', 'state'],
  workflow_run: ['workflow_run', 'id', 'conclusion', 'status'],
  workflow_job: ['workflow_job', 'id', 'conclusion', 'status'],
  check_run: ['check_run', 'id', 'conclusion', 'status'],
  check_suite: ['check_suite', 'id', 'conclusion', 'status'],
  deployment_status: ['deployment', 'id'],
};

function subjectOf(event: string, body: Readonly<Record<string, unknown>>): Pick<IncomingWebhookRequest, 'key' | 'status'> {
  const [part = '', id = '', ...states] = SUBJECTS[event] ?? [];
  const number = textAt(body, part, id);
  if (!number) return {};
  const is_merged = valueAt(body, part, 'merged') === true;
  const status = is_merged ? 'merged' : event === 'deployment_status' ? textAt(body, 'deployment_status', 'state') : states.map((state) => textAt(body, part, state)).find((state) => state !== '') ?? '';
  return { key: `github ${textAt(body, 'repository', 'full_name')} ${part} ${number}`, status: status.replaceAll('_', ' ') };
}

// GitHub gets new events now and then: their name and action say enough to look there.
function tellUnknown(event: string): Teller {
  const what = event.replaceAll('_', ' ');
  return (body): Told => ({ title: headline(what.charAt(0).toUpperCase() + what.slice(1), verbOf(body)) });
}
