import {
  documentKinds,
  type DocumentKind,
  type DocumentKindDeclaration,
  type IndexValue,
  type JsonObject,
  type StoredDocument,
} from '@coachkit/core';
import { indexValue, type DocumentChange } from '@coachkit/core/storage-parts';
import type { Sealer } from './sealing.js';

/** A document as it lies in an object store. */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  /** The index fields of the body, in the clear. */
  readonly fields: Readonly<Record<string, IndexValue>>;
  /** The body as JSON: one of the two. */
  readonly text?: string;
  readonly sealed?: Uint8Array;
}

/** What a commit does to one record. */
export interface RecordChange {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly expectedVersion: number;
  /** The record afterwards; absent when the document is deleted. */
  readonly record?: StoredRecord;
}

/**
 * The records that a commit writes. Sealing takes its turns here, before any transaction is opened, because a
 * transaction ends by itself while something else is awaited.
 */
export function toRecords(documents: readonly DocumentChange[], sealer: Sealer | undefined): Promise<RecordChange[]> {
  return Promise.all(documents.map((document) => toRecord(document, sealer)));
}

async function toRecord(document: DocumentChange, sealer: Sealer | undefined): Promise<RecordChange> {
  const { kind, id, expectedVersion, version, text, body } = document;
  if (text === undefined || body === undefined) return { kind, id, expectedVersion };
  // Nothing is awaited before this line, so the body is still what was handed in.
  const fields = fieldsOf(kind, body);
  if (!sealer || !documentKinds[kind].holdsWords) {
    return { kind, id, expectedVersion, record: { id, version, fields, text } };
  }
  const sealed = await sealer.seal({ kind, id, version }, text);
  return { kind, id, expectedVersion, record: { id, version, fields, sealed } };
}

/** The document of a record. One that cannot be read is said to be so; it is never an error. */
export async function toDocument(
  kind: DocumentKind,
  record: StoredRecord,
  sealer: Sealer | undefined,
): Promise<StoredDocument> {
  const { id, sealed } = record;
  const version = versionOf(record);
  const opened =
    sealed === undefined ? { text: record.text } : ((await sealer?.open({ kind, id, version }, sealed)) ?? 'wrong-key');
  if (typeof opened === 'string') return { kind, id, version, unreadable: opened };
  const body = readBody(opened.text);
  return body ? { kind, id, version, body } : { kind, id, version, unreadable: 'damaged' };
}

/** The version of a record; 0 when there is none, 1 when it is too damaged to say. */
export function versionOf(record: StoredRecord | undefined): number {
  if (record === undefined) return 0;
  return Number.isInteger(record.version) && record.version >= 1 ? record.version : 1;
}

/** Whether two records were written by the same commit, or might as well have been. */
export function isSameRecord(one: StoredRecord | undefined, other: StoredRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.version === other.version && one.text === other.text && String(one.sealed) === String(other.sealed);
}

const fieldNames = new Map<DocumentKind, readonly string[]>();

function fieldsOf(kind: DocumentKind, body: JsonObject): Record<string, IndexValue> {
  const { indexes }: DocumentKindDeclaration = documentKinds[kind];
  const names = fieldNames.get(kind) ?? [...new Set(Object.values(indexes).flat())];
  fieldNames.set(kind, names);
  const fields: Record<string, IndexValue> = {};
  for (const name of names) {
    const value = indexValue(body, name);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function readBody(text: string | undefined): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text ?? '');
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
