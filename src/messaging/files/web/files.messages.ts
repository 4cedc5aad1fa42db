import { defineMessages } from '#kernel/web/index.ts';

export const file_messages = defineMessages({
  open: { id: 'files.open', defaultMessage: 'Open {name}' },
  download: { id: 'files.download', defaultMessage: 'Download {name}' },
  remove: { id: 'files.remove', defaultMessage: 'Remove {name}' },
  cancel: { id: 'files.cancel', defaultMessage: 'Stop sending {name}' },
  retry: { id: 'files.retry', defaultMessage: 'Send {name} again' },
  sending: { id: 'files.sending', defaultMessage: 'Sending, {percent} %' },
  failed: { id: 'files.failed', defaultMessage: 'Was not sent: {reason}' },
  too_big: { id: 'files.too_big', defaultMessage: 'larger than {size}' },
  too_many: { id: 'files.too_many', defaultMessage: 'A message carries at most {max} files. The rest was left out.' },
  empty: { id: 'files.empty', defaultMessage: 'the file is empty' },
  viewer: { id: 'files.viewer', defaultMessage: 'Pictures' },
  previous: { id: 'files.previous', defaultMessage: 'Previous' },
  next: { id: 'files.next', defaultMessage: 'Next' },
  zoom_in: { id: 'files.zoom_in', defaultMessage: 'Original size' },
  zoom_out: { id: 'files.zoom_out', defaultMessage: 'Fit into the window' },
  count: { id: 'files.count', defaultMessage: '{index} of {count}' },
  list: { id: 'files.list', defaultMessage: '{count, plural, one {# file} other {# files}}' },
});
