import { defineMessages } from '../i18n/i18n.ts';

/** Words that buttons of every feature share. */
export const common_messages = defineMessages({
  close: { id: 'common.close', defaultMessage: 'Close' },
  back: { id: 'common.back', defaultMessage: 'Back' },
  cancel: { id: 'common.cancel', defaultMessage: 'Cancel' },
  save: { id: 'common.save', defaultMessage: 'Save' },
  create: { id: 'common.create', defaultMessage: 'Create' },
  add: { id: 'common.add', defaultMessage: 'Add' },
  copy: { id: 'common.copy', defaultMessage: 'Copy' },
  copied: { id: 'common.copied', defaultMessage: 'Copied' },
  optional: { id: 'common.optional', defaultMessage: 'optional' },
  loading: { id: 'common.loading', defaultMessage: 'Loading' },
  try_again: { id: 'common.try_again', defaultMessage: 'Try again' },
  search: { id: 'common.search', defaultMessage: 'Search' },
  more: { id: 'common.more', defaultMessage: 'More' },
  you: { id: 'common.you', defaultMessage: 'you' },
});
