import { firstLine, link, partsAt, quiet, shorten, textAt, valueAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';

const COMMITS_SHOWN = 5;
const TEXT_MAX = 600;

interface Told {
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly color?: string;
  readonly facts?: readonly (readonly [string, string])[];
  /** What it is about, where that goes on: a merge request, an issue, a pipeline. */
  readonly key?: string;
  readonly status?: string;
}

type Teller = (body: unknown) => Told;

const COLORS: Readonly<Record<string, string>> = { success: 'good', failed: 'danger', canceled: 'warning', merged: 'good', closed: '', opened: '' };

const TELLERS: Readonly<Record<string, Teller>> = {
  push: tellPush,
  tag_push: tellPush,
  merge_request: (b) => tellThing(b, 'Merge request', '!', 'merge_request'),
  issue: (b) => tellThing(b, 'Issue', '#', 'issue'),
  work_item: (b) => tellThing(b, 'Issue', '#', 'issue'),
  note: (b) => ({ title: `Comment on ${noteTarget(b)}`, url: textAt(b, 'object_attributes', 'url'), text: words(textAt(b, 'object_attributes', 'note')) }),
  pipeline: tellPipeline,
  build: tellJob,
  deployment: (b) => ({ title: `Deployment to ${textAt(b, 'environment')}: ${textAt(b, 'status')}`, url: textAt(b, 'deployable_url'), color: COLORS[textAt(b, 'status')] ?? '', key: `deployment ${textAt(b, 'deployment_id')}`, status: textAt(b, 'status'), facts: [['Ref', textAt(b, 'ref')]] }),
  release: (b) => ({ title: `Release ${textAt(b, 'name') || textAt(b, 'tag')} ${past(textAt(b, 'action'))}`, url: textAt(b, 'url'), text: words(textAt(b, 'description')) }),
  wiki_page: (b) => ({ title: `Wiki page ${past(textAt(b, 'object_attributes', 'action'))}: ${name(textAt(b, 'object_attributes', 'title'))}`, url: textAt(b, 'object_attributes', 'url') }),
  feature_flag: (b) => ({ title: `Feature flag ${textAt(b, 'object_attributes', 'name')} ${valueAt(b, 'object_attributes', 'active') === true ? 'on' : 'off'}` }),
};

/** A payload of GitLab as a message; undefined if somebody else sent it. */
export function gitlabMessage({ headers, body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const kind = textAt(body, 'object_kind');
  if (typeof headers['x-gitlab-event'] !== 'string' && !(kind && valueAt(body, 'project'))) return undefined;
  const told = (TELLERS[kind] ?? tellUnknown)(body);
  const project = textAt(body, 'project', 'path_with_namespace') || textAt(body, 'project_name');
  const author = textAt(body, 'user', 'name') || textAt(body, 'user_name');
  return {
    username: 'GitLab',
    ...(told.key && { key: `gitlab ${textAt(body, 'project', 'id') || textAt(body, 'project_id')} ${told.key}`, status: told.status ?? '' }),
    attachments: [{
      fallback: [project, told.title].filter(Boolean).join(': '), color: told.color ?? '', author_name: quiet(author), author_icon: textAt(body, 'user', 'avatar_url') || textAt(body, 'user_avatar'),
      title: told.title, title_link: told.url || textAt(body, 'project', 'web_url'), text: told.text ?? '', footer: project,
      fields: (told.facts ?? []).filter(([, value]) => value).map(([title, value]) => ({ title, value: quiet(shorten(value, 100)), short: true })),
    }],
  };
}

function tellThing(b: unknown, what: string, sign: string, kind: string): Told {
  const thing = valueAt(b, 'object_attributes');
  const state = textAt(thing, 'state');
  const verb = past(textAt(thing, 'action')) || state;
  const people = partsAt(b, 'assignees').map((person) => textAt(person, 'name')).filter(Boolean).join(', ');
  return {
    title: `${what} ${sign}${textAt(thing, 'iid')} ${verb}: ${name(textAt(thing, 'title'))}`, url: textAt(thing, 'url'), color: COLORS[state] ?? '',
    text: textAt(thing, 'action') === 'open' ? words(textAt(thing, 'description')) : '', key: `${kind} ${textAt(thing, 'iid')}`, status: state,
    facts: kind === 'issue' ? [['Assigned to', people]] : [['Branch', textAt(thing, 'source_branch')], ['Into', textAt(thing, 'target_branch')], ['Assigned to', people]],
  };
}

function tellPipeline(b: unknown): Told {
  const [status, id] = [textAt(b, 'object_attributes', 'status'), textAt(b, 'object_attributes', 'id')];
  const failed = partsAt(b, 'builds').filter((job) => textAt(job, 'status') === 'failed').map((job) => textAt(job, 'name')).slice(0, 5);
  const seconds = Number(valueAt(b, 'object_attributes', 'duration'));
  return {
    title: `Pipeline ${id} ${status.replaceAll('_', ' ')}`, color: COLORS[status] ?? '', key: `pipeline ${id}`, status,
    url: textAt(b, 'object_attributes', 'url') || (textAt(b, 'project', 'web_url') && `${textAt(b, 'project', 'web_url')}/-/pipelines/${id}`),
    text: [name(textAt(b, 'commit', 'message')), failed.length ? `Failed: ${failed.map(quiet).join(', ')}` : ''].filter(Boolean).join('\n'),
    facts: [['Ref', textAt(b, 'object_attributes', 'ref')], ['Took', seconds > 0 ? `${seconds} s` : '']],
  };
}

function tellJob(b: unknown): Told {
  const status = textAt(b, 'build_status');
  return { title: `Job ${textAt(b, 'build_name')} ${status}`, color: COLORS[status] ?? '', key: `job ${textAt(b, 'build_id')}`, status, facts: [['Stage', textAt(b, 'build_stage')], ['Ref', textAt(b, 'ref')]] };
}

function tellPush(b: unknown): Told {
  const ref = textAt(b, 'ref');
  const [kind, at] = [ref.startsWith('refs/tags/') ? 'Tag' : 'Branch', ref.replace(/^refs\/(heads|tags)\//, '')];
  const nothing = (side: string) => /^0+$/.test(textAt(b, side));
  if (nothing('after')) return { title: `${kind} ${at} deleted` };
  const commits = partsAt(b, 'commits');
  if (!commits.length || kind === 'Tag') return { title: `${kind} ${at} ${nothing('before') ? 'created' : 'moved'}`, text: words(textAt(b, 'message')) };
  const total = Number(valueAt(b, 'total_commits_count')) || commits.length;
  const lines = commits.slice(-COMMITS_SHOWN).map((commit) => `- ${link(textAt(commit, 'id').slice(0, 8), textAt(commit, 'url'))} ${quiet(shorten(firstLine(textAt(commit, 'message')), 120))}`);
  if (total > lines.length) lines.push(`- … and ${total - lines.length} more`);
  return { title: `${total === 1 ? '1 commit' : `${total} commits`} pushed to ${at}`, text: lines.join('\n') };
}

function tellUnknown(b: unknown): Told {
  const what = (textAt(b, 'object_kind') || textAt(b, 'event_name') || 'event').replaceAll('_', ' ');
  const verb = past(textAt(b, 'object_attributes', 'action') || textAt(b, 'action'));
  return { title: [what.charAt(0).toUpperCase() + what.slice(1), verb].filter(Boolean).join(' '), url: textAt(b, 'object_attributes', 'url') };
}

function noteTarget(b: unknown): string {
  if (valueAt(b, 'merge_request')) return `merge request !${textAt(b, 'merge_request', 'iid')}: ${name(textAt(b, 'merge_request', 'title'))}`;
  if (valueAt(b, 'issue')) return `issue #${textAt(b, 'issue', 'iid')}: ${name(textAt(b, 'issue', 'title'))}`;
  if (valueAt(b, 'commit')) return `commit ${textAt(b, 'commit', 'id').slice(0, 8)}`;
  return valueAt(b, 'snippet') ? `snippet ${name(textAt(b, 'snippet', 'title'))}` : 'something';
}

const PAST: Readonly<Record<string, string>> = { open: 'opened', close: 'closed', reopen: 'reopened', update: 'changed', merge: 'merged', approved: 'approved', approval: 'approved', unapproved: 'no longer approved', unapproval: 'no longer approved', create: 'created', delete: 'deleted' };

function past(action: string): string {
  return PAST[action] ?? action;
}

function name(text: string): string {
  return quiet(shorten(firstLine(text), 160));
}

function words(text: string): string {
  return quiet(shorten(text, TEXT_MAX));
}
