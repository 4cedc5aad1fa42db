import type { Action } from '#kernel/server/index.ts';
import { actionsOf } from '#kernel/server/index.ts';
import type { Problem } from '../problem.ts';
import { folderOf, type Project } from '../project.ts';

// Actions that do the same are called by the same verb. A new verb is added here when none of these says it.
const VERBS = new Set(
  `accept acknowledge activate add approve archive assign attach autocomplete ban cancel change check claim clear close complete connect convert count create
   deactivate decline delete demote deny detach disable disconnect dismiss download edit enable end execute exchange export finish follow forget forward generate get grant handle
   import install invalidate invite join kick leave link list lock log mark merge migrate move mute note open order patch pause perform ping pin press preview promote publish put query rank read
   receive recover refresh regenerate register reject reload remind remove rename render reopen replace replay report request reset resolve restart restore resume retry
   revoke rotate run save schedule search send set share show sign skip snooze sort split start stop submit subscribe suggest summarise switch sync take test
   transfer translate trigger unarchive unassign unfollow uninstall unlink unlock unmute unpin unread unsubscribe update upload use validate verify view watch write`.split(/\s+/),
);

/** Every action has a name of its own, a sentence, a permission and a file. */
export function actionsRule({ features, files, protocol }: Project): Problem[] {
  const paths = new Set(files.map((f) => f.path));
  const owners = new Map<string, string>();
  const permissions = new Set([...protocol.permissions, ...features.flatMap((f) => (f.permissions ?? []).map((p) => p.id))]);
  return features.flatMap((feature) =>
    actionsOf(feature).flatMap((action) => {
      const folder = folderOf(feature);
      const file = `${folder}/server/${action.kind === 'query' ? 'queries' : 'actions'}/${action.name}.ts`;
      const problems = [...checkName(action), ...checkPermission(action, permissions)];
      const other = owners.get(action.name);
      if (other && other !== folder) problems.push(`The action "${action.name}" exists in ${other} too: names are unique in the whole product.`);
      owners.set(action.name, folder);
      if (!paths.has(file)) problems.push(`The ${action.kind} "${action.name}" must live in this file, so that it is found by its name.`);
      return problems.map((message) => ({ rule: 'action', file, message }));
    }),
  );
}

function checkName({ name, summary }: Action): string[] {
  const problems: string[] = [];
  const verb = name.split('-')[0]!;
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) problems.push(`"${name}" is not verb-noun in small letters, such as create-post.`);
  else if (!VERBS.has(verb)) problems.push(`"${name}" begins with "${verb}", which is no verb that this product knows. Use one of tools/rules/actions.ts, or add it there.`);
  if (!summary.trim()) problems.push('Say in one sentence what it does ("summary"): help, the API document and AI tools show it.');
  return problems;
}

function checkPermission({ permission, name }: Action, known: ReadonlySet<string>): string[] {
  if (!permission || typeof permission.check !== 'function') return [`"${name}" has no permission rule. Say who may do it; if everybody may, anyone('why') or signedIn('why').`];
  const is_open = permission.scope === 'anyone' || permission.scope === 'signed-in';
  if (is_open && !permission.reason?.trim()) return [`"${name}" is open to ${permission.scope === 'anyone' ? 'anyone' : 'everybody signed in'}: say why, or name a permission.`];
  return permission.ids.filter((id) => !known.has(id)).map((id) => `"${name}" asks for the permission "${id}", which neither the protocol (docs/protocol/permissions.json) nor a feature's manifest defines.`);
}
