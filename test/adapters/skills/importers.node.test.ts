import { importCasePackage } from '@coachkit/adapters/skills/case';
import { importSkillsCsv } from '@coachkit/adapters/skills/csv';
import { importEsco } from '@coachkit/adapters/skills/esco';
import { importMoodleCompetencies, importMoodleCompetencyList } from '@coachkit/adapters/skills/moodle-competencies';
import { CoachingError } from '@coachkit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

const list = (source: string | Uint8Array | AsyncIterable<Uint8Array>, more = {}) =>
  importSkillsCsv(source, { name: 'Own', ...more });

const refusal =
  (path: string, rule: string) =>
  (error: unknown): boolean =>
    CoachingError.isInstance(error) &&
    error.code === 'invalid-input' &&
    error.problems.some((problem) => problem.path === path && problem.rule === rule);

describe('a list of skills as CSV', () => {
  test('columns by their own names, other labels, retired and merged ones', async () => {
    const framework = await list(
      'Nr;Name;Auch;Bereich;Weg;Ersatz\nS1;Verhandeln;Feilschen|Verhandlung führen;Verkauf;;\nS2;Telefax;;;ja;S1\nS3;Alt;;;X;\n',
      {
        language: 'de',
        columns: {
          id: 'Nr',
          label: 'Name',
          otherLabels: 'Auch',
          path: 'Bereich',
          retired: 'Weg',
          replacedBy: 'Ersatz',
        },
      },
    );
    assert.deepEqual(framework, {
      name: 'Own',
      language: 'de',
      skills: [
        { id: 'S1', label: 'Verhandeln', otherLabels: ['Feilschen', 'Verhandlung führen'], path: 'Verkauf' },
        { id: 'S2', label: 'Telefax', replacedBy: 'S1' },
        { id: 'S3', label: 'Alt', retired: true },
      ],
      rejected: [],
      unread: [],
    });
  });

  test('the same file in any encoding and with any delimiter', async () => {
    const text = 'id,label\n1,Führen\n2,"Zuhören, fragen"\n';
    const utf16 = (bigEndian: boolean): Uint8Array => {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      return bigEndian ? bytes.swap16() : bytes;
    };
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const byte of new TextEncoder().encode(text)) yield await Promise.resolve(Uint8Array.of(byte));
    }
    const expected = (await list(text)).skills;
    assert.equal(expected[1]?.label, 'Zuhören, fragen');
    const sources = [`\uFEFF${text}`, new TextEncoder().encode(`\uFEFF${text}`), utf16(false), utf16(true), pieces()];
    for (const source of sources) assert.deepEqual((await list(source)).skills, expected);
    assert.deepEqual((await list('id\tlabel\n1\tFühren\n2\tZuhören, fragen\n')).skills, expected);
  });

  test('a file that is wrong as a whole is refused with its reason', async () => {
    await assert.rejects(list(''), refusal('file', 'required'));
    await assert.rejects(list('\n\n'), refusal('file', 'required'));
    await assert.rejects(list('id,name\n1,a\n'), refusal('label', 'required'));
    await assert.rejects(list('id:label\n1:a\n'), refusal('id', 'required'));
    await assert.rejects(list('id,label,id\n'), refusal('id', 'twice'));
    await assert.rejects(list('id,label\n'), refusal('skills', 'too-few'));
    await assert.rejects(list(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), refusal('file', 'not-plain-text'));
    await assert.rejects(list(Buffer.from('id,label\n1,a\n', 'utf16le')), refusal('file', 'not-plain-text'));
  });

  test('each row that is left out is named with its reason, and the others are whole', async () => {
    const framework = await list(
      [
        'id,label,replacedBy',
        '1,Listen,',
        '1,Listen again,',
        ',Nameless,',
        '2,,',
        '3,Too,many,fields',
        'no id!,Spaces,',
        `4,${'x'.repeat(201)},`,
        '5,=HYPERLINK(),',
        '6,Gone,nowhere',
        '7,"x"y,',
        `8,${'x'.repeat(10_000_000)},`,
        '9,Whole,',
      ].join('\n'),
    );
    assert.deepEqual(framework.rejected, [
      { row: 3, column: 'id', reason: 'twice' },
      { row: 4, column: 'id', reason: 'required' },
      { row: 5, column: 'label', reason: 'required' },
      { row: 6, reason: 'wrong-number-of-fields' },
      { row: 7, column: 'id', reason: 'not-an-id' },
      { row: 8, column: 'label', reason: 'too-long' },
      { row: 11, reason: 'broken-quotes' },
      { row: 12, reason: 'too-long' },
      { row: 10, column: 'replacedBy', reason: 'unknown-skill' },
    ]);
    assert.deepEqual(
      framework.skills.map(({ label }) => label),
      ['Listen', '=HYPERLINK()', 'Whole'],
    );
    assert.equal(framework.unread, 'all', 'rows that do not say which skill they are about keep all');
  });

  test('any text is read or refused with a typed error, in under 100 ms', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', '"', ',', ';', '\r', '\n', '\0', '\uFEFF', '=', '\uD800'),
    });
    await fc.assert(
      fc.asyncProperty(text, async (rest) => {
        const start = performance.now();
        await list(`id,label\n${rest}`).catch((error: unknown) => {
          assert.ok(CoachingError.isInstance(error));
        });
        assert.ok(performance.now() - start < 100);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ESCO', () => {
  const uri = (name: string): string => `http://data.europa.eu/esco/skill/${name}`;
  const head = 'conceptUri,preferredLabel,altLabels,status';
  const english = `${head}\n${uri('a')},negotiate price,"bargain\nnegotiate price\nhaggle",released\n${uri('b')},use fax,,deprecated\nnothing,x,,\n`;

  test('languages are joined by URI, paths come from the hierarchy, and rows end where they end', async () => {
    const hierarchy = [
      'Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level 3 URI,Level 3 preferred term,Description',
      `${uri('S')},skills,,,,`,
      `${uri('S')},skills,${uri('S1')},communication,${uri('S1.3')},negotiating,,`,
    ].join('\n');
    const framework = await importEsco({
      skills: {
        en: english,
        fr: `${head}\n${uri('a')},négocier un prix,marchander,\n${uri('c')},nouveau,,\n${uri('a')},encore,,\n`,
      },
      hierarchy,
      broader: `conceptUri,broaderUri\n${uri('a')},${uri('x')}\n${uri('x')},${uri('a')}\n${uri('x')},${uri('S1.3')}\n`,
      version: '1.1.1',
    });
    assert.deepEqual(framework, {
      name: 'ESCO',
      version: '1.1.1',
      language: 'en',
      skills: [
        {
          id: 'esco:a',
          label: 'negotiate price',
          otherLabels: ['bargain', 'haggle'],
          path: 'communication, negotiating',
          translations: [{ language: 'fr', label: 'négocier un prix', otherLabels: ['marchander'] }],
        },
        { id: 'esco:b', label: 'use fax', retired: true },
      ],
      rejected: [
        { row: 4, column: 'conceptUri', reason: 'required' },
        { row: 3, column: 'conceptUri', reason: 'unknown-skill', file: 'skills.fr' },
        { row: 4, column: 'conceptUri', reason: 'twice', file: 'skills.fr' },
      ],
      unread: 'all',
    });
  });

  test('a language without a file is refused', async () => {
    await assert.rejects(importEsco({ skills: { en: english }, language: 'de' }), refusal('language', 'not-an-option'));
  });
});

describe('CASE', () => {
  const item = (identifier: string, fullStatement: string, more = {}) => ({ identifier, fullStatement, ...more });
  const link = (associationType: string, from: string, to: string) => ({
    associationType,
    originNodeURI: { identifier: from },
    destinationNodeURI: { identifier: to },
  });
  const file = (value: unknown): string => JSON.stringify(value);

  test('statements, codes, the tree, what was replaced and what has ended', async () => {
    const framework = await importCasePackage(
      file({
        CFDocument: { title: 'Sales skills', version: '2', language: 'en' },
        CFItems: [
          item('g', 'Customers'),
          item('a', 'Negotiates prices with customers', {
            abbreviatedStatement: 'Negotiate',
            humanCodingScheme: 'C.1',
          }),
          item('b', 'Haggles'),
          item('c', 'Sends a fax', { statusEndDate: '2020-01-01' }),
          item('', 'x'),
          item('a', 'Again'),
        ],
        CFAssociations: [link('isChildOf', 'a', 'g'), link('isChildOf', 'g', 'a'), link('replacedBy', 'b', 'a')],
      }),
    );
    assert.deepEqual(framework.skills, [
      { id: 'case:g', label: 'Customers', path: 'Negotiate' },
      {
        id: 'case:a',
        label: 'Negotiate',
        otherLabels: ['C.1', 'Negotiates prices with customers'],
        path: 'Customers',
      },
      { id: 'case:b', label: 'Haggles', retired: true, replacedBy: 'case:a' },
      { id: 'case:c', label: 'Sends a fax', retired: true },
    ]);
    assert.deepEqual(framework.rejected, [
      { row: 5, column: 'identifier', reason: 'required' },
      { row: 6, column: 'identifier', reason: 'twice' },
    ]);
  });

  test('what is no package is refused', async () => {
    await assert.rejects(importCasePackage(''), refusal('file', 'required'));
    await assert.rejects(importCasePackage('{"CFDocument"'), refusal('file', 'wrong-type'));
    await assert.rejects(importCasePackage('7'), refusal('file', 'wrong-type'));
    await assert.rejects(importCasePackage(file({})), refusal('CFDocument', 'required'));
    await assert.rejects(importCasePackage(file({ CFDocument: { title: 'x' } })), refusal('CFItems', 'required'));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await importCasePackage(file({ CFDocument: { title: 'x' }, CFItems: [value], CFAssociations: value })).catch(
          (error: unknown) => assert.ok(CoachingError.isInstance(error)),
        );
      }),
    );
  });
});

describe('competency frameworks of Moodle', () => {
  test('the export', async () => {
    const framework = await importMoodleCompetencies(
      [
        '"Parent ID number","ID number","Short name",Description,"Is framework"',
        ',FW,"Leading people",,1',
        ',lead,Leading,,',
        'lead,"lead talk",Talking,"<p>Talks</p>",',
        'lead,"lead/talk",Again,,',
      ].join('\n'),
    );
    assert.equal(framework.name, 'Leading people');
    assert.deepEqual(framework.skills, [
      { id: 'moodle:lead', label: 'Leading' },
      { id: 'moodle:lead-talk', label: 'Talking', path: 'Leading' },
    ]);
    assert.deepEqual(framework.rejected, [{ row: 5, column: 'ID number', reason: 'twice' }]);
  });

  test('the answer of the web service, whose errors look like a success', () => {
    const framework = importMoodleCompetencyList(
      [
        { id: 1, idnumber: 'a', shortname: 'Give &amp; take', parentid: 0 },
        { id: 2, idnumber: 'b', shortname: 'Take', parentid: 1 },
        { id: 3, shortname: 'x' },
        'nonsense',
      ],
      { name: 'Own' },
    );
    assert.deepEqual(framework.skills, [
      { id: 'moodle:a', label: 'Give & take' },
      { id: 'moodle:b', label: 'Take', path: 'Give & take' },
    ]);
    assert.equal(framework.rejected.length, 2);
    const failed = { exception: 'required_capability_exception', errorcode: 'nopermissions', message: 'Sorry' };
    assert.throws(() => importMoodleCompetencyList(failed, { name: 'Own' }), refusal('answer', 'wrong-type'));
  });
});
