import { DOCUMENTS } from './documents.mjs';
import { PICTURES } from './pictures.mjs';
import { fileForm } from './session.mjs';
import { timeOf } from './times.mjs';

const TYPES = { png: 'image/png', pdf: 'application/pdf', csv: 'text/csv', md: 'text/markdown' };

/**
 * Prepares all messages. `say(which)` posts those that match, oldest first, each as its author; `finish` adds the
 * reactions and pins. A channel in which somebody has spoken already is left alone.
 */
export async function sayAll(world, conversations) {
  const waiting = [];
  for (const { where, messages } of conversations) {
    const channel = Array.isArray(where) ? await direct(world, where) : world.channels.get(where);
    if (!(await isSilent(world, channel))) continue;
    for (const message of messages) waiting.push(...withReplies(world, channel, message));
  }
  waiting.sort((a, b) => a.at - b.at);
  const said = [];
  const say = async (matches) => {
    for (const message of waiting.filter(matches)) said.push({ message, post: (message.post = await post(world, message)) });
  };
  const finish = async () => {
    for (const { message, post } of said) await decorate(world, message, post);
  };
  return { say, finish, is_new: waiting.length > 0 };
}

async function direct({ people }, names) {
  const ids = names.map((name) => people.get(name).user.id);
  const made = await people.get(names[0]).call('POST', names.length === 2 ? '/channels/direct' : '/channels/group', ids);
  return { ...made, reader: names[0] };
}

async function isSilent({ admin, people }, channel) {
  const reader = channel.reader ? people.get(channel.reader) : admin;
  const { posts } = await reader.call('GET', `/channels/${channel.id}/posts?per_page=100`);
  return !Object.values(posts).some((p) => !p.type.startsWith('system_'));
}

function withReplies(world, channel, [who, when, text, more = {}]) {
  const root = { who, text, more, channel, at: timeOf(when, world.now) };
  let at = root.at;
  const replies = (more.replies ?? []).map(([who, when, text, more = {}]) => {
    at = Math.min(timeOf(when, world.now, at), world.now);
    return { who, text, more, channel, root, at };
  });
  return [root, ...replies];
}

async function post(world, { who, text, more, channel, root, at }) {
  const session = world.people.get(who) ?? world.bots.get(who);
  const file_ids = [];
  for (const name of more.files ?? []) file_ids.push(await upload(session, channel, name));
  return session.call('POST', '/posts', {
    channel_id: channel.id,
    message: text,
    root_id: root?.post.id ?? '',
    create_at: at,
    file_ids,
    ...(more.attachments && { props: { attachments: more.attachments } }),
  });
}

async function upload(session, channel, name) {
  const make = PICTURES[name] ?? DOCUMENTS[name];
  const form = fileForm('files', name, await make(), TYPES[name.split('.').at(-1)], { channel_id: channel.id });
  const { file_infos } = await session.call('POST', '/files', form);
  return file_infos[0].id;
}

async function decorate({ people, admin }, { more, channel }, { id }) {
  for (const [emoji_name, names] of Object.entries(more.reactions ?? {})) {
    for (const name of names) await people.get(name).call('POST', '/reactions', { user_id: people.get(name).user.id, post_id: id, emoji_name });
  }
  if (more.is_pinned) await (channel.reader ? people.get(channel.reader) : admin).call('POST', `/posts/${id}/pin`);
}
