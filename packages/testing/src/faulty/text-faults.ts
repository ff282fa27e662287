import type { JsonObject, JsonValue, StorageChange } from '@coachkit/core';
import { faultyStorage, type FaultyStorage } from './faulty-storage-type.js';

/** Faults of strings, keys and dates. */
export const textFaults = [
  faultyStorage(
    'normalises ids',
    'brings ids into Unicode form NFC, so that two documents become one',
    [11],
    (good) => ({
      get: (kind, id) => good.get(kind, id.normalize('NFC')),
      commit: (changes) => good.commit(changes.map((change) => ({ ...change, id: change.id.normalize('NFC') }))),
    }),
  ),

  changesText('normalises texts', 'brings what people write into Unicode form NFC', [11], (text) =>
    text.normalize('NFC'),
  ),

  changesText(
    'replaces unpaired surrogates',
    'stores UTF-8, which has no place for half an emoji, and puts a replacement character there',
    [11],
    (text) => text.replace(/\p{Surrogate}/gu, '\uFFFD'),
  ),

  changesText('trims texts', 'cuts off white space at both ends', [1, 8, 11], (text) => text.trim()),

  changesText('cuts texts at 65,535', 'keeps texts in a column that is too short for them', [1], (text) =>
    text.slice(0, 65_535),
  ),

  changesText(
    'shifts dates by a zone',
    'takes a date for midnight in its own zone and keeps it in UTC, so that it comes back as the day before',
    [1, 3, 4, 8, 10, 11, 14, 15, 20],
    (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayBefore(text) : text),
  ),

  faultyStorage(
    'loses keys called __proto__',
    'copies objects by assigning to their keys, which for this one sets the prototype instead',
    [11],
    (good) => ({
      commit: (changes) =>
        good.commit(
          changes.map((change): StorageChange =>
            change.type === 'put' ? { ...change, body: assigned(change.body) } : change,
          ),
        ),
    }),
  ),

  faultyStorage(
    'sorts keys',
    'keeps bodies in a column that brings their keys into an order of its own, as the type jsonb does',
    [1, 3, 4, 11, 14, 15, 20],
    (good) => ({
      commit: (changes) =>
        good.commit(
          changes.map((change): StorageChange =>
            change.type === 'put' ? { ...change, body: withSortedKeys(change.body) } : change,
          ),
        ),
    }),
  ),
];

function changesText(
  name: string,
  fault: string,
  breaks: readonly number[],
  spoil: (text: string) => string,
): FaultyStorage {
  const inDepth = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return spoil(value);
    if (typeof value !== 'object' || value === null) return value;
    if (isList(value)) return value.map(inDepth);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inDepth(inner)]));
  };
  return faultyStorage(name, fault, breaks, (good) => ({
    commit: (changes) =>
      good.commit(
        changes.map((change): StorageChange =>
          change.type === 'put' ? { ...change, body: inDepth(change.body) as JsonObject } : change,
        ),
      ),
  }));
}

function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
}

function assigned(body: JsonObject): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(body)) copy[key] = value;
  return copy;
}

function withSortedKeys(value: JsonObject): JsonObject {
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
