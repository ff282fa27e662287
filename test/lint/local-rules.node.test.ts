import { describe, it } from 'node:test';
import { RuleTester } from 'eslint';
import typescript from 'typescript-eslint';
import { coachkit } from '../../scripts/lint-rules/plugin.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const tester = new RuleTester({ languageOptions: { parser: typescript.parser as never } });
const { rules } = coachkit;
const file = (filename: string, code = 'export {};') => ({ name: filename, filename, code });
const refused = (messageId: string, code: string, filename?: string) => ({
  code,
  errors: [{ messageId }],
  ...(filename ? { filename } : {}),
});

tester.run('zod-mini-only', rules['zod-mini-only'] as never, {
  valid: [
    "import * as z from 'zod/mini';",
    "import type * as z from 'zod/mini';",
    "import { zodiac } from './zodiac.js';",
  ],
  invalid: [
    refused('form', "import { z } from 'zod';"),
    refused('form', "import * as z from 'zod';"),
    refused('form', "import { object } from 'zod/mini';"),
    refused('form', "import * as zod from 'zod/mini';"),
    refused('form', "export * from 'zod';"),
    refused('form', "const z = await import('zod');"),
  ],
});

tester.run('calendar-dates', rules['calendar-dates'] as never, {
  valid: [
    'new Date(2026, 0, 31);',
    'new Date(0);',
    'new Date();',
    file('packages/core/src/calendar.ts', "new Date('2026-01-31T00:00Z');"),
  ],
  invalid: [
    refused('text', "new Date('2026-01-31');"),
    refused('text', 'new Date(`${day}T00:00`);'),
    refused('text', "Date.parse('2026-01-31');"),
  ],
});

tester.run('no-ambient', rules['no-ambient'] as never, {
  valid: [
    'clock.now();',
    'new Date(clock.now());',
    'setTimeout(retry, 100);',
    'crypto.getRandomValues(bytes);',
    file('packages/core/src/ports/clock.ts', 'export const now = () => Date.now();'),
    file('packages/core/src/calendar.ts', 'new Date();'),
  ],
  invalid: [
    refused('ambient', 'Date.now();'),
    refused('ambient', 'globalThis.Date.now();'),
    refused('ambient', "Date['now']();"),
    refused('ambient', 'new Date();'),
    refused('ambient', 'Date();'),
    refused('ambient', 'Math.random();'),
    refused('ambient', 'performance.now();'),
    { ...refused('ambient', 'crypto.randomUUID();'), options: [{ crypto: true }] },
    { ...refused('ambient', 'globalThis.crypto.getRandomValues(bytes);'), options: [{ crypto: true }] },
  ],
});

tester.run('strict-policy', rules['strict-policy'] as never, {
  valid: [
    'html`<p class="wide" data-style="x" .style=${value}>style = good</p>`;',
    'html`<coaching-card cardstyle="plain"></coaching-card>`;',
    'css`p { color: red }`;',
    "element.style.setProperty('--width', width);",
    "element.setAttribute('lang', 'en');",
  ],
  invalid: [
    refused('attribute', 'html`<p style="width:1px"></p>`;'),
    refused('attribute', 'html`<p style=${styles}></p>`;'),
    refused('attribute', 'html`<p\n  style="width:${width}px"></p>`;'),
    refused('attribute', "svg`<rect style='fill:red'></rect>`;"),
    refused('attribute', "element.setAttribute('style', text);"),
    refused('tag', 'html`<style>p { color: red }</style>`;'),
    refused('tag', 'html`<script>alert(1)</script>`;'),
    refused('name', "import { styleMap } from 'lit/directives/style-map.js';"),
    refused('name', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';"),
    refused('name', 'element.innerHTML = text;'),
    refused('name', "element['outerHTML'] = text;"),
    refused('name', "element.insertAdjacentHTML('beforeend', text);"),
    refused('name', 'document.write(text);'),
  ],
});

tester.run('fetch-takes-signal', rules['fetch-takes-signal'] as never, {
  valid: [
    'fetch(url, { signal });',
    'options.fetch(url, { ...base, signal: AbortSignal.timeout(10) });',
    'prefetch(url);',
  ],
  invalid: [
    refused('signal', 'fetch(url);'),
    refused('signal', "fetch(url, { method: 'POST' });"),
    refused('signal', 'this.fetch(url, init);'),
    refused('signal', 'globalThis.fetch(url);'),
  ],
});

tester.run('documented-exports', rules['documented-exports'] as never, {
  valid: [
    '/** Why. */\nexport function record() {}',
    '/** Why. */\n@decorated()\nexport class Session {}',
    '/** Why. */\nexport const length = 45;',
    '/** Why. */\ninterface Session { id: string }\nexport type { Session };',
    '/** Why. */\nexport function parse(text: string): string;\nexport function parse(text: number): number;',
    "export { record } from './record.js';",
    'function inner() {}',
  ],
  invalid: [
    refused('missing', 'export function record() {}'),
    refused('missing', '// Why.\nexport function record() {}'),
    refused('missing', '/* Why. */\nexport class Session {}'),
    refused('missing', '/** */\nexport class Session {}'),
    refused('missing', 'export interface Session { id: string }'),
    refused('missing', "export type Owner = 'manager' | 'employee';"),
    refused('missing', 'export const length: number = 45;'),
    refused('missing', 'const length = 45;\nexport { length };'),
  ],
});

tester.run('define-only', rules['define-only'] as never, {
  valid: [
    file('packages/elements/src/agenda/define.ts', "customElements.define('coaching-agenda', CoachingAgenda);"),
    file('packages/elements/src/register.ts', "customElements.get('coaching-agenda');"),
    file('packages/elements/src/agenda/agenda.ts', 'const fields = { customElements: true };'),
  ],
  invalid: [
    refused('registry', "customElements.define('a-b', B);", 'packages/elements/src/agenda/agenda.ts'),
    refused('registry', "window.customElements.get('a-b');", 'packages/elements/src/agenda/agenda.ts'),
    refused('registry', "import { customElement } from 'lit/decorators.js';", 'packages/elements/src/agenda/agenda.ts'),
    refused('registry', 'const registry = { it: customElements };', 'packages/elements/src/predefine.ts'),
  ],
});

tester.run('file-name', rules['file-name'] as never, {
  valid: [
    file('packages/core/src/index.ts'),
    file('/home/anyone/packages/core/src/index.ts'),
    file('packages/elements/src/session-form/session-form.styles.ts'),
    file('test/core/calendar.node.test.ts'),
    file('.dependency-cruiser.cjs'),
  ].map((entry) => ({ ...entry, filename: entry.filename.replace(/^packages/, '/packages') })),
  invalid: [
    refused('kebab', 'export {};', '/packages/core/src/sessionFact.ts'),
    refused('kebab', 'export {};', '/packages/core/src/Session.ts'),
    refused('kebab', 'export {};', '/packages/core/src/session_fact.ts'),
    refused('vague', 'export {};', '/packages/core/src/utils.ts'),
    refused('vague', 'export {};', '/packages/core/src/date-helpers.ts'),
    refused('index', 'export {};', '/packages/core/src/model/index.ts'),
  ],
});
