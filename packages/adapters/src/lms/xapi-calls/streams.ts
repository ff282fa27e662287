import { instantOf, invalidInput, millisecondsOfMoment } from '@coachkit/core';
import * as z from 'zod/mini';
import { understoodItems } from '../answers.js';
import type { StatementPage, StoreCall } from './call.js';
import { completingVerbs, wireStatement, type Statement } from './statements.js';

/** How far one verb was read: up to a moment of storing, and what was read at that moment. */
const position = z.object({ since: z.string(), ids: z.array(z.string()) });
const positions = z.record(z.string(), position);
type Position = z.infer<typeof position>;
const storedStatement = z.object({ id: z.string(), stored: z.string() });

/** How many statements are read at a time. */
const perPage = 100;
/** How many pages of what was seen are gone through at most. */
const mostPages = 100;

/** Completions since a cursor. */
export interface CompletionPage {
  readonly statements: readonly Statement[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

/**
 * Reads completions in the order in which they were stored, verb by verb. It goes by `since` and not by the store's
 * own links to the next page, some of which do not work; and since several statements may be stored in one moment, it
 * looks at the last moment again and leaves out what it has seen.
 * @throws CoachingError `invalid-input` for a cursor that is none
 */
export async function readCompletions(call: StoreCall, cursor: string | undefined): Promise<CompletionPage> {
  const from = positionsIn(cursor);
  const next: Record<string, Position> = {};
  const statements: Statement[] = [];
  let hasMore = false;
  for (const verb of completingVerbs) {
    const read = await readVerb(call, verb, from[verb]);
    if (read.position !== undefined) next[verb] = read.position;
    statements.push(...read.statements);
    hasMore ||= read.hasMore;
  }
  return { statements, cursor: JSON.stringify(next), hasMore };
}

async function readVerb(
  call: StoreCall,
  verb: string,
  from: Position | undefined,
): Promise<{ statements: Statement[]; position: Position | undefined; hasMore: boolean }> {
  const since = from && { since: instantOf(momentOf(from.since) - 1) };
  // Room for what is read again, so that one crowded moment does not fill the page.
  const limit = perPage + (from?.ids.length ?? 0);
  let page = await call.read({ verb, ascending: 'true', limit: String(limit), ...since });
  // A store may give less than it is asked for, and then the page may hold nothing but what was seen.
  for (let pages = 0; pages < mostPages && page.more !== undefined && isSeen(page, from); pages += 1)
    page = await call.read(page.more);
  const until = millisecondsOfMoment(page.consistentThrough ?? '') ?? Infinity;
  // What was stored later may still have gaps before it; it comes with the next page.
  const isSure = ({ stored }: { readonly stored: string }): boolean => momentOf(stored) <= until;
  // The position goes by every statement, also by one that is not understood: it must not hold up the others.
  const sure = understoodItems(storedStatement, page.statements).filter(isSure);
  const seen = new Set(from?.ids);
  const statements = understoodItems(wireStatement, page.statements).filter(
    (each) => isSure(each) && !seen.has(each.id),
  );
  const last = sure.at(-1)?.stored;
  if (last === undefined) return { statements, position: from, hasMore: false };
  const ids = new Set(sure.filter(({ stored }) => momentOf(stored) >= momentOf(last) - 1).map(({ id }) => id));
  if (from !== undefined && momentOf(from.since) >= momentOf(last) - 1) for (const id of from.ids) ids.add(id);
  const isNew = sure.some(({ id }) => !seen.has(id));
  return {
    statements,
    position: { since: last, ids: [...ids] },
    hasMore: isNew && (page.more !== undefined || page.statements.length >= limit),
  };
}

function isSeen({ statements }: StatementPage, from: Position | undefined): boolean {
  return understoodItems(storedStatement, statements).every(({ id }) => from?.ids.includes(id) === true);
}

function positionsIn(cursor: string | undefined): Record<string, Position> {
  if (cursor === undefined) return {};
  try {
    return positions.parse(JSON.parse(cursor));
  } catch {
    throw invalidInput('cursor', 'wrong-type');
  }
}

/** A moment that nobody can read counts as the beginning: what it belongs to is read again rather than left out. */
function momentOf(text: string): number {
  return millisecondsOfMoment(text) ?? 1;
}
