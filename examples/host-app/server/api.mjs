import { windowOf } from './sign-in.mjs';

/** The host's own addresses: who is who, who is signed in, and the sample itself. */
export function createApi({ organisation, signIn }) {
  const headerOf = (request) => (name) => request.headers[name];

  const routes = {
    'GET /api/session': (request) => {
      const { tenantId, people } = organisation;
      return { status: 200, body: { tenantId, people, personId: signIn.personOf(headerOf(request)) } };
    },
    'POST /api/session': async (request) => {
      const window = windowOf(headerOf(request));
      const { personId } = await readBody(request);
      if (window === undefined || organisation.personOf(personId) === undefined) return { status: 400 };
      return { status: 204, cookie: signIn.cookieFor(window, personId) };
    },
    'DELETE /api/session': (request) => {
      const window = windowOf(headerOf(request));
      return window === undefined ? { status: 400 } : { status: 204, cookie: signIn.cookieAway(window) };
    },
    'POST /api/reset': async (request) => {
      // A header that no form can send: only pages of this application may do this.
      if (windowOf(headerOf(request)) === undefined) return { status: 400 };
      await organisation.reset();
      return { status: 204 };
    },
  };

  return (request, response) => {
    const route = routes[`${request.method} ${request.url}`];
    Promise.resolve()
      .then(() => route?.(request) ?? { status: 404 })
      .catch(() => ({ status: 500 }))
      .then(({ status, body, cookie }) => {
        response.writeHead(status, {
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...(body && { 'content-type': 'application/json' }),
          ...(cookie && { 'set-cookie': cookie }),
        });
        response.end(body && JSON.stringify(body));
      });
  };
}

/** A small JSON body; empty for anything else. */
async function readBody(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > 1_000) return {};
  }
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
