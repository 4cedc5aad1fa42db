import type { App } from '#kernel/server/index.ts';
import type { Post, PostAction } from '../wire/index.ts';

/** What a button of a message that nobody keeps needs to know of it. */
export interface ActionCookie {
  readonly post_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  /** Who the message seems to come from. */
  readonly user_id: string;
  /** Who it was shown to: nobody else can press. */
  readonly reader_id: string;
  readonly action: PostAction;
}

/** Gives each button with an address a sealed cookie, which clients send back: the message itself is kept nowhere. */
export function addActionCookies(app: App, post: Post, reader_id: string): void {
  const { attachments } = post.props;
  if (!attachments) return;
  const place = { post_id: post.id, channel_id: post.channel_id, root_id: post.root_id, user_id: post.user_id, reader_id };
  post.props = { ...post.props, attachments: attachments.map((attachment) => (attachment.actions ? { ...attachment, actions: attachment.actions.map((action) => (action.integration ? { ...action, cookie: app.secrets.seal(JSON.stringify({ ...place, action } satisfies ActionCookie)) } : action)) } : attachment)) };
}

/** What a cookie says; undefined if this server has not made it. */
export function openActionCookie(app: App, cookie: string): ActionCookie | undefined {
  const opened = app.secrets.open(cookie);
  if (!opened?.startsWith('{"post_id"')) return undefined;
  return JSON.parse(opened) as ActionCookie;
}
