import type { Problem } from '../problem.ts';
import type { Project } from '../project.ts';
import { actionsRule } from './actions.ts';
import { catalogueRule } from './catalogue.ts';
import { coverageRule } from './coverage.ts';
import { escapesRule } from './escapes.ts';
import { importsRule } from './imports.ts';
import { kernelWordsRule } from './kernel-words.ts';
import { framesRule, namesRule } from './names.ts';
import { routesRule } from './routes.ts';
import { tablesRule } from './tables.ts';

const RULES: readonly ((project: Project) => Problem[])[] = [catalogueRule, actionsRule, routesRule, importsRule, namesRule, framesRule, tablesRule, kernelWordsRule, escapesRule, coverageRule];

/** Everything that the rules of the architecture do not accept. */
export function checkArchitecture(project: Project): Problem[] {
  return RULES.flatMap((rule) => rule(project));
}
