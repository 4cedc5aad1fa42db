import type { Done, Move, SaidPost, Stage } from './moves.ts';

const NAMES = ['ann', 'bob', 'cat'];

interface Reading {
  /** Messages of the channel that count as unread: all, and roots. */
  unread: number;
  unread_root: number;
  mentions: number;
  mentions_root: number;
  is_muted: boolean;
}

interface Following {
  is_following: boolean;
  viewed_at: number;
  mentions: number;
}

/** Counts unread messages, mentions and threads as plainly as can be, from what was done alone. */
export class Model {
  readonly #stage: Stage;
  readonly readings = new Map<string, Reading>();
  readonly #following = new Map<string, Following>();
  // Whom a reply was a mention for when it was written.
  readonly #meant = new Map<string, ReadonlySet<number>>();

  constructor(stage: Stage) {
    this.#stage = stage;
    stage.members.forEach((set, channel) => set.forEach((who) => this.#reset(who, channel)));
  }

  reading(who: number, channel: number): Reading {
    return this.readings.get(`${who} ${channel}`)!;
  }

  /** The threads that a person follows: what of them is unread. */
  threads(who: number): Record<string, { unread_replies: number; unread_mentions: number; reply_count: number }> {
    const out: Record<string, { unread_replies: number; unread_mentions: number; reply_count: number }> = {};
    for (const root of this.#stage.posts.filter((post) => !post.root_id && !post.is_gone && this.#isMember(who, post))) {
      const following = this.#following.get(`${who} ${root.id}`);
      const replies = this.#replies(root);
      if (!following?.is_following) continue;
      const unread = replies.filter((reply) => reply.at > following.viewed_at);
      out[root.id] = { reply_count: replies.length, unread_replies: unread.length, unread_mentions: following.mentions };
    }
    return out;
  }

  /** Takes note of what was done. */
  note({ kind, who, b }: Move, done: Done): void {
    if (!done) return;
    const { post, channel, at } = done;
    if ((kind === 'post' || kind === 'reply') && post) this.#said(post, channel!);
    else if (kind === 'delete') this.#deleted(post!);
    else if (kind === 'view') this.#read(who, channel!);
    else if (kind === 'view-old') this.#viewWithThreads(who, channel!);
    else if (kind === 'unread') this.#unread(who, channel!, post!);
    else if (kind === 'join') this.#join(who, channel!);
    else if (kind === 'leave') this.#leave(who, channel!);
    else if (kind === 'mute') this.reading(who, channel!).is_muted = b % 2 === 1;
    else if (kind === 'follow') this.#follow(who, post!.id, at!);
    else if (kind === 'unfollow') this.#following.set(`${who} ${post!.id}`, { is_following: false, viewed_at: this.#following.get(`${who} ${post!.id}`)?.viewed_at ?? Date.now(), mentions: 0 });
    else if (kind === 'read-thread' || kind === 'unread-thread') this.#setViewed(who, post!.id, at!);
    else if (kind === 'read-all') for (const id of Object.keys(this.threads(who))) this.#setViewed(who, id, Date.now());
  }

  #said(post: SaidPost, channel: number): void {
    for (const who of this.#stage.members[channel]!) {
      const reading = this.reading(who, channel);
      reading.unread++;
      reading.unread_root += post.root_id ? 0 : 1;
      if (!this.#addresses(post, who)) continue;
      reading.mentions++;
      reading.mentions_root += post.root_id ? 0 : 1;
    }
    if (!post.root_id) return this.#read(post.author, channel);
    const root = this.#stage.posts.find((each) => each.id === post.root_id)!;
    const is_first = this.#replies(root).length === 1;
    this.#meant.set(post.id, new Set([...this.#stage.members[channel]!].filter((who) => this.#addresses(post, who))));
    for (const who of this.#stage.members[channel]!) {
      const known = this.#following.get(`${who} ${root.id}`);
      if (who === post.author) this.#follow(who, root.id, post.at);
      else if (this.#addresses(post, who)) this.#following.set(`${who} ${root.id}`, { is_following: true, viewed_at: known?.viewed_at ?? 0, mentions: (known?.mentions ?? 0) + 1 });
      else if (!known && (who === root.author || (is_first && this.#names(root, who)))) this.#follow(who, root.id, 0);
    }
  }

  #deleted(post: SaidPost): void {
    for (const who of this.#meant.get(post.id) ?? []) {
      const following = this.#following.get(`${who} ${post.root_id}`);
      if (following?.is_following && following.viewed_at < post.at) following.mentions--;
    }
  }

  #follow(who: number, root_id: string, viewed_at: number): void {
    this.#following.set(`${who} ${root_id}`, { is_following: true, viewed_at, mentions: 0 });
  }

  #setViewed(who: number, root_id: string, viewed_at: number): void {
    const root = this.#stage.posts.find((post) => post.id === root_id)!;
    const mentions = this.#replies(root).filter((reply) => reply.at > viewed_at && this.#addresses(reply, who)).length;
    this.#following.set(`${who} ${root_id}`, { is_following: this.#following.get(`${who} ${root_id}`)?.is_following ?? true, viewed_at, mentions });
  }

  #viewWithThreads(who: number, channel: number): void {
    const { unread, mentions } = this.reading(who, channel);
    this.#read(who, channel);
    if (!unread && !mentions) return;
    for (const id of Object.keys(this.threads(who))) if (this.#stage.posts.find((post) => post.id === id)!.channel_id === this.#stage.channels[channel].id) this.#setViewed(who, id, Date.now());
  }

  #read(who: number, channel: number): void {
    Object.assign(this.reading(who, channel), { unread: 0, unread_root: 0, mentions: 0, mentions_root: 0 });
  }

  #unread(who: number, channel: number, from: SaidPost): void {
    const later = this.#stage.posts.filter((post) => !post.is_gone && post.channel_id === from.channel_id && (post.at > from.at || post === from));
    const mine = later.filter((post) => this.#addresses(post, who));
    const roots = (list: readonly SaidPost[]): number => list.filter((post) => !post.root_id).length;
    Object.assign(this.reading(who, channel), { unread: later.length, unread_root: roots(later), mentions: mine.length, mentions_root: roots(mine) });
  }

  // Who comes in has read nothing of what was said before, deleted or not, and was not meant by it.
  #join(who: number, channel: number): void {
    this.#reset(who, channel);
    const said = this.#stage.posts.filter((post) => post.channel_id === this.#stage.channels[channel].id);
    Object.assign(this.reading(who, channel), { unread: said.length, unread_root: said.filter((post) => !post.root_id).length });
  }

  #reset(who: number, channel: number): void {
    this.readings.set(`${who} ${channel}`, { unread: 0, unread_root: 0, mentions: 0, mentions_root: 0, is_muted: false });
  }

  // Who leaves a channel follows none of its threads any more.
  #leave(who: number, channel: number): void {
    this.readings.delete(`${who} ${channel}`);
    for (const post of this.#stage.posts) if (post.channel_id === this.#stage.channels[channel].id) this.#following.delete(`${who} ${post.id}`);
  }

  #replies(root: SaidPost): SaidPost[] {
    return this.#stage.posts.filter((post) => post.root_id === root.id && !post.is_gone);
  }

  #isMember(who: number, post: SaidPost): boolean {
    return this.#stage.channels.some((channel, i) => channel.id === post.channel_id && this.#stage.members[i]!.has(who));
  }

  /** Whether a post is a mention for somebody: by name, with the whole channel, or because nobody else is meant. */
  #addresses(post: SaidPost, who: number): boolean {
    if (post.author === who) return false;
    const channel = this.#stage.channels.findIndex((each) => each.id === post.channel_id);
    if (this.#stage.channels[channel].type === 'D' || this.#names(post, who)) return true;
    return post.message.includes('@channel') && !this.reading(who, channel)?.is_muted;
  }

  #names(post: SaidPost, who: number): boolean {
    return post.message.includes(`@${NAMES[who]!}`) && post.author !== who;
  }
}
