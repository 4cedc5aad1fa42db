import { setting } from '#kernel/server/index.ts';

export const enableCommands = setting({ key: 'ServiceSettings.EnableCommands', default: true, summary: 'Teams can have slash commands of their own, which call an address.', client: 'EnableCommands' });

export const settings = [enableCommands];
