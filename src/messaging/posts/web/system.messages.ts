import { defineMessages } from '#kernel/web/index.ts';

export const system_messages = defineMessages({
  joined: { id: 'system.joined', defaultMessage: '{people} joined' },
  joined_team: { id: 'system.joined_team', defaultMessage: '{people} joined the team' },
  added: { id: 'system.added', defaultMessage: '{people} {count, plural, one {was} other {were}} added by {actor}' },
  left: { id: 'system.left', defaultMessage: '{people} left' },
  left_team: { id: 'system.left_team', defaultMessage: '{people} left the team' },
  removed: { id: 'system.removed', defaultMessage: '{people} {count, plural, one {was} other {were}} removed' },
  others: { id: 'system.others', defaultMessage: '{count, plural, one {# other} other {# others}}' },

  header_set: { id: 'system.header_set', defaultMessage: '{actor} set the header to {after}' },
  header_changed: { id: 'system.header_changed', defaultMessage: '{actor} changed the header from {before} to {after}' },
  header_removed: { id: 'system.header_removed', defaultMessage: '{actor} removed the header, which was {before}' },
  purpose_set: { id: 'system.purpose_set', defaultMessage: '{actor} set the purpose to {after}' },
  purpose_changed: { id: 'system.purpose_changed', defaultMessage: '{actor} changed the purpose from {before} to {after}' },
  purpose_removed: { id: 'system.purpose_removed', defaultMessage: '{actor} removed the purpose, which was {before}' },
  renamed: { id: 'system.renamed', defaultMessage: '{actor} renamed the channel from {before} to {after}' },
  archived: { id: 'system.archived', defaultMessage: '{actor} archived the channel' },
  restored: { id: 'system.restored', defaultMessage: '{actor} brought the channel back from the archive' },
  somebody: { id: 'system.somebody', defaultMessage: 'Somebody' },
});
