const FLAG = /(^|\s)-?(from|in|channel|before|after|on|ext):\s*\S+/gi;
const PHRASE = /"([^"]+)"/g;

/** Words to mark in results where the server does not say which matched: the terms without operators and exclusions. */
export function markedWords(terms: string): string[] {
  const plain = terms.replace(FLAG, ' ');
  const phrases = [...plain.matchAll(PHRASE)].map((match) => match[1]!.trim());
  const words = plain.replace(PHRASE, ' ').split(/\s+/).filter((word) => word && !word.startsWith('-') && word !== '*');
  return [...phrases, ...words.map((word) => word.replace(/^#/, ''))].filter(Boolean);
}

/** The terms with an operator begun at the end, ready for its value. */
export function beginOperator(terms: string, operator: string): string {
  return `${terms.trimEnd()}${terms.trim() ? ' ' : ''}${operator}`;
}
