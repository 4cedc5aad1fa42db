/** Something that a rule does not accept. The message says what to do. */
export interface Problem {
  /** The rule's name, as exceptions name it. */
  readonly rule: string;
  /** Relative to the repository. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** One line for a reader. */
export function problemText(problem: Problem): string {
  return `${problem.file}${problem.line ? `:${problem.line}` : ''}  ${problem.message}  [${problem.rule}]`;
}
