// Who may import whom. The order of the areas is the order of src/features.ts: each imports itself and those before it.
const areas = ['kernel', 'identity', 'messaging', 'extensions', 'operations', 'governance', 'integrations'];
const features = areas.slice(1).join('|');
const TEST = '\\.test\\.tsx?$|/testing(/|\\.ts$)';
const SERVER = ['^src/kernel/server/', '^src/[^/]+/[^/]+/server/', '^src/(main|features)\\.ts$'];
const WEB = ['^src/kernel/web/', '^src/[^/]+/[^/]+/web/', '^src/web\\.tsx$'];
const WIRE = ['^src/kernel/wire/', '^src/[^/]+/[^/]+/wire/'];
const PUBLIC = '/(server/feature|wire/index|web/index|(server/)?testing)\\.tsx?$';

const order = areas.slice(0, -1).map((area, i) => ({
  name: `${area}-looks-up`,
  comment: `${area} may import only ${areas.slice(0, i + 1).join(', ')}. Talk upward by an event or an extension point.`,
  severity: 'error',
  from: { path: `^src/${area}/`, pathNot: area === 'kernel' ? TEST : undefined },
  to: { path: `^src/(${areas.slice(i + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'not-by-the-public-module',
      comment: 'Import another feature only by its server/feature.ts, wire/index.ts, web/index.ts or testing.ts; export there what others need.',
      severity: 'error',
      from: { path: `^src/((?:${features})/[^/]+)/` },
      to: { path: `^src/(${features})/[^/]+/`, pathNot: ['^src/$1/', PUBLIC] },
    },
    {
      name: 'inside-of-the-kernel',
      comment: 'Features use the server side of the kernel by #kernel/server/index.ts only.',
      severity: 'error',
      from: { path: `^src/(${features})/`, pathNot: TEST },
      to: { path: '^src/kernel/server/', pathNot: '^src/kernel/server/index\\.ts$' },
    },
    {
      name: 'across-all',
      comment: 'Only src/features.ts, src/web.tsx and src/main.ts (and src/cli) stand above the areas; nothing below imports them.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: ['^src/cli/', TEST] },
      to: { path: '^src/[^/]+\\.tsx?$' },
    },
    {
      name: 'page-imports-server',
      comment: 'The page never imports server code. Share types by wire/.',
      severity: 'error',
      from: { path: WEB },
      to: { path: SERVER },
    },
    {
      name: 'server-imports-page',
      comment: 'The server never imports code of the page. Share types by wire/.',
      severity: 'error',
      from: { path: SERVER },
      to: { path: WEB },
    },
    {
      name: 'wire-imports-more',
      comment: 'wire/ holds types for both sides: it imports only other wire/ modules.',
      severity: 'error',
      from: { path: WIRE, pathNot: [TEST, '/make-[^/]+\\.mjs$'] },
      to: { pathNot: WIRE },
    },
    {
      name: 'cycle',
      comment: 'These modules import each other in a circle. Move what both need into a file of its own.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'test-code-in-the-product',
      comment: 'Only tests import tests and testing.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: `^src/.*(${TEST})` },
    },
    {
      name: 'server-needs-a-development-package',
      comment: 'What the server imports at run time belongs into "dependencies" of package.json.',
      severity: 'error',
      from: { path: SERVER, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};
