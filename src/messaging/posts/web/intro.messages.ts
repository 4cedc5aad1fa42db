import { defineMessages } from '#kernel/web/index.ts';

export const intro_messages = defineMessages({
  channel_title: { id: 'intro.channel_title', defaultMessage: '{name}' },
  channel_text: { id: 'intro.channel_text', defaultMessage: 'The beginning of {name}. What is said here stays for everybody who comes later.' },
  private_text: { id: 'intro.private_text', defaultMessage: 'The beginning of {name}. Only people who are in it can read it.' },
  direct_text: { id: 'intro.direct_text', defaultMessage: 'The beginning of your conversation with {name}. Only the two of you can read it.' },
  self_text: { id: 'intro.self_text', defaultMessage: 'A place for your own notes, links and drafts. Only you can read it.' },
  group_text: { id: 'intro.group_text', defaultMessage: 'The beginning of your conversation with {name}. Only the people in it can read it.' },
  write_first: { id: 'intro.write_first', defaultMessage: 'Write the first message' },
});
