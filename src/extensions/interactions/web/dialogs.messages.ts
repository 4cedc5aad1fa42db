import { defineMessages } from '#kernel/web/index.ts';

export const dialog_messages = defineMessages({
  submit: { id: 'interactions.dialog.submit', defaultMessage: 'Submit' },
  optional: { id: 'interactions.dialog.optional', defaultMessage: 'optional' },
  missing: { id: 'interactions.dialog.missing', defaultMessage: 'This is needed.' },
  too_short: { id: 'interactions.dialog.too_short', defaultMessage: 'At least {min} characters.' },
  no_number: { id: 'interactions.dialog.no_number', defaultMessage: 'Write a number.' },
  no_email: { id: 'interactions.dialog.no_email', defaultMessage: 'Write an address such as name@example.com.' },
  no_url: { id: 'interactions.dialog.no_url', defaultMessage: 'Write an address that begins with http:// or https://.' },
  out_of_range: { id: 'interactions.dialog.out_of_range', defaultMessage: 'Choose a time between {min} and {max}.' },
  choose: { id: 'interactions.dialog.choose', defaultMessage: 'Choose…' },
  nothing: { id: 'interactions.dialog.nothing', defaultMessage: 'Nothing found.' },
  remove: { id: 'interactions.dialog.remove', defaultMessage: 'Remove {name}' },
  yes: { id: 'interactions.dialog.yes', defaultMessage: 'Yes' },
});
