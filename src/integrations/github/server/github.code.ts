import { firstLine, link, partsAt, quiet, shorten, textAt, valueAt } from '#extensions/webhooks/server/feature.ts';
import { colorOf, facts, headline, refName, verbOf, words, type Teller, type Told } from './github.told.ts';

const COMMITS_SHOWN = 5;

/** Events about code: what was pushed, built, deployed, released and found in it. */
export const codeTellers: Readonly<Record<string, Teller>> = {
  push: tellPush,
  create: (b) => ({ title: headline(`${kindOfRef(b)} ${textAt(b, 'ref')} created`, '') }),
  delete: (b) => ({ title: headline(`${kindOfRef(b)} ${textAt(b, 'ref')} deleted`, '') }),
  commit_comment: (b) => ({ title: headline(`Comment on commit ${textAt(b, 'comment', 'commit_id').slice(0, 7)}`, ''), url: textAt(b, 'comment', 'html_url'), text: words(textAt(b, 'comment', 'body')) }),
  fork: (b) => ({ title: headline('Repository forked', '', textAt(b, 'forkee', 'full_name')), url: textAt(b, 'forkee', 'html_url') }),
  gollum: (b) => ({ title: 'Wiki changed', text: partsAt(b, 'pages').slice(0, 10).map((page) => `- ${link(textAt(page, 'title'), textAt(page, 'html_url'))} ${textAt(page, 'action')}`).join('\n') }),
  release: (b) => ({ title: headline('Release', verbOf(b), textAt(b, 'release', 'name') || textAt(b, 'release', 'tag_name')), url: textAt(b, 'release', 'html_url'), text: words(textAt(b, 'release', 'body')), ...facts(['Tag', textAt(b, 'release', 'tag_name')]) }),
  package: (b) => tellPackage(b, 'package'),
  registry_package: (b) => tellPackage(b, 'registry_package'),
  page_build: (b) => ({ title: headline('Page build', textAt(b, 'build', 'status')), text: words(textAt(b, 'build', 'error', 'message')), ...colorOf(textAt(b, 'build', 'error', 'message') ? 'error' : 'success') }),
  check_run: (b) => tellRun('Check', textAt(b, 'check_run', 'name'), b, 'check_run', textAt(b, 'check_run', 'check_suite', 'head_branch')),
  check_suite: (b) => tellRun('Checks', textAt(b, 'check_suite', 'app', 'name'), b, 'check_suite', textAt(b, 'check_suite', 'head_branch')),
  workflow_run: (b) => tellRun('Workflow', textAt(b, 'workflow_run', 'name') || textAt(b, 'workflow', 'name'), b, 'workflow_run', textAt(b, 'workflow_run', 'head_branch')),
  workflow_job: (b) => tellRun('Job', textAt(b, 'workflow_job', 'name'), b, 'workflow_job', textAt(b, 'workflow_job', 'head_branch')),
  workflow_dispatch: (b) => ({ title: headline('Workflow started by hand', '', textAt(b, 'workflow').split('/').at(-1)), ...facts(['Branch', refName(textAt(b, 'ref'))]) }),
  repository_dispatch: (b) => ({ title: headline('Event sent to the repository', '', textAt(b, 'action')), ...facts(['Branch', textAt(b, 'branch')]) }),
  status: (b) => ({ title: headline(`${textAt(b, 'context') || 'Status'} on ${textAt(b, 'sha').slice(0, 7)}`, '', textAt(b, 'state')), url: textAt(b, 'target_url') || textAt(b, 'commit', 'html_url'), text: words(textAt(b, 'description')), ...colorOf(textAt(b, 'state')) }),
  deployment: (b) => ({ title: headline(`Deployment to ${textAt(b, 'deployment', 'environment')} ${verbOf(b)}`, ''), text: words(textAt(b, 'deployment', 'description')), ...facts(['Ref', textAt(b, 'deployment', 'ref')]) }),
  deployment_status: (b) => ({
    title: headline(`Deployment to ${textAt(b, 'deployment', 'environment')}`, '', textAt(b, 'deployment_status', 'state').replaceAll('_', ' ')),
    url: textAt(b, 'deployment_status', 'target_url'), text: words(textAt(b, 'deployment_status', 'description')), ...colorOf(textAt(b, 'deployment_status', 'state')), ...facts(['Ref', textAt(b, 'deployment', 'ref')]),
  }),
  deployment_review: (b) => ({ title: headline(`Review of the deployment to ${textAt(b, 'environment')}`, verbOf(b)), url: textAt(b, 'workflow_run', 'html_url'), color: 'warning' }),
  merge_group: (b) => ({ title: headline('Merge queue', verbOf(b), textAt(b, 'merge_group', 'head_commit', 'message')), ...facts(['Into', refName(textAt(b, 'merge_group', 'base_ref'))]) }),
  code_scanning_alert: (b) => ({
    title: headline(`Code scanning alert #${textAt(b, 'alert', 'number')}`, verbOf(b), textAt(b, 'alert', 'rule', 'description')), url: textAt(b, 'alert', 'html_url'), ...colorOf(textAt(b, 'alert', 'rule', 'severity')),
    ...facts(['Severity', textAt(b, 'alert', 'rule', 'severity')], ['Tool', textAt(b, 'alert', 'tool', 'name')]),
  }),
  secret_scanning_alert: (b) => ({ title: headline('Secret found in the code', verbOf(b), textAt(b, 'alert', 'secret_type')), url: textAt(b, 'alert', 'html_url'), color: 'danger' }),
  dependabot_alert: (b) => ({
    title: headline(`Dependabot alert #${textAt(b, 'alert', 'number')}`, verbOf(b), textAt(b, 'alert', 'security_advisory', 'summary')), url: textAt(b, 'alert', 'html_url'), ...colorOf(textAt(b, 'alert', 'security_vulnerability', 'severity')),
    ...facts(['Package', textAt(b, 'alert', 'dependency', 'package', 'name')], ['Severity', textAt(b, 'alert', 'security_vulnerability', 'severity')]),
  }),
  repository_vulnerability_alert: (b) => ({
    title: headline('Vulnerable dependency', verbOf(b), textAt(b, 'alert', 'affected_package_name')), url: textAt(b, 'alert', 'external_reference'), color: 'danger',
    ...facts(['Affected', textAt(b, 'alert', 'affected_range')], ['Fixed in', textAt(b, 'alert', 'fixed_in')]),
  }),
  security_advisory: (b) => ({
    title: headline('Security advisory', verbOf(b), textAt(b, 'security_advisory', 'summary')), url: textAt(partsAt(b, 'security_advisory', 'references')[0], 'url'),
    text: words(textAt(b, 'security_advisory', 'description')), ...colorOf(textAt(b, 'security_advisory', 'severity')), ...facts(['Severity', textAt(b, 'security_advisory', 'severity')]),
  }),
};

function kindOfRef(body: unknown): string {
  return textAt(body, 'ref_type') === 'tag' ? 'Tag' : 'Branch';
}

function tellPush(b: unknown): Told {
  const ref = textAt(b, 'ref');
  const kind = ref.startsWith('refs/tags/') ? 'Tag' : 'Branch';
  const name = refName(ref);
  const url = textAt(b, 'compare');
  if (valueAt(b, 'deleted') === true) return { title: `${kind} ${name} deleted` };
  const commits = partsAt(b, 'commits');
  const lines = commits.slice(0, COMMITS_SHOWN).map((commit) => `- ${link(textAt(commit, 'id').slice(0, 7), textAt(commit, 'url'))} ${quiet(shorten(firstLine(textAt(commit, 'message')), 120))}`);
  if (commits.length > COMMITS_SHOWN) lines.push(`- … and ${commits.length - COMMITS_SHOWN} more`);
  if (!commits.length) return { title: valueAt(b, 'created') === true ? `${kind} ${name} created` : `${name} moved to ${textAt(b, 'after').slice(0, 7)}`, url };
  const count = commits.length === 1 ? '1 commit' : `${commits.length} commits`;
  const forced = valueAt(b, 'forced') === true;
  return { title: `${count} ${forced ? 'force-pushed' : 'pushed'} to ${name}`, url, text: lines.join('\n'), ...(forced && { color: 'warning' as const }) };
}

function tellPackage(b: unknown, field: string): Told {
  return { title: headline('Package', verbOf(b), textAt(b, field, 'name')), url: textAt(b, field, 'html_url'), ...facts(['Version', textAt(b, field, 'package_version', 'version')], ['Registry', textAt(b, field, 'package_type')]) };
}

// A run that has not ended yet has a status, one that has ended a conclusion.
function tellRun(what: string, name: string, b: unknown, field: string, branch: string): Told {
  const conclusion = textAt(b, field, 'conclusion');
  const state = conclusion || textAt(b, field, 'status') || verbOf(b);
  return { title: headline(what, state.replaceAll('_', ' '), name), url: textAt(b, field, 'html_url'), ...(conclusion ? colorOf(conclusion) : {}), ...facts(['Branch', branch]) };
}
