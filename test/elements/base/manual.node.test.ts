import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const manual = readFileSync(join(root, 'docs/elements.md'), 'utf8');
const section = manual.slice(manual.indexOf('## A complete example'), manual.indexOf('## What the base gives'));

/** The files of the example: a line that holds a file name alone, then its code. */
const files = new Map(
  [...section.matchAll(/^`([a-z.-]+\.ts)`\n\n```ts\n([\s\S]*?)```$/gm)].map(([, name, code]) => [
    join(root, 'packages/elements/src/due-list', name!),
    code!,
  ]),
);

/** Checks files that lie in the manual only as if they lay in the package. */
function diagnose(sources: ReadonlyMap<string, string>): string[] {
  const configuration = join(root, 'packages/elements/tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configuration, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(configuration),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.directoryExists = (path) => path.endsWith('/due-list') || (directoryExists?.(path) ?? true);
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const code = sources.get(path);
    return code === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, code, version);
  };
  const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true, composite: false }, host);
  return [...sources.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  });
}

describe('the example of the manual', () => {
  it('has all the files of an element', () => {
    assert.deepEqual(
      [...files.keys()].map((path) => path.split('/').at(-1)),
      ['due-list.messages.ts', 'due-list.ts', 'due-list.styles.ts', 'define.ts'],
    );
  });

  it('passes the type check as it stands', () => {
    assert.deepEqual(diagnose(files), []);
  });

  it('would not pass with a word that is not in the catalogue', () => {
    const wrong = new Map(
      [...files].map(([path, code]) => [path, code.replace('this.words.nobody,', 'this.words.nobdy,')]),
    );
    assert.match(diagnose(wrong).join(), /nobdy/);
  });
});

describe('a language', () => {
  const check = (parts: string): string[] =>
    diagnose(
      new Map([
        ...files,
        [
          join(root, 'packages/elements/src/due-list/german.ts'),
          `import { baseCatalogue } from '../base/messages/base.messages.js';
           import { defineMessages } from '../base/messages/catalogue.js';
           import './due-list.messages.js';
           export const german = defineMessages('de', { base: baseCatalogue.words, ${parts} });`,
        ],
      ]),
    );
  const complete = `'due-list': { heading: 'F', count: (n) => String(n), dueOn: (d) => d, record: 'R', recordFor: (n) => n, nobody: 'N', nobodyText: 'T' }`;

  it('passes with every word of the parts it gives', () => {
    assert.deepEqual(check(complete), []);
    assert.deepEqual(check(''), []);
  });

  it('fails the type check with a word missing', () => {
    assert.match(check(complete.replace("nobody: 'N', ", '')).join(), /nobody/);
  });
});
