import { invalidInput } from '@coachkit/core';
import { textOf, type FileSource } from './text-source.js';

/** A part of a JSON value of which nothing is known yet. */
export type JsonPart = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON file.
 * @throws CoachingError `invalid-input` at `name`: `required` for an empty file, `not-plain-text`, `wrong-type` for what
 *   is no JSON object or list
 */
export async function readJsonFile(source: FileSource, name: string, signal?: AbortSignal): Promise<unknown> {
  const pieces: string[] = [];
  for await (const piece of textOf(source, name)) {
    signal?.throwIfAborted();
    pieces.push(piece);
  }
  const text = pieces.join('');
  if (text.trim() === '') throw invalidInput(name, 'required');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON: told below.
  }
  if (typeof value !== 'object' || value === null) throw invalidInput(name, 'wrong-type');
  return value;
}

/** The object under a value, or an empty one. */
export function partOf(value: unknown): JsonPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonPart) : {};
}

/** The list under a value, or undefined. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The text under a value without white space around it; empty for what is no text and no number. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
