import { ALERTS, HOOKS } from './alerts.mjs';
import { CONVERSATIONS } from './conversations.mjs';
import { addBots, addPeople, restoreRoles, setStatuses } from './fill-people.mjs';
import { addChannels, addEmoji, addTeams, arrangeSidebars, clearJoinMessages } from './fill-workspace.mjs';
import { sayAll } from './say.mjs';

const FRESH_MS = 30 * 60_000;

/**
 * Fills a server with the demo workspace. What is there already stays as it is, so that it can run again.
 * `world` collects what later steps look up by name: sessions, teams, channels.
 */
export async function fill(url, admin, tell) {
  const world = { url, admin, people: new Map(), bots: new Map(), teams: new Map(), channels: new Map(), now: Date.now() };
  tell('people');
  await addPeople(world);
  tell('teams and channels');
  await addTeams(world);
  await addChannels(world);
  await addBots(world);
  await addEmoji(world);
  tell('conversations');
  const is_fresh = (message) => message.at > world.now - FRESH_MS;
  const { say, finish, is_new } = await sayAll(world, CONVERSATIONS);
  await say((message) => !is_fresh(message));
  await clearJoinMessages(world);
  if (is_new) await readEverything(world);
  await say(is_fresh);
  await finish();
  tell('alerts');
  await postAlerts(world);
  tell('sidebars and statuses');
  await arrangeSidebars(world);
  await restoreRoles(world);
  await setStatuses(world);
  return world;
}

// Only what was said last is unread, as on an ordinary morning.
async function readEverything({ people }) {
  for (const session of people.values()) {
    for (const { id } of await session.call('GET', '/users/me/channels')) await session.call('POST', '/channels/members/me/view', { channel_id: id, prev_channel_id: '', collapsed_threads_supported: true });
    for (const team of session.teams) await session.call('PUT', `/users/me/teams/${team.id}/threads/read`);
  }
}

async function postAlerts({ admin, teams, channels }) {
  const team_id = teams.get('engineering').id;
  const there = await admin.call('GET', `/hooks/incoming?team_id=${team_id}&per_page=200`);
  const hooks = new Map(there.map((hook) => [hook.display_name, hook]));
  const missing = HOOKS.filter((hook) => !hooks.has(hook.display_name));
  for (const { channel, ...hook } of missing) hooks.set(hook.display_name, await admin.call('POST', '/hooks/incoming', { ...hook, channel_id: channels.get(channel).id }));
  for (const { hook, headers, body } of ALERTS) {
    if (missing.some((m) => m.display_name === hook)) await admin.call('POST', `/hooks/${hooks.get(hook).id}`, body, headers);
  }
}
