import { invalidInput } from '@coachkit/core';

/**
 * A file: its text, its bytes, or its bytes piece by piece (`createReadStream(path)`, `file.stream()`). Bytes are UTF-8,
 * or UTF-16 where they begin with its mark.
 */
export type FileSource = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/**
 * The text of a file, piece by piece, without a mark at its beginning.
 * @throws CoachingError `invalid-input` (`not-plain-text`) at `name` for bytes that are no text in these encodings
 */
export async function* textOf(source: FileSource, name: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const piece of typeof source === 'string' || source instanceof Uint8Array ? [source] : source) {
    if (typeof piece === 'string') {
      yield isFirst && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
    } else {
      decoder ??= decoderFor(piece);
      const current = decoder;
      yield decoded(() => current.decode(piece, { stream: true }), name);
    }
    isFirst = false;
  }
  const last = decoder;
  if (last) yield decoded(() => last.decode(), name);
}

/** Decoders take the mark away themselves. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8', { fatal: true });
}

function decoded(decode: () => string, name: string): string {
  let text: string | undefined;
  try {
    text = decode();
  } catch {
    // Told below, with what the file is called.
  }
  // UTF-16 without a mark is full of these.
  if (text === undefined || text.includes('\u0000')) throw invalidInput(name, 'not-plain-text');
  return text;
}
