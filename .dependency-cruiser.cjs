// The import rule:
//
//             testing ─────────────┐
//                │                 ▼
// react → elements ─────────────► core ◄───────────── adapters
//                                  ▲
//                     server ──────┘
//
// Packages import each other by name only, so that the exports of a package are its whole surface.

const sourceOf = (name) => `^packages/${name}/src/`;
const anyFileOf = (...names) => `(^|/)(packages|@coachkit)/(${names.join('|')})(/|$)`;
// cdn.ts is not part of the package: it is a small host, which joins elements and adapters in one file.
const cdnEntry = '^packages/elements/src/cdn\\.ts$';
// cli.ts is a small host too: it joins server and storage (docs/decisions/0008).
const commandEntry = '^packages/server/src/cli\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-only-zod-mini',
      comment: 'Core runs anywhere. Its only import from outside is zod/mini.',
      severity: 'error',
      from: { path: sourceOf('core') },
      to: { pathNot: [sourceOf('core'), 'node_modules/zod/mini/'] },
    },
    {
      name: 'reporting-never-reaches-content',
      comment: 'A report is made of facts. What people wrote must not be within its reach, not even through others.',
      severity: 'error',
      from: { path: '^packages/core/src/reporting/' },
      to: { path: '^packages/core/src/model/session-content', reachable: true },
    },
    {
      name: 'adapters-know-core-only',
      severity: 'error',
      from: { path: sourceOf('adapters') },
      to: { path: anyFileOf('elements', 'server', 'react', 'testing', 'manager-module') },
    },
    {
      name: 'elements-know-core-only',
      severity: 'error',
      from: { path: sourceOf('elements'), pathNot: cdnEntry },
      to: { path: anyFileOf('adapters', 'server', 'react', 'testing', 'manager-module') },
    },
    {
      name: 'server-knows-core-only',
      severity: 'error',
      from: { path: sourceOf('server'), pathNot: commandEntry },
      to: { path: anyFileOf('adapters', 'elements', 'react', 'testing', 'manager-module') },
    },
    {
      name: 'react-knows-elements-and-core-only',
      severity: 'error',
      from: { path: sourceOf('react') },
      to: { path: anyFileOf('adapters', 'server', 'testing', 'manager-module') },
    },
    {
      name: 'testing-knows-core-only',
      severity: 'error',
      from: { path: sourceOf('testing') },
      to: { path: anyFileOf('adapters', 'elements', 'server', 'react', 'manager-module') },
    },
    {
      name: 'nothing-imports-testing',
      comment: 'What vendors run against their side has no place in what ships.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/testing/' },
      to: { path: anyFileOf('testing') },
    },
    {
      name: 'packages-meet-by-name',
      comment: "Another package's files are reached through its name and its exports, never by a path.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/src/' },
    },
    {
      name: 'nothing-imports-the-command',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: commandEntry },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: ['^packages/(core|elements)/src/', '^packages/adapters/src/(http/|storage/(memory|indexeddb))'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'databases-stay-behind-their-adapters',
      comment: 'Drivers and query builders run on a server; only the two storages over SQL may know them.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/adapters/src/storage/(sql/|sqlite\\.ts|postgres\\.ts)' },
      to: { path: ['node_modules/(@types/)?(kysely|pg)/', '^packages/adapters/src/storage/sql/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^packages/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'Either the import is wrong, or the packages have to be built first.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies-only',
      comment: 'What a package imports stands in its own package.json.',
      severity: 'error',
      from: { path: '^packages/', pathNot: cdnEntry },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^packages/[^/]+/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
