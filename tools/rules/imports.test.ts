import { expect, it } from 'vitest';
import type { Project } from '../project.ts';
import { importsRule } from './imports.ts';

// One tree with one fault of each kind: file → what it says, and the rule that must complain of it.
const FILES: readonly [file: string, text: string, rule?: string][] = [
  ['src/features.ts', "import '#messaging/posts/server/feature.ts';"],
  ['src/kernel/server/index.ts', "import '#messaging/posts/wire/index.ts';", 'looks-up'],
  ['src/kernel/server/db/database.ts', 'export {};'],
  ['src/kernel/wire/index.ts', "import '../server/db/database.ts';", 'wire-imports-more'],
  ['src/messaging/posts/wire/index.ts', 'export {};'],
  ['src/messaging/posts/testing.ts', 'export {};'],
  ['src/messaging/posts/server/feature.ts', "import './posts.store.ts';"],
  ['src/messaging/posts/server/posts.store.ts', "import '#kernel/server/db/database.ts';", 'inside-of-the-kernel'],
  ['src/messaging/posts/server/posts.rules.ts', "import '#features';", 'across-all'],
  ['src/messaging/posts/server/posts.events.ts', "import '../web/index.ts';", 'server-imports-page'],
  ['src/messaging/posts/server/posts.files.ts', "import '../testing.ts';", 'test-code-in-the-product'],
  ['src/messaging/posts/server/posts.test.ts', "import '../testing.ts'; import '#features'; import 'vite';"],
  ['src/messaging/posts/server/posts.settings.ts', "import 'vite';", 'server-needs-a-development-package'],
  ['src/messaging/posts/web/index.ts', "import '#messaging/channels/server/feature.ts';", 'page-imports-server'],
  ['src/messaging/channels/server/feature.ts', "import type {} from '#messaging/posts/server/feature.ts'; import '#extensions/bots/server/feature.ts';", 'looks-up'],
  ['src/messaging/channels/server/channels.store.ts', "import '#messaging/posts/server/posts.store.ts';", 'not-by-the-public-module'],
  ['src/messaging/channels/server/one.ts', "import './two.ts';", 'cycle'],
  ['src/messaging/channels/server/two.ts', "import './one.ts';"],
  ['src/messaging/channels/server/three.ts', "// import './four.ts';\nexport const lazy = () => import('./four.ts');"],
  ['src/messaging/channels/server/four.ts', "import {\n  type A,\n} from './three.ts';\nimport { lazy } from './three.ts';"],
  ['src/messaging/channels/server/five.ts', "import { type A, b } from '../web/page.ts';", 'server-imports-page'],
  ['src/messaging/channels/server/six.ts', "export * from '#messaging/posts/server/posts.rules.ts';", 'not-by-the-public-module'],
  ['src/messaging/channels/server/seven.ts', "import type { UserConfig } from 'vite'; import 'node:fs';"],
  ['src/messaging/channels/wire/index.ts', "import 'zod';", 'wire-imports-more'],
  ['src/extensions/bots/server/feature.ts', "import '#messaging/posts/server/feature.ts'; import '#kernel/server/index.ts';"],
];

const project: Project = {
  root: process.cwd(),
  features: [],
  files: FILES.map(([path, text]) => ({ path, text: text.replaceAll('; import', ';\nimport') })),
  protocol: { routes: [], events: new Set(), permissions: new Set() },
};

it('Every planted import is refused by its rule, and no other import is', () => {
  const wanted = FILES.flatMap(([file, , rule]) => (rule ? [`${file} ${rule}`] : []));
  expect(importsRule(project).map((problem) => `${problem.file} ${problem.rule}`).sort()).toEqual(wanted.sort());
});
