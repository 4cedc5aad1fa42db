import { setting } from '#kernel/server/index.ts';

export const enableUserStatuses = setting({ key: 'ServiceSettings.EnableUserStatuses', default: true, summary: 'People see who is online.', client: 'EnableUserStatuses', is_public: true });
export const awayTimeout = setting({ key: 'TeamSettings.UserStatusAwayTimeout', default: 300, min: 10, summary: 'Seconds without activity until somebody is away.' });
export const enableLastActiveTime = setting({ key: 'TeamSettings.EnableLastActiveTime', default: true, summary: 'People see when others were last there.', client: 'EnableLastActiveTime' });
export const enableCustomStatuses = setting({ key: 'TeamSettings.EnableCustomUserStatuses', default: true, summary: 'People can say in their own words what they are doing.', client: 'EnableCustomUserStatuses' });
export const enableAutomaticReplies = setting({ key: 'TeamSettings.ExperimentalEnableAutomaticReplies', default: false, summary: 'People can be out of office.', client: 'ExperimentalEnableAutomaticReplies' });

export const settings = [enableUserStatuses, awayTimeout, enableLastActiveTime, enableCustomStatuses, enableAutomaticReplies];
