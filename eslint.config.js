import javascript from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litAccess from 'eslint-plugin-lit-a11y';
import webComponents from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';
import { coachkit } from './scripts/lint-rules/plugin.js';

const source = ['packages/*/src/**/*.ts'];
const typescriptFiles = [
  'packages/*/src/**/*.ts',
  'test/**/*.ts',
  'stories/**/*.ts',
  'examples/**/*.ts',
  '.storybook/*.ts',
];
const templates = ['packages/elements/src/**/*.ts', 'stories/**/*.ts'];

// A leading underscore says "taken out and left aside".
const unusedNames = {
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
  ],
};

// TypeScript knows its globals by itself; plain JavaScript has to be told.
const readable = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
const everywhere =
  'console URL URLSearchParams fetch Request Response Headers AbortController AbortSignal TextEncoder TextDecoder ' +
  'crypto performance queueMicrotask setTimeout clearTimeout setInterval clearInterval structuredClone Event EventTarget';
const globals = {
  node: readable(`${everywhere} process Buffer module`),
  page: readable(
    `${everywhere} window document parent top location history navigator addEventListener removeEventListener ` +
      'customElements CustomEvent HTMLElement MutationObserver SecurityPolicyViolationEvent localStorage indexedDB',
  ),
};

// What the house forbids in source and no rule of a plugin says.
const forbiddenSyntax = [
  { selector: 'TSEnumDeclaration', message: 'No enums: a union of strings says the same and needs no code.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a name is the same everywhere.' },
];

export default defineConfig(
  globalIgnores(['**/dist/', '**/storybook-static/', 'docs/api/', 'coverage/', '.cache/', '**/__snapshots__/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs,ts}'],
    extends: [javascript.configs.recommended],
    plugins: { coachkit },
    rules: {
      'coachkit/file-name': 'error',
      'coachkit/zod-mini-only': 'error',
      'max-lines': ['error', { max: 450 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['test/**/*.js', 'examples/**/*.js', 'stories/**/*.js'], languageOptions: { globals: globals.page } },
  { files: typescriptFiles, extends: [typescript.configs.recommended], rules: unusedNames },
  {
    files: source,
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...unusedNames,
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'coachkit/calendar-dates': 'error',
      'coachkit/define-only': 'error',
      'coachkit/documented-exports': 'error',
      'coachkit/fetch-takes-signal': 'error',
      'coachkit/no-ambient': 'error',
      'coachkit/strict-policy': 'error',
      // `() => this.close()` as a listener and `${count}` in a message are clear as they stand.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['packages/core/src/**/*.ts'], rules: { 'coachkit/no-ambient': ['error', { crypto: true }] } },
  {
    files: templates,
    extends: [lit.configs['flat/recommended'], webComponents.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litAccess },
    rules: {
      // The set comes in the old form, of which only the rules are of use here.
      ...litAccess.configs.recommended.rules,
      'lit/attribute-names': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': 'error',
      'lit/value-after-constraints': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test may assert that something is there by using it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // chai's assertions are expressions: `expect(open).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
