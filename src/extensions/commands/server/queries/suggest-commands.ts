import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { AutocompleteSuggestion } from '../../wire/index.ts';
import { completeByTree } from '../completions.ts';
import { customCommandsOf } from '../custom-commands.cache.ts';
import { runnableCommands } from '../runnable-commands.ts';

const MAX_LINE = 16_383;

export const suggestCommands = query({
  name: 'suggest-commands',
  summary: 'Suggest how a line that begins with a slash may go on.',
  input: z.object({ team_id: fields.id(), user_input: fields.text(MAX_LINE), channel_id: fields.optionalId().nullish(), root_id: fields.optionalId().nullish() }),
  permission: inTeam('view_team'),
  run: async (ctx, { user_input, team_id, channel_id, root_id }): Promise<AutocompleteSuggestion[]> => {
    const line = user_input.trimStart().replace(/^\//, '');
    const [, word = '', rest] = /^(\S*)(\s[^]*)?$/.exec(line) ?? [];
    const trigger = word.toLowerCase();
    const custom = (await customCommandsOf(ctx.app, team_id)).filter((command) => command.auto_complete);
    const known = await runnableCommands({ ctx, team_id, channel_id: channel_id ?? '' }, trigger);
    if (rest === undefined) return known.filter((one) => one.word.startsWith(trigger)).sort((a, b) => (a.word < b.word ? -1 : 1)).map((one) => ({ Complete: one.word, Suggestion: one.word, Hint: one.hint, Description: one.summary, IconData: '' }));
    const { autocomplete_data, url = '' } = custom.find((one) => one.trigger === trigger) ?? {};
    if (autocomplete_data) return completeByTree(ctx, autocomplete_data, line, url, { channel_id: channel_id ?? '', team_id, root_id: root_id ?? '', user_id: ctx.actor.user_id });
    // Behind a word without a tree there is only the hint left to show.
    return known.filter((one) => one.word === trigger && one.hint).map((one) => ({ Complete: line, Suggestion: '', Hint: one.hint, Description: one.summary, IconData: '' }));
  },
});
