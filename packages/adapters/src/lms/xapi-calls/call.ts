import type { JsonObject, JsonValue } from '@coachkit/core';
import * as z from 'zod/mini';
import { outsideFetch, type OutsideAnswer } from '../../transport/outside-fetch.js';
import { withRetries } from '../../transport/outside-retry.js';
import { jsonOf, laterOf, refused, understood } from '../answers.js';
import type { LearningTools } from '../connection.js';

/** Statements that a learning record store has. */
export interface StatementPage {
  readonly statements: readonly JsonValue[];
  /** Up to which moment nothing is missing, as an ISO string; undefined where the store does not say. */
  readonly consistentThrough: string | undefined;
  /** The store's own link to what comes next, as a query; undefined at the end, and for a link to another place. */
  readonly more: string | undefined;
}

/** Calls a learning record store. */
export interface StoreCall {
  /** Statements that fit; asked again a few times while the store is not available. */
  read(query: Readonly<Record<string, string>> | string): Promise<StatementPage>;
  /** A single statement; undefined where there is none or it was voided. */
  get(statementId: string): Promise<JsonValue | undefined>;
  /** Writes a statement under an id of ours, so that repeating is safe. @returns whether it was there already */
  put(statementId: string, statement: JsonObject): Promise<'taken' | 'conflict'>;
}

const about = z.object({ version: z.array(z.string()) });
const page = z.object({ statements: z.array(z.unknown()), more: z.optional(z.nullable(z.string())) });

/** Calls the statements resource as xAPI 1.0.3 and 2.0 describe it. @param scheme - how the token is shown */
export function storeCall(tools: LearningTools, scheme: 'Basic' | 'Bearer'): StoreCall {
  const token = scheme === 'Basic' ? base64(tools.token) : tools.token;
  let version: string | undefined;
  const send = async (method: string, path: string, body?: JsonObject): Promise<OutsideAnswer> => {
    const answer = await outsideFetch(tools, {
      method,
      url: `${tools.url}${path}`,
      headers: {
        accept: 'application/json',
        // The store tells its versions without one, and refuses everything else.
        ...(path !== '/about' && {
          authorization: `${scheme} ${token}`,
          'x-experience-api-version': version ?? '1.0.3',
        }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const unavailable = laterOf(answer, tools.clock.now());
    if (unavailable !== undefined) throw unavailable;
    return answer;
  };
  const ask = (method: string, path: string, body?: JsonObject): Promise<OutsideAnswer> =>
    withRetries(tools, async () => {
      version ??= versionIn(await send('GET', '/about'));
      return send(method, path, body);
    });
  return {
    async read(query) {
      const answer = await ask('GET', `/statements?${new URLSearchParams(query).toString()}`);
      if (answer.status !== 200) throw refused(`http-${answer.status}`);
      const { statements, more } = understood(page, jsonOf(answer.text));
      const through = answer.headers.get('x-experience-api-consistent-through');
      return { statements: statements as JsonValue[], consistentThrough: through ?? undefined, more: queryOf(more) };
    },
    async get(statementId) {
      const answer = await ask('GET', `/statements?statementId=${statementId}`);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refused(`http-${answer.status}`);
      return jsonOf(answer.text);
    },
    async put(statementId, statement) {
      const answer = await ask('PUT', `/statements?statementId=${statementId}`, statement);
      if (answer.status === 409) return 'conflict';
      if (answer.status !== 204 && answer.status !== 200) throw refused(`http-${answer.status}`);
      return 'taken';
    },
  };
}

/** The link is a path from the origin, not from the endpoint; only what it asks for is taken from it. */
function queryOf(more: string | null | undefined): string | undefined {
  return /^[^?]*\/statements\?([^#]+)$/.exec(more ?? '')?.[1];
}

function versionIn(answer: OutsideAnswer): string {
  if (answer.status !== 200) throw refused(`http-${answer.status}`);
  const versions = understood(about, jsonOf(answer.text)).version;
  if (versions.some((each) => each.startsWith('1.0'))) return '1.0.3';
  const [newest] = versions
    .filter((each) => each.startsWith('2.'))
    .sort()
    .reverse();
  if (newest === undefined) throw refused('no-common-version');
  return newest;
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
