import { defineMessages } from '#kernel/web/index.ts';

export const thread_messages = defineMessages({
  thread: { id: 'threads.thread', defaultMessage: 'Thread' },
  threads: { id: 'threads.threads', defaultMessage: 'Threads' },
  follow_hint: { id: 'threads.follow_hint', defaultMessage: 'Follow: be told of new replies' },
  unfollow_hint: { id: 'threads.unfollow_hint', defaultMessage: 'Following. Press to stop' },
  replies: { id: 'threads.replies', defaultMessage: '{count, plural, =0 {No replies yet} one {# reply} other {# replies}}' },
  list: { id: 'threads.list', defaultMessage: 'Messages of the thread' },
  name: { id: 'threads.name', defaultMessage: 'the thread in {channel}' },
  all: { id: 'threads.all', defaultMessage: 'All you follow' },
  unread: { id: 'threads.unread', defaultMessage: 'Unread' },
  filter: { id: 'threads.filter', defaultMessage: 'Which threads' },
  read_all: { id: 'threads.read_all', defaultMessage: 'Mark all as read' },
  none: { id: 'threads.none', defaultMessage: 'Threads you write in, are mentioned in or follow come together here.' },
  none_title: { id: 'threads.none_title', defaultMessage: 'No threads yet' },
  none_unread: { id: 'threads.none_unread', defaultMessage: 'You have read every reply.' },
  none_unread_title: { id: 'threads.none_unread_title', defaultMessage: 'All caught up' },
  show_all: { id: 'threads.show_all', defaultMessage: 'Show all threads' },
  more: { id: 'threads.more', defaultMessage: 'Load more' },
  new_replies: { id: 'threads.new_replies', defaultMessage: '{count, plural, one {# new} other {# new}}' },
  gone: { id: 'threads.gone', defaultMessage: 'This thread does not exist any more, or not for you. {reason}' },
});
