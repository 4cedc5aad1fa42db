import { statusStore } from '#identity/status/web/index.ts';
import { displayName, getMe, getUser } from '#identity/users/web/index.ts';
import { default_notify_props } from '#identity/users/wire/index.ts';
import { defineMessages, goTo, myUserId, panelStore, parseJsonText, realtime, t } from '#kernel/web/index.ts';
import { channelName, channelsStore, getChannel, getMyMember, postPath } from '#messaging/channels/web/index.ts';
import { default_channel_notify_props } from '#messaging/channels/wire/index.ts';
import { isSystemPost, parseMarkdown, plainText } from '#messaging/posts/web/index.ts';
import type { Post, PostEvents } from '#messaging/posts/wire/index.ts';
import { playSound } from './sound.ts';
import { shouldNotify, type NotifyFacts } from './notify.rules.ts';

const m = defineMessages({
  direct: { id: 'notifications.direct', defaultMessage: '{name}' },
  in_channel: { id: 'notifications.in_channel', defaultMessage: '{name} in {channel}' },
  file: { id: 'notifications.file', defaultMessage: 'sent a file' },
});

const LONGEST_TEXT = 200;

/** Calls the person back when something in the conversations is meant for them. */
export function startNotifications(): void {
  realtime.on<PostEvents['posted']>('posted', (data) => {
    const post = parseJsonText(data.post);
    if (shouldNotify(factsOf(post, data))) notify(post, data);
  });
  // An urgent message asks again, also in the channel on the screen: nobody has reacted.
  realtime.on<PostEvents['persistent_notification_triggered']>('persistent_notification_triggered', (data) => {
    if (statusStore.getState().by_user[myUserId()] !== 'dnd') notify(parseJsonText(data.post), data);
  });
}

function factsOf(post: Post, data: PostEvents['posted']): NotifyFacts {
  const my_id = myUserId();
  return {
    is_own: post.user_id === my_id && !post.props.from_webhook,
    is_system: isSystemPost(post),
    is_reply: post.root_id !== '',
    is_mention: data.mentions !== undefined && parseJsonText(data.mentions).includes(my_id),
    is_followed: data.followers !== undefined && parseJsonText(data.followers).includes(my_id),
    is_seen: isSeen(post),
    channel_type: data.channel_type,
    my_level: getMe().notify_props?.desktop ?? default_notify_props.desktop,
    channel_props: getMyMember(post.channel_id)?.notify_props ?? default_channel_notify_props,
    my_status: statusStore.getState().by_user[my_id] ?? 'online',
  };
}

function isSeen(post: Post): boolean {
  if (!document.hasFocus()) return false;
  if (!post.root_id) return channelsStore.getState().current_channel_id === post.channel_id;
  const visible = panelStore.getState().stack.at(-1);
  return visible?.kind === 'thread' && visible.post_id === post.root_id;
}

function notify(post: Post, data: Pick<PostEvents['posted'], 'sender_name' | 'channel_type' | 'channel_display_name'>): void {
  if (getMe().notify_props?.desktop_sound !== 'false') playSound();
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const name = post.props.override_username || displayName(getUser(post.user_id)) || data.sender_name.replace(/^@/, '');
  const channel = channelName(getChannel(post.channel_id)) || data.channel_display_name;
  const text = plainText(parseMarkdown(post.message)).trim();
  // Several open pages say it once: the browser joins notifications with the same tag.
  const notification = new Notification(t(data.channel_type === 'D' ? m.direct : m.in_channel, { name, channel }), {
    body: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text || t(m.file),
    tag: post.id,
    icon: '/icon.svg',
    silent: true,
  });
  notification.onclick = () => {
    window.focus();
    notification.close();
    goTo(postPath(post.id));
  };
}
