import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot, toolPath } from '../../scripts/run-tool.mjs';

/** A small copy of the house in which every file breaks one rule, except for those named "good". */
const files: Record<string, string> = {
  'core/src/good.ts': "import * as z from 'zod/mini';\nexport const schema = z.string();\n",
  'core/src/uses-lit.ts': "export { html } from 'lit';\n",
  'core/src/uses-node.ts': "export { readFileSync } from 'node:fs';\n",
  'core/src/uses-full-zod.ts': "export { z } from 'zod';\n",
  'core/src/model/session-content.ts': 'export interface Content { text: string }\n',
  'core/src/reporting/between.ts': "export type { Content } from '../model/session-content.js';\n",
  'core/src/reporting/report.ts': "export type { Content } from './between.js';\n",
  'core/src/first.ts': "import { second } from './second.js';\nexport const first = (): unknown => second;\n",
  'core/src/second.ts': "import { first } from './first.js';\nexport const second = (): unknown => first;\n",
  'adapters/src/good.ts': "export { schema } from '@coachkit/core';\n",
  'adapters/src/uses-elements.ts': "export * from '@coachkit/elements';\n",
  'adapters/src/uses-kysely.ts': "export { Kysely } from 'kysely';\n",
  'adapters/src/storage/sql/good.ts': "export { Kysely } from 'kysely';\nexport { DatabaseSync } from 'node:sqlite';\n",
  'adapters/src/storage/indexeddb.ts': "export { join } from 'node:path';\n",
  'adapters/src/uses-sql.ts': "export { Kysely } from './storage/sql/good.js';\n",
  'adapters/src/reaches-in.ts': "export { schema } from '../../core/src/good.js';\n",
  'elements/src/good.ts': "export { html } from 'lit';\n",
  'elements/src/cdn.ts': "export * from '@coachkit/adapters/storage/memory';\n",
  'elements/src/uses-adapters.ts': "export * from '@coachkit/adapters/storage/memory';\n",
  'elements/src/uses-node.ts': "export { join } from 'node:path';\n",
  'elements/src/uses-testing.ts': "export * from '@coachkit/testing/storage-suite';\n",
  'elements/src/lost.ts': "export * from './nowhere.js';\n",
  'testing/src/uses-adapters.ts': "export * from '@coachkit/adapters/storage/memory';\n",
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder = '';
let violations: Violation[] = [];

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'coachkit-import-rule-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'packages', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const name of ['core', 'adapters', 'elements', 'testing']) {
    copyFileSync(inRoot('packages', name, 'package.json'), join(folder, 'packages', name, 'package.json'));
  }
  symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'tsconfig.base.json'), '{}');
  const command = [toolPath('dependency-cruiser', 'depcruise'), '--config', inRoot('.dependency-cruiser.cjs')];
  const result = spawnSync(process.execPath, [...command, '--output-type', 'json', 'packages'], {
    cwd: folder,
    encoding: 'utf8',
  });
  violations = JSON.parse(result.stdout).summary.violations;
});

after(() => rmSync(folder, { recursive: true, force: true }));

const rulesBrokenBy = (file: string) =>
  violations.filter(({ from }) => from === `packages/${file}`).map(({ rule }) => rule.name);

for (const [file, rule] of [
  ['core/src/uses-lit.ts', 'core-imports-only-zod-mini'],
  ['core/src/uses-node.ts', 'core-imports-only-zod-mini'],
  ['core/src/uses-full-zod.ts', 'core-imports-only-zod-mini'],
  ['core/src/reporting/between.ts', 'reporting-never-reaches-content'],
  ['core/src/reporting/report.ts', 'reporting-never-reaches-content'],
  ['core/src/first.ts', 'no-cycles'],
  ['adapters/src/uses-elements.ts', 'adapters-know-core-only'],
  ['adapters/src/uses-kysely.ts', 'databases-stay-behind-their-adapters'],
  ['adapters/src/uses-sql.ts', 'databases-stay-behind-their-adapters'],
  ['adapters/src/storage/indexeddb.ts', 'no-node-in-the-browser'],
  ['adapters/src/reaches-in.ts', 'packages-meet-by-name'],
  ['elements/src/uses-adapters.ts', 'elements-know-core-only'],
  ['elements/src/uses-node.ts', 'no-node-in-the-browser'],
  ['elements/src/uses-testing.ts', 'nothing-imports-testing'],
  ['elements/src/lost.ts', 'no-unresolved'],
  ['testing/src/uses-adapters.ts', 'testing-knows-core-only'],
] as const) {
  test(`${file} breaks ${rule}`, () => {
    assert.ok(rulesBrokenBy(file).includes(rule), `found: ${rulesBrokenBy(file).join(', ') || 'nothing'}`);
  });
}

test('what is allowed breaks nothing', () => {
  assert.deepEqual(rulesBrokenBy('core/src/good.ts'), []);
  // The real packages, which these two import by name, may not have been built.
  const others = [...rulesBrokenBy('adapters/src/good.ts'), ...rulesBrokenBy('elements/src/cdn.ts')];
  assert.deepEqual(
    others.filter((rule) => rule !== 'no-unresolved'),
    [],
  );
  assert.deepEqual(rulesBrokenBy('elements/src/good.ts'), []);
});
