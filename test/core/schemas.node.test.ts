import {
  documentKinds,
  documentSchemas,
  indexFields,
  parse,
  syncDocumentSchemas,
  type CoachingError,
  type DocumentKind,
} from '@coachkit/core';
import { skillDocumentSchemas } from '@coachkit/core/skills';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** The keys of a strict object schema, with those of the objects inside it. */
function keysOf(schema: unknown, path = ''): string[] {
  const { def } = (schema as { _zod: { def: Record<string, unknown> } })._zod;
  if (def['type'] === 'optional') return keysOf(def['innerType'], path);
  if (def['type'] === 'array') return keysOf(def['element'], `${path}[]`);
  if (def['type'] !== 'object') return [path];
  const shape = def['shape'] as Record<string, unknown>;
  return Object.entries(shape).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

const schemas = { ...documentSchemas, ...syncDocumentSchemas, ...skillDocumentSchemas };
const kinds = Object.keys(documentKinds) as DocumentKind[];

describe('the schemas of stored documents', () => {
  test('every kind has a schema that is strict and names its id', () => {
    for (const kind of kinds) {
      assert.ok(keysOf(schemas[kind]).includes('id'), kind);
      assert.throws(
        () => parse<unknown>(schemas[kind], { unknownKey: 1 }),
        (error: CoachingError) =>
          error.problems.some(({ path, rule }) => path === 'unknownKey' && rule === 'unknown-key'),
        kind,
      );
    }
  });

  test('every index names fields of its kind, and none with words', () => {
    const words = /text|reason|label|points|title|focusQuery|quickEntry|proposedFocus/;
    for (const kind of kinds) {
      for (const index of Object.keys(documentKinds[kind].indexes)) {
        for (const field of indexFields(kind, index)) {
          assert.ok(keysOf(schemas[kind]).includes(field), `${kind}.${field}`);
          assert.doesNotMatch(field, words);
        }
      }
    }
    assert.throws(() => indexFields('session', 'byMood'), RangeError);
  });

  test('nothing rates, scores, ranks or predicts a person anywhere (M5)', () => {
    const forbidden = /scor|rating|rate\b|rank|grade|level|performanceTarget|target(?!Date)|predict|sentiment|mood/i;
    for (const kind of kinds)
      for (const key of keysOf(schemas[kind])) assert.doesNotMatch(key, forbidden, `${kind}.${key}`);
  });

  test('a fact has no member that could hold words (M51)', () => {
    const fact = {
      id: 's',
      relationshipId: 'r',
      managerId: 'm',
      employeeId: 'e',
      status: 'recorded',
      date: '2026-11-24',
      slot: '2026-11-24',
      durationMinutes: 50,
      pointCount: 3,
      actionCount: 1,
      openBefore: 0,
      reviewed: 0,
      coursesAssigned: 0,
      coursesRecommended: 0,
    };
    const sentence = 'She wants to practise holding the price.';
    parse(documentSchemas.sessionFact, fact);
    for (const key of keysOf(documentSchemas.sessionFact)) {
      assert.throws(() => parse(documentSchemas.sessionFact, { ...fact, [key]: sentence }), `${key} took a sentence`);
    }
  });

  test('words and index fields of one kind are kept apart where words are encrypted', () => {
    const withWords = kinds.filter((kind) => documentKinds[kind].holdsWords);
    assert.deepEqual(withWords.sort(), [
      'action',
      'cadenceReason',
      'comment',
      'conflict',
      'draft',
      'goal',
      'operation',
      'queuedOperation',
      'replicaDocument',
      'sessionContent',
      'sessionVersion',
    ]);
  });
});
