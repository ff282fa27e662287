import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseCatalogue, developmentRecordCatalogue, formatFor, termsCatalogue } from '@coachkit/elements';
import {
  exportName,
  recordAsData,
  recordAsPage,
} from '../../../packages/elements/dist/development-record/record-files.js';
import { sampleRecord } from './sample-record.ts';

const telling = {
  words: developmentRecordCatalogue.words,
  base: baseCatalogue.words,
  terms: termsCatalogue.words,
  format: formatFor('en-GB'),
  actorId: 'tom',
};

const empty = sampleRecord({ goals: [], skills: [], entries: [] });

describe('a development record as a page', () => {
  const page = recordAsPage(sampleRecord(), telling);

  it('says all that the screen says', () => {
    for (const words of [
      '<h1>Tom Okafor</h1>',
      'Exported on Tuesday 24 November 2026',
      'Lead a renewal alone',
      'by 31 March 2027 · Negotiation · 2 sessions, the last on 24 November · Next: Draft three trade-off questions',
      'Reached · by 30 June',
      '<td>Negotiation</td><td>2</td><td>24 November</td>',
      '<h3>December 2025</h3>',
      '20 October · Course · Not delivered: the learning system does not have this course',
      '6 November · Action done · You',
    ]) {
      assert.ok(page.includes(words), `the page does not say: ${words}`);
    }
  });

  it('stands alone: no script, no address, no style attribute, and says so to the browser', () => {
    assert.ok(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
    assert.doesNotMatch(page, /<script|<link|<img|https?:|\bon\w+=|\bstyle=|\bsrc=|\bhref=/i);
    assert.match(page, /^<!doctype html>\n<html lang="en-GB" dir="ltr">/);
  });

  it('writes every text as text', () => {
    const nasty = `"><script>alert('x')</script>&amp;`;
    const record = sampleRecord();
    const page = recordAsPage(
      {
        ...record,
        employee: { id: 'tom', name: nasty },
        goals: [{ goal: { ...record.goals[0]!.goal, title: nasty }, skillLabel: nasty, sessions: [] }],
        skills: [{ ...record.skills[0]!, label: nasty }],
        entries: record.entries.map((entry) =>
          entry.kind === 'session'
            ? { ...entry, manager: { id: 'p', name: nasty }, focus: { kind: 'role-progression', label: nasty } }
            : entry,
        ),
      },
      telling,
    );
    assert.doesNotMatch(page, /<script/i);
    assert.ok(page.includes('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;'));
  });

  it('says in words that there is nothing yet', () => {
    const page = recordAsPage(empty, telling);
    assert.ok(page.includes('No goals yet.') && page.includes('Nothing here yet'));
    assert.ok(!page.includes('<table'));
  });

  it('reads from right to left where the language does', () => {
    assert.match(recordAsPage(empty, { ...telling, format: formatFor('ar') }), /<html lang="ar" dir="rtl">/);
  });
});

describe('a development record as data', () => {
  it('loses nothing and says what it is', () => {
    const { format, version, ...record } = JSON.parse(recordAsData(sampleRecord())) as Record<string, unknown>;
    assert.deepEqual([format, version], ['coachkit-development-record', 1]);
    assert.deepEqual(record, sampleRecord());
  });
});

describe('the name of the file', () => {
  it('holds the id and the day, and nothing that a file system refuses', () => {
    assert.equal(exportName(sampleRecord(), 'html'), 'tom-2026-11-24.html');
    const named = (id: string) => exportName(sampleRecord({ employee: { id, name: 'Tom Okafor' } }), 'json');
    assert.equal(named('hr:42@north/..'), 'hr-42-north-..-2026-11-24.json');
  });
});
