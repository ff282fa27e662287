import { HttpResponse, type StrictRequest } from 'msw';

/**
 * What goes wrong with a request.
 *
 * - `offline`: it does not arrive; nothing is done.
 * - `slow`: the answer takes so many milliseconds more.
 * - `status`: it is refused with this status before anything is done; `retryAfter` in seconds, or a date as HTTP writes it.
 * - `html`: the page of a proxy, with status 200.
 * - `truncated`: it is done, and half of the answer arrives.
 * - `lost-answer`: it is done, and no answer arrives.
 * - `arrives-twice`: it is done twice, as by a proxy that tries again; the second answer arrives.
 * - `signed-out`: nobody is signed in any more.
 */
export type MockFault =
  | { readonly kind: 'offline' | 'html' | 'truncated' | 'lost-answer' | 'arrives-twice' | 'signed-out' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'status'; readonly status: 429 | 500 | 502 | 503; readonly retryAfter?: number | string };

/** Answers a request as it would be answered without a fault. */
export type Answering = (request: Request) => Promise<Response>;

/** Answers a request with a fault. */
export async function withFault(
  fault: MockFault,
  request: StrictRequest<never> | Request,
  answer: Answering,
  signedOut: () => Response,
): Promise<Response> {
  switch (fault.kind) {
    case 'offline':
      return HttpResponse.error();
    case 'slow':
      await pause(fault.milliseconds, request.signal);
      return answer(request);
    case 'status':
      return refusal(fault.status, fault.retryAfter);
    case 'html':
      return new Response('<!doctype html><title>Please wait</title>', { headers: { 'Content-Type': 'text/html' } });
    case 'truncated':
      return halved(await answer(request));
    case 'lost-answer':
      await answer(request);
      return HttpResponse.error();
    case 'arrives-twice':
      await answer(request.clone());
      return answer(request);
    case 'signed-out':
      return signedOut();
  }
}

function refusal(status: number, retryAfter: number | string | undefined): Response {
  const headers = new Headers({ 'Content-Type': 'text/plain' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  return new Response('', { status, headers });
}

async function halved(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  return new Response(text === '' ? null : text.slice(0, Math.floor(text.length / 2)), { status, headers });
}

/** Ends early for whoever has given up. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
