import { defineMessages } from '#kernel/web/index.ts';

export const reaction_messages = defineMessages({
  list: { id: 'reactions.list', defaultMessage: 'Reactions' },
  toggle: { id: 'reactions.toggle', defaultMessage: '{emoji}: {count, plural, one {# person} other {# people}}{mine, select, yes {, you among them} other {}}' },
  who: { id: 'reactions.who', defaultMessage: '{names} reacted with {emoji}' },
  you: { id: 'reactions.you', defaultMessage: 'You' },
  more: { id: 'reactions.more', defaultMessage: '{count, plural, one {# other} other {# others}}' },
  add: { id: 'reactions.add', defaultMessage: 'Add a reaction' },
});
