import { defineMessages } from '#kernel/web/index.ts';

export const terms_messages = defineMessages({
  title: { id: 'terms.title', defaultMessage: 'Terms of service' },
  accept: { id: 'terms.accept', defaultMessage: 'I agree' },
  refuse: { id: 'terms.refuse', defaultMessage: 'Log out' },
});
