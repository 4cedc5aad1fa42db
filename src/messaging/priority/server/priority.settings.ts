import { setting, type Setting } from '#kernel/server/index.ts';

export const postPriority = setting({ key: 'ServiceSettings.PostPriority', default: true, client: 'PostPriority', summary: 'People can mark messages as important or urgent and ask for acknowledgements.' });
export const allowPersistent = setting({ key: 'ServiceSettings.AllowPersistentNotifications', default: true, client: 'AllowPersistentNotifications', summary: 'Urgent messages can notify again and again until somebody reacts.' });
export const allowPersistentForGuests = setting({ key: 'ServiceSettings.AllowPersistentNotificationsForGuests', default: false, client: 'AllowPersistentNotificationsForGuests', summary: 'Guests can use persistent notifications too.' });
export const persistentInterval = setting({ key: 'ServiceSettings.PersistentNotificationIntervalMinutes', default: 5, min: 2, max: 1440, client: 'PersistentNotificationIntervalMinutes', summary: 'Minutes between two persistent notifications of a message.' });
export const persistentMaxCount = setting({ key: 'ServiceSettings.PersistentNotificationMaxCount', default: 6, min: 1, max: 100, client: 'PersistentNotificationMaxCount', summary: 'How often a message notifies at most.' });
export const persistentMaxRecipients = setting({ key: 'ServiceSettings.PersistentNotificationMaxRecipients', default: 5, min: 1, max: 1000, client: 'PersistentNotificationMaxRecipients', summary: 'How many people a message with persistent notifications can address.' });

export const prioritySettings: Setting[] = [postPriority, allowPersistent, allowPersistentForGuests, persistentInterval, persistentMaxCount, persistentMaxRecipients];
