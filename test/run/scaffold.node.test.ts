import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Linter } from 'eslint';
import { check } from 'prettier';
import typescript from 'typescript-eslint';
import { coachkit } from '../../scripts/lint-rules/plugin.js';
import { inRoot } from '../../scripts/run-tool.mjs';
import { adapterFiles } from '../../scripts/scaffold/adapter-files.mjs';
import { elementFiles } from '../../scripts/scaffold/element-files.mjs';
import { namesOf } from '../../scripts/scaffold/names.mjs';
import { insertAfterLast, writeFiles } from '../../scripts/scaffold/write-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'coachkit-scaffold-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const layout = JSON.parse(readFileSync(inRoot('.prettierrc.json'), 'utf8'));
const linter = new Linter({ cwd: inRoot() });
const rules = Object.fromEntries(
  Object.keys(coachkit.rules)
    .filter((name) => name !== 'documented-exports')
    .map((name) => [`coachkit/${name}`, 'error'] as const),
);

const scaffolds: [name: string, files: Record<string, string>][] = [
  ['element', elementFiles('due-list')],
  ['storage adapter', adapterFiles('storage', 'filing-cabinet')],
  ['lms adapter', adapterFiles('lms', 'open-campus')],
  ['skills adapter', adapterFiles('skills', 'trade-guild')],
];

for (const [name, files] of scaffolds) {
  for (const [path, text] of Object.entries(files)) {
    test(`${name}: ${path} is in the style of the house`, async () => {
      assert.equal(await check(text, { ...layout, filepath: path }), true, 'prettier would change it');
      const all = path.startsWith('packages/') ? { ...rules, 'coachkit/documented-exports': 'error' } : rules;
      const messages = linter.verify(
        text,
        {
          files: ['**/*.ts'],
          languageOptions: { parser: typescript.parser as never },
          plugins: { coachkit: coachkit as never },
          rules: all as never,
        },
        inRoot(path),
      );
      assert.deepEqual(
        messages.map(({ message }) => message),
        [],
      );
    });
  }
}

test('an element has its five files, a story and a test', () => {
  assert.deepEqual(Object.keys(elementFiles('due-list')).sort(), [
    'packages/elements/src/due-list/define.ts',
    'packages/elements/src/due-list/due-list.messages.ts',
    'packages/elements/src/due-list/due-list.parts.ts',
    'packages/elements/src/due-list/due-list.styles.ts',
    'packages/elements/src/due-list/due-list.ts',
    'stories/due-list.stories.ts',
    'test/elements/due-list/due-list.browser.test.ts',
  ]);
});

test('a name that is not in kebab-case, and a family that does not exist, are refused', () => {
  for (const name of ['DueList', 'due_list', '-due', 'due--list', '../due', '']) {
    assert.throws(() => namesOf(name), /hyphens/, name);
  }
  assert.throws(() => adapterFiles('weather', 'sunny'), /storage, lms, skills/);
});

test('no file is written when one exists', () => {
  writeFiles(folder, { 'a/one.ts': 'one' });
  assert.throws(() => writeFiles(folder, { 'a/two.ts': 'two', 'a/one.ts': 'other' }), /a\/one\.ts exists already/);
  assert.equal(existsSync(join(folder, 'a/two.ts')), false);
  assert.equal(readFileSync(join(folder, 'a/one.ts'), 'utf8'), 'one');
});

test('a line is put behind the last of its kind', () => {
  assert.equal(
    insertAfterLast('import a;\nimport b;\n\nrest', 'import', 'import c;'),
    'import a;\nimport b;\nimport c;\n\nrest',
  );
});
