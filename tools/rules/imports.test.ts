import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// One tree with one fault of each kind: file → what it says, and the rule that must complain of it.
const FILES: readonly [file: string, text: string, rule?: string][] = [
  ['src/features.ts', "import '#messaging/posts/server/feature.ts';"],
  ['src/kernel/server/index.ts', "import '#messaging/posts/wire/index.ts';", 'kernel-looks-up'],
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
  ['src/messaging/channels/server/feature.ts', "import type {} from '#messaging/posts/server/feature.ts'; import '#extensions/bots/server/feature.ts';", 'messaging-looks-up'],
  ['src/messaging/channels/server/channels.store.ts', "import '#messaging/posts/server/posts.store.ts';", 'not-by-the-public-module'],
  ['src/messaging/channels/server/one.ts', "import './two.ts';", 'cycle'],
  ['src/messaging/channels/server/two.ts', "import './one.ts';"],
  ['src/extensions/bots/server/feature.ts', "import '#messaging/posts/server/feature.ts'; import '#kernel/server/index.ts';"],
];

let folder: string;
let found: { from: string; rule: { name: string } }[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-imports-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(file, path.join(folder, file));
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of FILES) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const report = execFileSync(process.execPath, [path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], { cwd: folder, encoding: 'utf8' });
  found = (JSON.parse(report) as { summary: { violations: typeof found } }).summary.violations.filter((v) => v.rule.name !== 'cycle' || v.from.endsWith('one.ts'));
});

afterAll(() => rmSync(folder, { recursive: true }));

it('Every planted import is refused by its rule, and no other import is', () => {
  const wanted = FILES.flatMap(([file, , rule]) => (rule ? [`${file} ${rule}`] : []));
  expect(found.map((v) => `${v.from} ${v.rule.name}`).sort()).toEqual(wanted.sort());
});
