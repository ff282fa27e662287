/**
 * People and reporting lines from a SCIM 2.0 directory (RFC 7643, 7644), with the enterprise extension.
 * @packageDocumentation
 */
import { CoachingError } from '@coachkit/core';
import type { ImportedPerson, PeopleBatch, RejectedRow } from '@coachkit/core/directory';
import { listOf, partOf, textIn, type JsonPart } from '../transport/json-file.js';

/** Where the directory is and how it is asked. */
export interface ScimOptions {
  /** The address under which `/Users` lies: `https://directory.example/scim/v2`. From the host's configuration only. */
  readonly baseUrl: string;
  /** A bearer token that may read users. It goes to `baseUrl` and nowhere else: a redirect is refused. */
  readonly token: string;
  /** Which attribute is a person's id; `id` when absent. References of managers are always to `id`. */
  readonly personId?: 'id' | 'externalId' | 'userName';
  /** How many users a page has, 1 to 1,000; the directory may send fewer. 500 when absent. */
  readonly pageSize?: number;
  /** Time for one page, in milliseconds; 10,000 when absent. */
  readonly timeout?: number;
  /** The environment's own when absent. */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A page of users is a few hundred kilobytes; what is far beyond is none. */
const largestPage = 20_000_000;

/**
 * The people of a directory, page by page, for `importPeople`.
 * @throws CoachingError `unreachable` when it does not answer or fails, `auth-required` for a token it does not take,
 *   `busy` for too many requests, `invalid-input` (`baseUrl` | `answer: wrong-type`) for what is no SCIM list; the reason
 *   of the signal when it aborts
 */
export async function* readPeopleScim(options: ScimOptions): AsyncGenerator<PeopleBatch> {
  const { pageSize = 500, personId = 'id' } = options;
  // A manager is named by `id`; only another choice of ids has to be translated, and costs the memory for it.
  const names = personId === 'id' ? undefined : new Map<string, string>();
  if (names) {
    for await (const users of pagesOf(options, pageSize, 'id,externalId,userName')) {
      for (const user of users) names.set(textIn(user['id']), textIn(user[personId]));
    }
  }
  let row = 0;
  for await (const users of pagesOf(options, pageSize)) {
    const people: ImportedPerson[] = [];
    const rejected: RejectedRow[] = [];
    for (const user of users) {
      row += 1;
      const id = textIn(user[personId]);
      const name = nameOf(user);
      if (id === '') rejected.push({ row, column: personId, reason: 'required' });
      else if (name === '') rejected.push({ row, column: 'displayName', reason: 'required' });
      else people.push({ row, id, name, ...detailsOf(user, names) });
    }
    yield { people, rejected };
  }
}

/** Goes on by what was sent, not by what was asked for: directories cap a page as they like. */
async function* pagesOf(options: ScimOptions, count: number, attributes?: string): AsyncGenerator<readonly JsonPart[]> {
  let start = 1;
  for (;;) {
    const answer = partOf(await askFor(options, start, count, attributes));
    const total = answer['totalResults'];
    const users = listOf(answer['Resources'] ?? (total === 0 ? [] : undefined));
    if (users === undefined || typeof total !== 'number') throw noList();
    yield users.map(partOf);
    start += users.length;
    if (users.length === 0 || start > total) return;
  }
}

async function askFor(options: ScimOptions, start: number, count: number, attributes?: string): Promise<unknown> {
  const { baseUrl, token, timeout = 10_000, fetch: ask = fetch, signal } = options;
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/Users`);
  url.search = new URLSearchParams({
    startIndex: String(start),
    count: String(count),
    ...(attributes !== undefined && { attributes }),
  }).toString();
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  let text: string;
  try {
    response = await ask(url, {
      headers: { accept: 'application/scim+json, application/json', authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    text = response.ok ? await response.text() : '';
  } catch (cause) {
    signal?.throwIfAborted();
    throw new CoachingError('unreachable', 'the directory does not answer', { retryable: true, cause });
  }
  if (!response.ok) throw refusalFor(response.status);
  if (text.length > largestPage) throw noList();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw noList();
  }
}

function refusalFor(status: number): CoachingError {
  if (status === 401 || status === 403)
    return new CoachingError('auth-required', `the directory does not take the token (${status})`);
  if (status === 429) return new CoachingError('busy', 'the directory has too many requests', { retryable: true });
  return new CoachingError('unreachable', `the directory answers ${status}`, { retryable: status >= 500 });
}

function noList(): CoachingError {
  return new CoachingError('invalid-input', 'the directory sends no SCIM list', {
    problems: [{ path: 'answer', rule: 'wrong-type' }],
  });
}

function nameOf(user: JsonPart): string {
  const name = partOf(user['name']);
  const parts = [textIn(name['givenName']), textIn(name['familyName'])].filter(Boolean).join(' ');
  return textIn(user['displayName']) || textIn(name['formatted']) || parts || textIn(user['userName']);
}

function detailsOf(user: JsonPart, names: ReadonlyMap<string, string> | undefined): Partial<ImportedPerson> {
  const more = partOf(user[enterprise]);
  const manager = textIn(partOf(more['manager'])['value']);
  const emails = (listOf(user['emails']) ?? []).map(partOf);
  const details = {
    email: textIn((emails.find(({ primary }) => primary === true) ?? emails[0])?.['value']),
    jobTitle: textIn(user['title']),
    timeZone: textIn(user['timezone']),
    employeeNumber: textIn(more['employeeNumber']),
    department: textIn(more['department']),
    // Nobody of that name: the import says so.
    managerId: manager && names ? names.get(manager) || manager : manager,
  };
  const given = Object.fromEntries(Object.entries(details).filter(([, text]) => text !== ''));
  return { ...given, ...(user['active'] === false && { isInactive: true }) };
}
