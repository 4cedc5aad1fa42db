import { EMOJI } from './people.mjs';
import { EMOJI_PICTURES, teamPicture } from './pictures.mjs';
import { fileForm } from './session.mjs';
import { CATEGORIES, CHANNELS, DEFAULT_CHANNELS, FAVOURITES, TEAMS } from './workspace.mjs';

export async function addTeams({ admin, people, teams }) {
  for (const { members, color, letters, ...team } of TEAMS) {
    const found = await admin.find(`/teams/name/${team.name}`);
    const made = found ?? (await admin.call('POST', '/teams', { ...team, type: 'O', allow_open_invite: true }));
    teams.set(team.name, made);
    if (!found) await admin.call('POST', `/teams/${made.id}/image`, fileForm('image', 'team.png', await teamPicture({ color, letters }), 'image/png'));
    const ids = members.map((name) => people.get(name).user.id);
    if (!found) await admin.call('POST', `/teams/${made.id}/members/batch`, ids.map((user_id) => ({ team_id: made.id, user_id })));
    for (const name of members) people.get(name).teams = [...(people.get(name).teams ?? []), made];
  }
}

export async function addChannels({ admin, people, teams, channels }) {
  for (const { team, members, ...channel } of CHANNELS) {
    const team_id = teams.get(team).id;
    const found = await admin.find(`/teams/${team_id}/channels/name/${channel.name}`);
    const made = found ?? (await admin.call('POST', '/channels', { ...channel, team_id }));
    const ids = members.map((name) => people.get(name).user.id);
    if (!found) await admin.call('POST', `/channels/${made.id}/members`, { user_ids: ids });
    channels.set(channel.name, { ...made, is_new: !found, member_ids: new Set(ids) });
  }
  for (const { team, name, header } of DEFAULT_CHANNELS) {
    const made = await admin.call('GET', `/teams/${teams.get(team).id}/channels/name/${name}`);
    if (made.header !== header) await admin.call('PUT', `/channels/${made.id}/patch`, { header });
    channels.set(name, { ...made, is_new: made.header !== header, member_ids: new Set([...people.values()].map((s) => s.user.id)) });
  }
}

export async function addEmoji({ admin }) {
  for (const name of EMOJI) {
    if (await admin.find(`/emoji/name/${name}`)) continue;
    await admin.call('POST', '/emoji', fileForm('image', `${name}.png`, await EMOJI_PICTURES[name](), 'image/png', { emoji: JSON.stringify({ name, creator_id: admin.user.id }) }));
  }
}

/** Takes away who joined when: all of them came a moment ago, after everything that was said. */
export async function clearJoinMessages({ admin, channels }) {
  for (const { id, is_new } of channels.values()) {
    if (!is_new) continue;
    const { order, posts } = await admin.call('GET', `/channels/${id}/posts?per_page=200`);
    for (const post_id of order) if (posts[post_id].type.startsWith('system_')) await admin.call('DELETE', `/posts/${post_id}`);
  }
}

/** Categories for everybody who has none of their own yet, and some favourites. */
export async function arrangeSidebars({ people, teams, channels }) {
  const team_id = teams.get('engineering').id;
  for (const [username, session] of people) {
    const path = `/users/me/teams/${team_id}/channels/categories`;
    const { categories } = await session.call('GET', path);
    if (categories.some((c) => c.type === 'custom')) continue;
    const mine = (names) => names.map((name) => channels.get(name)).filter((c) => c.member_ids.has(session.user.id)).map((c) => c.id);
    for (const { display_name, channels: names } of CATEGORIES.toReversed()) {
      await session.call('POST', path, { user_id: session.user.id, team_id, display_name, channel_ids: mine(names), type: 'custom' });
    }
    const favourites = categories.find((c) => c.type === 'favorites');
    if (FAVOURITES[username]) await session.call('PUT', `${path}/${favourites.id}`, { ...favourites, channel_ids: mine(FAVOURITES[username]) });
  }
}
