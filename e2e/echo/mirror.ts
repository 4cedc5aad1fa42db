import WebSocket from 'ws';
import type { Person } from '../lib/person.ts';

/** Everything that a client shows, so that two of them can be compared. */
export interface Shown {
  channels: Record<string, { total: number; total_root: number; last_post_at: number }>;
  members: Record<string, { msg_count: number; msg_count_root: number; mention_count: number; mention_count_root: number; last_viewed_at: number; mark_unread: string }>;
  threads: Record<string, { channel_id: string; unread_replies: number; unread_mentions: number; reply_count: number }>;
  posts: Record<string, { channel_id: string; root_id: string; message: string; is_pinned: boolean; reply_count: number; reactions: string[] }>;
  categories: { order: string[]; by_id: Record<string, { display_name: string; channel_ids: string[]; muted: boolean }> };
  preferences: Record<string, string>;
  status: string;
}

/** Fetches all of it. `channel_ids`: the channels that the test looks at. */
export async function fetchShown(me: Person, team_id: string, channel_ids: readonly string[]): Promise<Shown> {
  const [channels, members, threads, categories, preferences, status] = await Promise.all([
    me.get(`/users/me/teams/${team_id}/channels`), me.get(`/users/me/teams/${team_id}/channels/members`), me.get(`/users/me/teams/${team_id}/threads?per_page=200`),
    me.get(`/users/me/teams/${team_id}/channels/categories`), me.get('/users/me/preferences'), me.get('/users/me/status'),
  ]);
  const watched = new Set(channel_ids);
  const joined = channels.filter((c: any) => watched.has(c.id)).map((c: any) => c.id) as string[];
  const lists = await Promise.all(joined.map((id) => me.get(`/channels/${id}/posts?per_page=200&skipFetchThreads=true`)));
  return {
    channels: toRecord(channels.filter((c: any) => watched.has(c.id)), (c) => [c.id, channelOf(c)]),
    members: toRecord(members.filter((m: any) => watched.has(m.channel_id)), (m) => [m.channel_id, memberOf(m)]),
    threads: toRecord(threads.threads, (t) => [t.id, threadOf(t)]),
    posts: toRecord(lists.flatMap((list) => Object.values(list.posts)), (p) => [p.id, postOf(p)]),
    categories: categoriesOf(categories),
    preferences: toRecord(preferences, (p) => [`${p.category}/${p.name}`, p.value]),
    status: status.status,
  };
}

const toRecord = <T>(list: readonly any[], entry: (item: any) => [string, T]): Record<string, T> => Object.fromEntries(list.map(entry));
const channelOf = (c: any) => ({ total: c.total_msg_count, total_root: c.total_msg_count_root, last_post_at: c.last_post_at });
const memberOf = (m: any) => ({ msg_count: m.msg_count, msg_count_root: m.msg_count_root, mention_count: m.mention_count, mention_count_root: m.mention_count_root, last_viewed_at: m.last_viewed_at, mark_unread: m.notify_props.mark_unread });
// Not when it was last seen: of one's own reply the protocol tells the time before it.
const threadOf = (t: any) => ({ channel_id: t.post.channel_id, unread_replies: t.unread_replies, unread_mentions: t.unread_mentions, reply_count: t.reply_count });
const reactionOf = (r: any) => `${r.user_id} ${r.emoji_name}`;
const postOf = (p: any) => ({ channel_id: p.channel_id, root_id: p.root_id, message: p.message, is_pinned: p.is_pinned, reply_count: p.reply_count, reactions: (p.metadata.reactions ?? []).map(reactionOf).sort() });
const categoryOf = (c: any) => ({ display_name: c.display_name, channel_ids: [...c.channel_ids], muted: c.muted });
const categoriesOf = (answer: any) => ({ order: answer.order, by_id: toRecord(answer.categories, (c) => [c.id, categoryOf(c)]) });

// Who joins and leaves is told in the channel, and counts as no message.
const UNCOUNTED = /^system_(join|leave|add|remove)|^system_.*_(join|leave)/;

/** A client that fetched once and from then on only listens: what it shows must stay what a new fetch would give. */
export class Mirror {
  readonly me: Person;
  readonly #team_id: string;
  readonly #channel_ids: readonly string[];
  readonly #socket: WebSocket;
  shown!: Shown;
  #seq = 0;
  #turn = Promise.resolve();
  readonly #answers = new Map<number, () => void>();
  /** Names of the events since the last look, for failures. */
  heard: string[] = [];

  private constructor(me: Person, team_id: string, channel_ids: readonly string[]) {
    this.me = me;
    this.#team_id = team_id;
    this.#channel_ids = channel_ids;
    this.#socket = new WebSocket(`${me.url.replace('http', 'ws')}/api/v4/websocket`, { headers: { authorization: `Bearer ${me.token}` } });
  }

  static async open(me: Person, team_id: string, channel_ids: readonly string[]): Promise<Mirror> {
    const mirror = new Mirror(me, team_id, channel_ids);
    await new Promise<void>((resolve) => mirror.#socket.once('message', () => resolve()));
    mirror.shown = await mirror.fetch();
    mirror.#socket.on('message', (text) => {
      const frame = JSON.parse(String(text));
      if (frame.seq_reply) return mirror.#answers.get(frame.seq_reply)?.();
      mirror.heard.push(frame.event);
      mirror.#turn = mirror.#turn.then(() => mirror.#apply(frame));
    });
    return mirror;
  }

  fetch(): Promise<Shown> {
    return fetchShown(this.me, this.#team_id, this.#channel_ids);
  }

  /** Everything sent so far has been heard and applied. An answer comes after the events before it. */
  async catchUp(): Promise<void> {
    const seq = ++this.#seq;
    const answered = new Promise<void>((resolve) => void this.#answers.set(seq, resolve));
    this.#socket.send(JSON.stringify({ action: 'ping', seq }));
    await answered;
    await this.#turn;
  }

  close(): void {
    this.#socket.terminate();
  }

  async #apply(frame: any): Promise<void> {
    const { shown } = this;
    const { data, broadcast } = frame;
    switch (frame.event) {
      case 'posted': return this.#posted(JSON.parse(data.post), data.mentions ? JSON.parse(data.mentions) : []);
      case 'post_edited': return this.#edited(JSON.parse(data.post));
      case 'post_deleted': return this.#deleted(JSON.parse(data.post));
      case 'reaction_added': case 'reaction_removed': return this.#reacted(JSON.parse(data.reaction), frame.event === 'reaction_added');
      case 'multiple_channels_viewed': return Object.entries<number>(data.channel_times).forEach(([id, at]) => this.#viewed(id, at));
      case 'post_unread': {
        const { msg_count, msg_count_root, mention_count, mention_count_root, last_viewed_at } = data;
        return void Object.assign(shown.members[broadcast.channel_id]!, { msg_count, msg_count_root, mention_count, mention_count_root, last_viewed_at });
      }
      case 'channel_member_updated': {
        const member = JSON.parse(data.channelMember);
        return void (shown.members[member.channel_id]!.mark_unread = member.notify_props.mark_unread);
      }
      case 'thread_updated': return void (shown.threads[JSON.parse(data.thread).id] = threadOf(JSON.parse(data.thread)));
      case 'thread_read_changed': return this.#threadRead(data, broadcast);
      case 'thread_follow_changed': return this.#followed(data);
      case 'user_added': return broadcast.user_id === this.me.id ? this.#joined() : undefined;
      case 'user_removed': return broadcast.user_id === this.me.id ? this.#left(data.channel_id) : undefined;
      case 'preferences_changed': return JSON.parse(data.preferences).forEach((p: any) => void (shown.preferences[`${p.category}/${p.name}`] = p.value));
      case 'preferences_deleted': return JSON.parse(data.preferences).forEach((p: any) => delete shown.preferences[`${p.category}/${p.name}`]);
      case 'sidebar_category_order_updated': return void (shown.categories.order = data.order);
      case 'sidebar_category_created': case 'sidebar_category_deleted': return this.#refetchCategories();
      case 'sidebar_category_updated': return data.updatedCategories ? JSON.parse(data.updatedCategories).forEach((c: any) => void (shown.categories.by_id[c.id] = categoryOf(c))) : this.#refetchCategories();
      case 'status_change': if (data.user_id === this.me.id) shown.status = data.status;
    }
  }

  #posted(post: any, mentions: readonly string[]): void {
    const { channels, members, posts } = this.shown;
    const [channel, member] = [channels[post.channel_id], members[post.channel_id]];
    if (!channel || !member) return;
    const counted = UNCOUNTED.test(post.type) ? 0 : 1;
    channel.total += counted;
    channel.total_root += post.root_id ? 0 : counted;
    channel.last_post_at = Math.max(channel.last_post_at, post.create_at);
    if (mentions.includes(this.me.id)) {
      member.mention_count++;
      member.mention_count_root += post.root_id ? 0 : 1;
    }
    posts[post.id] = postOf(post);
    if (post.root_id) this.#countReplies(post.root_id, 1);
  }

  // Root and replies all tell how many replies there are.
  #countReplies(root_id: string, more: number): void {
    const { posts } = this.shown;
    const count = (posts[root_id]?.reply_count ?? 0) + more;
    for (const [id, post] of Object.entries(posts)) if (id === root_id || post.root_id === root_id) post.reply_count = count;
  }

  #edited(post: any): void {
    const known = this.shown.posts[post.id];
    if (known) Object.assign(known, { message: post.message, is_pinned: post.is_pinned });
  }

  #deleted(post: any): void {
    const { posts, threads } = this.shown;
    for (const [id, each] of Object.entries(posts)) if (id === post.id || each.root_id === post.id) delete posts[id];
    if (!post.root_id) return void delete threads[post.id];
    this.#countReplies(post.root_id, -1);
    if (threads[post.root_id]) threads[post.root_id]!.reply_count = posts[post.root_id]!.reply_count;
  }

  #reacted(reaction: any, is_added: boolean): void {
    const post = this.shown.posts[reaction.post_id];
    if (!post) return;
    const others = post.reactions.filter((each) => each !== reactionOf(reaction));
    post.reactions = is_added ? [...others, reactionOf(reaction)].sort() : others;
  }

  #viewed(channel_id: string, at: number): void {
    const [channel, member] = [this.shown.channels[channel_id], this.shown.members[channel_id]];
    if (channel && member) Object.assign(member, { msg_count: channel.total, msg_count_root: channel.total_root, mention_count: 0, mention_count_root: 0, last_viewed_at: Math.max(member.last_viewed_at, at) });
  }

  #threadRead(data: any, broadcast: any): void {
    const { threads } = this.shown;
    if (data.thread_id) {
      if (threads[data.thread_id]) Object.assign(threads[data.thread_id]!, { unread_replies: data.unread_replies, unread_mentions: data.unread_mentions });
      return;
    }
    for (const thread of Object.values(threads)) if (!broadcast.channel_id || thread.channel_id === broadcast.channel_id) Object.assign(thread, { unread_replies: 0, unread_mentions: 0 });
  }

  async #followed({ thread_id, state }: any): Promise<void> {
    if (!state) return void delete this.shown.threads[thread_id];
    const answer = await this.me.call('GET', `/users/me/teams/${this.#team_id}/threads/${thread_id}`);
    if (answer.status === 200) this.shown.threads[thread_id] = threadOf(answer.body);
  }

  // A channel that is new to a client is fetched as a whole.
  async #joined(): Promise<void> {
    const fresh = await this.fetch();
    const { status, preferences } = this.shown;
    this.shown = { ...fresh, status, preferences };
  }

  async #left(channel_id: string): Promise<void> {
    const { channels, members, posts, threads } = this.shown;
    delete channels[channel_id];
    delete members[channel_id];
    for (const list of [posts, threads]) for (const [id, each] of Object.entries(list)) if (each.channel_id === channel_id) delete list[id];
    await this.#refetchCategories();
  }

  async #refetchCategories(): Promise<void> {
    this.shown.categories = categoriesOf(await this.me.get(`/users/me/teams/${this.#team_id}/channels/categories`));
  }
}
