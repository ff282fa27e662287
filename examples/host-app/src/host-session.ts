import { connectCoaching } from '@coachkit/adapters/http/connect';
import type { Coaching } from '@coachkit/core';
import type { DemoPerson } from '@coachkit/core/demo';
import { windowHeaders } from './window-name.js';

/** The company as the host knows it, and who is signed in in this window. */
export interface Company {
  readonly tenantId: string;
  readonly people: readonly DemoPerson[];
  readonly personId?: string;
}

/** How long the host waits for its own server, in milliseconds. */
const patience = 15_000;

/** Asks the host who is who. @throws Error when it does not answer */
export async function openCompany(): Promise<Company> {
  return (await (await ask('GET', '/api/session')).json()) as Company;
}

/** Signs somebody in in this window. @throws Error when the host does not answer */
export async function signInAs(personId: string): Promise<void> {
  await ask('POST', '/api/session', { personId });
}

/** Signs out in this window. @throws Error when the host does not answer */
export async function signOutOfHost(): Promise<void> {
  await ask('DELETE', '/api/session');
}

/** Draws the company anew, for everybody. @throws Error when the host does not answer */
export async function resetCompany(): Promise<void> {
  await ask('POST', '/api/reset');
}

/**
 * CoachKit for somebody who is signed in. All that a host has to give is the address, who it is, and the credentials of
 * its own sign-in, which here are a cookie and a header.
 */
export function coachingFor({ tenantId }: Company, { id, roles }: DemoPerson): Promise<Coaching> {
  return connectCoaching({
    url: `${location.origin}/coaching`,
    actor: { tenantId, personId: id, roles },
    fetch: (input, options) =>
      fetch(input, {
        ...options,
        signal: options?.signal ?? null,
        headers: { ...Object.fromEntries(new Headers(options?.headers)), ...windowHeaders() },
      }),
  });
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(path, {
    method,
    headers: windowHeaders(),
    signal: AbortSignal.timeout(patience),
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}`);
  return answer;
}
