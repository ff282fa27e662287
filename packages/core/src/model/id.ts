/**
 * Whether a value is an id: 1 to 128 letters, digits or `_ . : @ -`, starting with a letter or digit, and no name that
 * every JavaScript object inherits (`__proto__`, `constructor`).
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w.:@-]{0,127}$/.test(value) && !(value in Object.prototype);
}
