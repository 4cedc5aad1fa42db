import { partsAt, textAt, valueAt } from '#extensions/webhooks/server/feature.ts';
import { colorOf, facts, headline, verbOf, words, type Teller, type Told } from './github.told.ts';

/** Events about issues, pull requests and discussions. */
export const talkTellers: Readonly<Record<string, Teller>> = {
  issues: (b) => tellItem('Issue', b, 'issue'),
  pull_request: tellPullRequest,
  discussion: (b) => tellItem('Discussion', b, 'discussion'),
  issue_comment: (b) => tellComment(valueAt(b, 'issue', 'pull_request') ? 'pull request' : 'issue', b, 'issue'),
  pull_request_review_comment: (b) => tellComment('pull request', b, 'pull_request'),
  discussion_comment: (b) => tellComment('discussion', b, 'discussion'),
  pull_request_review: (b) => {
    const state = textAt(b, 'review', 'state');
    const verb = textAt(b, 'action') === 'submitted' ? state.replaceAll('_', ' ') : `review ${verbOf(b)}`;
    return { title: headline(`Pull request ${numberOf(b, 'pull_request')}`, verb, textAt(b, 'pull_request', 'title')), url: textAt(b, 'review', 'html_url'), text: words(textAt(b, 'review', 'body')), ...colorOf(state) };
  },
  pull_request_review_thread: (b) => ({
    title: headline(`Thread on pull request ${numberOf(b, 'pull_request')}`, verbOf(b), textAt(b, 'pull_request', 'title')),
    url: textAt(partsAt(b, 'thread', 'comments')[0], 'html_url') || textAt(b, 'pull_request', 'html_url'),
  }),
  label: (b) => ({ title: headline('Label', verbOf(b), textAt(b, 'label', 'name')) }),
  milestone: (b) => ({ title: headline('Milestone', verbOf(b), textAt(b, 'milestone', 'title')), url: textAt(b, 'milestone', 'html_url'), text: words(textAt(b, 'milestone', 'description')) }),
  project: (b) => ({ title: headline('Project', verbOf(b), textAt(b, 'project', 'name')), url: textAt(b, 'project', 'html_url') }),
  project_card: (b) => ({ title: headline('Project card', verbOf(b), textAt(b, 'project_card', 'note')) }),
  project_column: (b) => ({ title: headline('Project column', verbOf(b), textAt(b, 'project_column', 'name')) }),
  projects_v2_item: (b) => ({ title: headline(`Project item (${textAt(b, 'projects_v2_item', 'content_type') || 'item'})`, verbOf(b)) }),
};

function numberOf(b: unknown, field: string): string {
  return `#${textAt(b, field, 'number')}`;
}

function tellItem(what: string, b: unknown, field: string): Told {
  const action = textAt(b, 'action');
  const label = textAt(b, 'label', 'name');
  const assignee = textAt(b, 'assignee', 'login');
  const is_new = action === 'opened' || action === 'created';
  return {
    title: headline(`${what} ${numberOf(b, field)}`, verbOf(b), textAt(b, field, 'title')),
    url: textAt(b, field, 'html_url'),
    ...(is_new && { text: words(textAt(b, field, 'body')) }),
    ...(action === 'closed' || action === 'answered' ? { color: 'good' as const } : {}),
    ...facts(['Label', action.endsWith('labeled') ? label : ''], ['Assignee', action.endsWith('assigned') ? assignee : ''], ['Milestone', action.endsWith('milestoned') ? textAt(b, 'milestone', 'title') : '']),
  };
}

function tellPullRequest(b: unknown): Told {
  const is_merged = textAt(b, 'action') === 'closed' && valueAt(b, 'pull_request', 'merged') === true;
  const item = tellItem('Pull request', b, 'pull_request');
  const branches = [textAt(b, 'pull_request', 'head', 'ref'), textAt(b, 'pull_request', 'base', 'ref')];
  return {
    ...item,
    title: is_merged ? headline(`Pull request ${numberOf(b, 'pull_request')}`, 'merged', textAt(b, 'pull_request', 'title')) : item.title,
    color: is_merged ? 'good' : textAt(b, 'action') === 'closed' ? 'warning' : undefined,
    ...facts(['Branch', branches.every(Boolean) ? `${branches[0]} → ${branches[1]}` : ''], ['Reviewer', textAt(b, 'requested_reviewer', 'login') || textAt(b, 'requested_team', 'name')], ...(item.facts ?? [])),
  } as Told;
}

function tellComment(what: string, b: unknown, field: string): Told {
  const verb = textAt(b, 'action') === 'created' ? 'Comment on' : `Comment ${verbOf(b)} on`;
  return { title: headline(`${verb} ${what} ${numberOf(b, field)}`, '', textAt(b, field, 'title')), url: textAt(b, 'comment', 'html_url'), text: words(textAt(b, 'comment', 'body')) };
}
