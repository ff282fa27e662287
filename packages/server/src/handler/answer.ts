/** An answer in JSON. @param value - undefined for an answer without a body */
export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  if (value === undefined) return new Response(null, { status: 204, headers });
  return new Response(JSON.stringify(value), { status, headers: { ...headers, 'content-type': 'application/json' } });
}
