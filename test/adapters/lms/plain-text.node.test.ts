import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRestLearningSystem } from '@coachkit/adapters/lms/rest';
import { restMapping, webhookSecret } from './rest-laboratory.ts';
import { connection, keysOf } from './suite-world.ts';

/** A title as the adapter hands it on when the learning system tells it so. */
async function titleOf(name: string, language?: string): Promise<string | undefined> {
  const lms = createRestLearningSystem({
    ...connection,
    url: 'https://lms.example',
    people: { by: 'email', keysOf },
    mapping: restMapping,
    webhookSecret,
    ...(language !== undefined && { language }),
    fetch: () => Promise.resolve(Response.json({ data: { id: 'c1', name } })),
  });
  return (await lms.get('c1'))?.title;
}

const titles: readonly [stored: string, shown: string][] = [
  ['Trading <b>concessions</b> &amp; offers', 'Trading concessions & offers'],
  ['R&D, A&amp;B, 5 &lt; 6, &euro;5, caf&eacute;, &#8220;x&#x201D;', 'R&D, A&B, 5 < 6, €5, café, “x”'],
  ['&amp;lt;b&amp;gt; is decoded once', '&lt;b&gt; is decoded once'],
  ['a < b and <3 and 1 <= 2', 'a < b and <3 and 1 <= 2'],
  ['before<script>alert(1)</script>after', 'beforeafter'],
  ['before<style>b { color: red }</style>after', 'beforeafter'],
  ['<scr<script>ipt>alert(1)</scr</script>ipt>x', 'ipt>alert(1) ipt>x'],
  ['<img src=x onerror="alert(1)" title="a > b">picture', 'picture'],
  ["<a title='</a>' href=javascript:alert(1)>link</a>", 'link'],
  ['<p>one</p><p>two</p><br>three', 'one two three'],
  ['w<i>or</i>d', 'word'],
  ['<!-- secret -->seen<!--> -->', 'seen -->'],
  ['<!DOCTYPE html><?php echo 1 ?>text', 'text'],
  ['<svg><script>x</script><title>t</title></svg>text', 'text'],
  ['an unfinished <a href="x', 'an unfinished'],
  ['an end of nothing </', 'an end of nothing </'],
  ['\u0000nul\u0007 and \u202Eturned', 'nul and turned'],
  ['  many \n\t blanks&nbsp;here ', 'many blanks here'],
  ['<b></b>', 'c1'],
];

for (const [stored, shown] of titles) {
  test(`the title ${JSON.stringify(stored)} is shown as ${JSON.stringify(shown)}`, async () => {
    assert.equal(await titleOf(stored), shown);
  });
}

const twoLanguages: readonly [string, string][] = [
  ['spans', '<span lang="en" class="multilang">Talks</span> <span lang="de" class="multilang">Gespräche</span>'],
  ['spans with quotes of another kind', "<span class='multilang' lang='en'>Talks</span><span lang=de>Gespräche</span>"],
  ['marks', '{mlang en}Talks{mlang}{mlang de}Gespräche{mlang}'],
  ['marks with several languages', '{mlang fr,en}Talks{mlang}{mlang de, de_ch}Gespräche{mlang}'],
  ['marks with a fallback', '{mlang other}Talks{mlang}{mlang de}Gespräche{mlang}'],
];

for (const [how, stored] of twoLanguages) {
  test(`a title in two languages by ${how} is shown in the reader's`, async () => {
    assert.equal(await titleOf(`1. ${stored}!`), '1. Talks!');
    assert.equal(await titleOf(`1. ${stored}!`, 'de'), '1. Gespräche!');
    assert.equal(await titleOf(`1. ${stored}!`, 'de-AT'), '1. Gespräche!');
  });
}

test('a foreign word in a title is no other language of it', async () => {
  assert.equal(await titleOf('The <span lang="fr">déjà vu</span> of feedback', 'de'), 'The déjà vu of feedback');
});

test('a title in no language of the reader is shown in its first', async () => {
  const [, [, stored]] = twoLanguages as [unknown, [string, string]];
  assert.equal(await titleOf(stored, 'ja'), 'Talks');
});

test('a long title is cut, not within a character', async () => {
  const shown = await titleOf(`${'x'.repeat(498)}😀😀`);
  assert.equal(shown, `${'x'.repeat(498)}…`);
});

test('whatever a title holds, no tag is left of it but what was written as text', async () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '</',
    '<b',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '"',
    "'",
    '=',
    'a',
    ' ',
    '{mlang de}',
    '/',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
      const shown = (await titleOf(parts.join(''))) ?? '';
      assert.doesNotMatch(shown, /<(script|b)[\s/>]/);
    }),
    { numRuns: 300 },
  );
});

test('hostile text takes no time that anybody notices', async () => {
  const hostile = [
    '<',
    '<a ',
    '<!--',
    '<span lang=a>',
    '<a ="',
    '&#',
    '{mlang ',
    '<script>',
    '<svg>',
    ' ',
    '<a b=c ',
    '{ mlang',
  ];
  for (const part of hostile) {
    const start = performance.now();
    await titleOf(part.repeat(200_000));
    const took = performance.now() - start;
    assert.ok(took < 1_000, `${part}: ${took} ms`);
  }
});
