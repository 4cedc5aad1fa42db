/** The forms of a name, e.g. of `on-call-shifts`. */
export interface Words {
  /** `on-call-shifts`, the folder. */
  readonly kebab: string;
  /** `onCallShifts` */
  readonly camel: string;
  /** `on_call_shifts`, the table. */
  readonly snake: string;
  /** `on-call-shift`, `onCallShift`, `OnCallShift`, `on_call_shift`: one of them. */
  readonly one: string;
  readonly one_camel: string;
  readonly one_pascal: string;
  readonly one_snake: string;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const toCamel = (kebab: string) => kebab.split('-').map((word, i) => (i ? capital(word) : word)).join('');

export function wordsOf(kebab: string): Words {
  const one = kebab.endsWith('ies') ? `${kebab.slice(0, -3)}y` : kebab.endsWith('s') && !kebab.endsWith('ss') ? kebab.slice(0, -1) : kebab;
  const one_camel = toCamel(one);
  return { kebab, camel: toCamel(kebab), snake: kebab.replaceAll('-', '_'), one, one_camel, one_pascal: capital(one_camel), one_snake: one.replaceAll('-', '_') };
}

/** A mistake of whoever called the scaffold. */
export class ScaffoldError extends Error {}

/** Checks that a name may be a folder's or an action's. */
export function checkName(name: string | undefined, what: string, example: string): string {
  if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new ScaffoldError(`${name ? `"${name}" is no ${what}` : `Which ${what}?`}: small letters and hyphens, such as ${example}.`);
  return name;
}

/** A text in single quotes, as the code writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', ' ')}'`;
}
