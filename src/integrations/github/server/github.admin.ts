import { partsAt, quiet, shorten, textAt } from '#extensions/webhooks/server/feature.ts';
import { facts, headline, verbOf, type Teller } from './github.told.ts';

/** Events about repositories, people, teams and installed apps. */
export const adminTellers: Readonly<Record<string, Teller>> = {
  ping: (b) => ({ title: 'GitHub can reach this channel', text: quiet(textAt(b, 'zen')), color: 'good' }),
  meta: () => ({ title: 'The webhook was deleted in GitHub', color: 'warning' }),
  repository: (b) => ({ title: headline('Repository', verbOf(b)) }),
  repository_import: (b) => ({ title: headline('Import of the repository', '', textAt(b, 'status')) }),
  public: () => ({ title: 'The repository is public now', color: 'warning' }),
  star: (b) => ({ title: textAt(b, 'action') === 'deleted' ? 'Star taken back' : 'Starred', ...stars(b) }),
  watch: () => ({ title: 'Watches the repository' }),
  member: (b) => ({ title: headline(`Collaborator ${textAt(b, 'member', 'login')}`, verbOf(b)) }),
  membership: (b) => ({ title: headline(`${textAt(b, 'member', 'login')} ${textAt(b, 'action') === 'removed' ? 'removed from' : 'added to'} team ${textAt(b, 'team', 'name')}`, '') }),
  team: (b) => ({ title: headline(`Team ${textAt(b, 'team', 'name')}`, verbOf(b)), url: textAt(b, 'team', 'html_url') }),
  team_add: (b) => ({ title: headline(`Team ${textAt(b, 'team', 'name')} added to the repository`, ''), url: textAt(b, 'team', 'html_url') }),
  organization: (b) => ({ title: headline('Organisation', verbOf(b), textAt(b, 'membership', 'user', 'login') || textAt(b, 'user', 'login')) }),
  org_block: (b) => ({ title: headline('Person', verbOf(b), textAt(b, 'blocked_user', 'login')), color: 'warning' }),
  branch_protection_rule: (b) => ({ title: headline(`Protection of branch ${textAt(b, 'rule', 'name')}`, verbOf(b)), color: 'warning' }),
  deploy_key: (b) => ({ title: headline('Deploy key', verbOf(b), textAt(b, 'key', 'title')), color: 'warning' }),
  installation: (b) => ({ title: headline('App', verbOf(b), textAt(b, 'installation', 'app_slug')), ...facts(['Account', textAt(b, 'installation', 'account', 'login')]) }),
  installation_repositories: (b) => {
    const names = [...partsAt(b, 'repositories_added'), ...partsAt(b, 'repositories_removed')].map((repository) => textAt(repository, 'full_name')).filter(Boolean);
    return { title: headline(`Repositories ${verbOf(b)} ${textAt(b, 'action') === 'removed' ? 'from' : 'to'} the app ${textAt(b, 'installation', 'app_slug')}`.trimEnd(), ''), text: shorten(names.join(', '), 600) };
  },
  github_app_authorization: () => ({ title: 'Authorisation of the app revoked', color: 'warning' }),
  marketplace_purchase: (b) => ({ title: headline('Marketplace purchase', verbOf(b), textAt(b, 'marketplace_purchase', 'plan', 'name')), ...facts(['Account', textAt(b, 'marketplace_purchase', 'account', 'login')]) }),
  sponsorship: (b) => ({ title: headline('Sponsorship', verbOf(b), textAt(b, 'sponsorship', 'tier', 'name')), ...facts(['Sponsor', textAt(b, 'sponsorship', 'sponsor', 'login')]) }),
};

function stars(b: unknown) {
  return facts(['Stars', textAt(b, 'repository', 'stargazers_count')]);
}
