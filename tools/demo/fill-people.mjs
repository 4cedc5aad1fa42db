import { BOTS, PASSWORD, PEOPLE } from './people.mjs';
import { badge, portrait } from './portraits.mjs';
import { Session, fileForm, logIn } from './session.mjs';

// Only administrators may date a message back. While the past is told, everybody is one.
const PAST_ROLES = 'system_user system_admin';

/** Everybody's account, picture and session. */
export async function addPeople(world) {
  const { url, admin, people } = world;
  for (const { look, status, says, ...account } of PEOPLE) {
    const is_new = !(await admin.find(`/users/username/${account.username}`));
    if (is_new) await admin.call('POST', '/users', { ...account, password: PASSWORD });
    const session = await logIn(url, account.username, PASSWORD);
    if (!session) throw new Error(`There is another "${account.username}" on this server. Use a server, or a data folder, of its own for the demo.`);
    if (is_new) await session.call('POST', '/users/me/image', fileForm('image', `${account.username}.png`, await portrait(look), 'image/png'));
    await admin.call('PUT', `/users/${session.user.id}/roles`, { roles: PAST_ROLES });
    people.set(account.username, session);
  }
}

/** The bots, in every channel in which they speak. */
export async function addBots(world) {
  const { url, admin, bots, teams, channels } = world;
  const engineering = teams.get('engineering');
  for (const { look, ...bot } of BOTS) {
    const user = await admin.find(`/users/username/${bot.username}`);
    const user_id = user?.id ?? (await admin.call('POST', '/bots', bot)).user_id;
    if (!user) await admin.call('POST', `/users/${user_id}/image`, fileForm('image', `${bot.username}.png`, await badge(look), 'image/png'));
    const { token } = await admin.call('POST', `/users/${user_id}/tokens`, { description: 'demo' });
    bots.set(bot.username, new Session(url, { id: user_id, username: bot.username }, token));
    await admin.call('PUT', `/users/${user_id}/roles`, { roles: PAST_ROLES });
    if (user) continue;
    await admin.call('POST', `/teams/${engineering.id}/members`, { team_id: engineering.id, user_id });
    for (const name of ['inc-042-api-latency', 'deployments', 'on-call']) await admin.call('POST', `/channels/${channels.get(name).id}/members`, { user_id });
  }
}

/** Ends what `addPeople` granted. */
export async function restoreRoles({ admin, people, bots }) {
  for (const session of [...people.values(), ...bots.values()]) await admin.call('PUT', `/users/${session.user.id}/roles`, { roles: 'system_user' });
}

export async function setStatuses({ people }) {
  for (const { username, status, says } of PEOPLE) {
    const session = people.get(username);
    await session.call('PUT', '/users/me/status', { user_id: session.user.id, status });
    if (says) await session.call('PUT', '/users/me/status/custom', { ...says, duration: '', expires_at: '0001-01-01T00:00:00Z' });
  }
}
