import { defineFeature } from '#kernel/server/index.ts';

export { NEEDED_LETTERS, sendsMail, siteNameOf, writeLetter, type LetterName, type LetterParts } from './letters.ts';

export const lettersFeature = defineFeature({
  name: 'letters',
  area: 'identity',
  summary: 'What mails to people say, in their languages.',
});
