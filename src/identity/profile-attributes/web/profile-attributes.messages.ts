import { defineMessages } from '#kernel/web/index.ts';

export const attribute_messages = defineMessages({
  title: { id: 'attributes.title', defaultMessage: 'More about you' },
  none: { id: 'attributes.none', defaultMessage: 'The administrators of this server ask for nothing more.' },
  saved: { id: 'attributes.saved', defaultMessage: 'Your profile is saved.' },
});
