const texts = new WeakMap<Response, string>();

/** The text of an answer in JSON, for a mount that can send it without a stream. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}

/** An answer in JSON. @param value - undefined for an answer without a body */
export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  if (value === undefined) return new Response(null, { status: 204, headers });
  const text = JSON.stringify(value);
  const response = new Response(text, { status, headers: { ...headers, 'content-type': 'application/json' } });
  texts.set(response, text);
  return response;
}
