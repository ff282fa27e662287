import type { IndexValue } from '@coachkit/core';

/**
 * Values of an index as text whose order, byte by byte, is the order that storage promises: numbers before strings,
 * strings by code unit. Databases compare it with their simplest collation (`C`, `BINARY`) and agree with one another.
 *
 * A number is `n` and 16 hexadecimal digits; a string is `s` and itself, so that ids and dates can be read as they
 * stand. Escaped is only what a database refuses (NUL, halves of surrogate pairs) and what would stand elsewhere in
 * the order of UTF-8 than in that of UTF-16. Nothing is lost on the way.
 */
export function orderedText(value: IndexValue): string {
  return typeof value === 'number' ? `n${orderedNumber(value)}` : `s${isPlain(value) ? value : escaped(value)}`;
}

/**
 * The value that `orderedText` was given.
 * @throws RangeError for a text that it never makes
 */
export function valueOf(text: string): IndexValue {
  const rest = text.slice(1);
  if (text.startsWith('s')) return isPlain(rest) ? rest : unescaped(rest);
  if (/^n[\da-f]{16}$/.test(text)) return numberOf(rest);
  throw new RangeError('not a value of an index');
}

/** The string that `orderedText` was given. @throws RangeError for anything else */
export function stringOf(text: string): string {
  const value = valueOf(text);
  if (typeof value === 'string') return value;
  throw new RangeError('not a string of an index');
}

const firstSurrogate = 0xd800;

/** Whether every code unit stands for itself: 0 and 1, and all from the first surrogate on, do not. */
function isPlain(text: string): boolean {
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    if (unit <= 1 || unit >= firstSurrogate) return false;
  }
  return true;
}

function escaped(text: string): string {
  let result = '';
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    if (unit <= 1) result += `\u0001${String.fromCharCode(unit + 1)}`;
    else if (unit < firstSurrogate) result += text[position] ?? '';
    else result += `\uFFFF${String.fromCharCode(0x100 + unit - firstSurrogate)}`;
  }
  return result;
}

function unescaped(text: string): string {
  let result = '';
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    if (unit !== 1 && unit !== 0xffff) {
      result += text[position] ?? '';
      continue;
    }
    position += 1;
    const escape = text.charCodeAt(position);
    result += String.fromCharCode(unit === 1 ? escape - 1 : escape - 0x100 + firstSurrogate);
  }
  return result;
}

const sign = 1n << 63n;
const everyBit = (1n << 64n) - 1n;

// The bits of a double sort like the number once the sign is turned round, and with it all bits of a negative one.
function orderedNumber(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  return (bits & sign ? bits ^ everyBit : bits | sign).toString(16).padStart(16, '0');
}

function numberOf(digits: string): number {
  const bits = BigInt(`0x${digits}`);
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits & sign ? bits ^ sign : bits ^ everyBit);
  return view.getFloat64(0);
}
