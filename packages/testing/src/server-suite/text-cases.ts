import { expectSame } from '../expect.js';
import { expectApplied, expectProblem } from './expect-answers.js';
import { addGoal, goalsOf, titlesOf } from './goals.js';
import { serverCase } from './server-case.js';
import { applyBatch, documentsOf, operation } from './synchronising.js';

/** Words that software has changed on the way: by composing, trimming, case, direction, escaping. */
const words = [
  'e\u0301 is not \u00e9',
  'الخطوة التالية: إعداد ٣ أسئلة',
  '\u200fשלום\u200e, \u202bنص\u202c',
  '👩🏽‍💻 leads 🇳🇱 & 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '𝒞oaching 𠮷野家',
  '  spaces  around  ',
  'tab\tand\nline feed',
  "'; drop table session; --",
  '<script>alert(1)</script> &amp; "quotes" \\n \\u0041',
  '\ufeffzero width \u200b\u2060\u00ad\u034f',
  'ﬁ ﬀ Å Ω İıſß',
  'z\u0351\u0358a\u0335\u0321l\u0334g\u0337o\u0336',
];

/** Promise 18: words come back as they were written. */
export const textCases = [
  serverCase(18, 'words come back code unit by code unit, over every way', async ({ tom }) => {
    for (const title of words) {
      const { id, title: answered } = await addGoal(tom, title);
      expectSame(answered, title, 'in the answer');
      const [document] = await documentsOf(tom, [{ kind: 'goal', id }]);
      expectSame(document?.body['title'], title, 'on a device');
    }
    expectSame((await goalsOf(tom)).map(({ title }) => title).sort(), words.toSorted(), 'in the list');
  }),

  serverCase(18, 'so they do as operations', async ({ tom }) => {
    const sent = words.map((title) => operation('plans.addGoal', { employeeId: 'tom', title }));
    for (const result of await applyBatch(tom, sent)) expectApplied(result, 'each');
    expectSame(await titlesOf(tom), words.toSorted(), 'the goals');
  }),

  serverCase(18, 'characters that cannot be stored everywhere are refused, not replaced', async ({ tom }) => {
    for (const title of ['null\u0000byte', 'half \ud83d of a pair', '\udc00', 'escape \u001b[2J', 'delete \u007f']) {
      const answer = await tom.create('/employees/tom/goals', undefined, { raw: JSON.stringify({ title }) });
      expectProblem(answer, 'invalid-input', JSON.stringify(title));
    }
    expectSame(await titlesOf(tom), [], 'the goals');
  }),

  serverCase(18, 'the length of words is counted in UTF-16 code units', async ({ tom }) => {
    await addGoal(tom, '👋'.repeat(80));
    const longer = await tom.create('/employees/tom/goals', { title: '👋'.repeat(80) + 'x' });
    expectProblem(longer, 'invalid-input', '161 code units');
  }),
];
