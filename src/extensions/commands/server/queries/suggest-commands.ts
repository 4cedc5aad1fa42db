import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { AutocompleteSuggestion } from '../../wire/index.ts';
import { commandsOf } from '../commands.catalogue.ts';

const MAX_LINE = 16_383;

export const suggestCommands = query({
  name: 'suggest-commands',
  summary: 'Suggest how a line that begins with a slash may go on.',
  input: z.object({ team_id: fields.id(), user_input: fields.text(MAX_LINE), channel_id: fields.optionalId().nullish(), root_id: fields.optionalId().nullish() }),
  permission: inTeam('view_team'),
  run: (ctx, { user_input }): AutocompleteSuggestion[] => {
    const [, word = '', rest] = /^\/?(\S*)(\s[^]*)?$/.exec(user_input.trimStart()) ?? [];
    const trigger = word.toLowerCase();
    const all = [...commandsOf(ctx.app)];
    // Behind the word there is only the hint left to show.
    const found = rest === undefined ? all.filter(([name]) => name.startsWith(trigger)) : all.filter(([name, command]) => name === trigger && command.hint);
    return found.map(([name, command]) => ({ Complete: rest === undefined ? name : user_input.trimStart().replace(/^\//, ''), Suggestion: rest === undefined ? name : '', Hint: command.hint, Description: command.summary, IconData: '' }));
  },
});
