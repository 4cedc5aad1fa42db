import deliveries from './conversations/deliveries.mjs';
import incident from './conversations/incident.mjs';
import operations from './conversations/operations.mjs';
import people from './conversations/people.mjs';

/**
 * What was said. Where: a channel's name, or a list of people for a direct or group message.
 * A message is [who, when, text, more]: when is '2d 09:14' (two days ago at that time) or '95m' (minutes ago);
 * a reply's is '+4m' (after the message before it). more: reactions {emoji: people}, files, is_pinned, replies, attachments.
 */
export const CONVERSATIONS = [...incident, ...operations, ...deliveries, ...people];
