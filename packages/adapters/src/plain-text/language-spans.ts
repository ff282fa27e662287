/** A piece of text, for readers of some languages or for everybody. */
export interface Piece {
  readonly text: string;
  /** Lower case; absent for everybody. `other` is for whoever has no piece of their own. */
  readonly languages?: readonly string[];
}

/**
 * One language of a text that holds several side by side: of pieces in a row that are meant for somebody, only the
 * best for this reader is kept. A single piece with a language is a quotation and stays.
 * @param language - BCP 47, "de" or "de-AT"
 */
export function inOneLanguage(pieces: readonly Piece[], language: string): string {
  let text = '';
  let group: Piece[] = [];
  const close = (): void => {
    text += bestOf(group, language)?.text ?? '';
    group = [];
  };
  for (const [position, piece] of pieces.entries()) {
    if (piece.languages !== undefined) {
      group.push(piece);
      continue;
    }
    const goesOn = group.length > 0 && pieces[position + 1]?.languages !== undefined;
    // Blanks between two languages are the layout of whoever wrote them.
    if (goesOn && piece.text.trim() === '') continue;
    close();
    text += piece.text;
  }
  close();
  return text;
}

function bestOf(group: readonly Piece[], language: string): Piece | undefined {
  const wanted = language.toLowerCase().replace('_', '-');
  const [short = wanted] = wanted.split('-');
  const speaks = (code: string) => (piece: Piece) => piece.languages?.includes(code) === true;
  return (
    group.find(speaks(wanted)) ??
    group.find(speaks(short)) ??
    group.find((piece) => piece.languages?.some((each) => each.startsWith(`${short}-`))) ??
    group.find(speaks('other')) ??
    group[0]
  );
}

/** Splits at `{mlang de}…{mlang}`: what stands between is for that language. */
export function splitAtBraces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const mark = /\{\s*mlang(?:\s+([\w,\s-]{1,100}?))?\s*\}/gi;
  let from = 0;
  let languages: string[] | undefined;
  const push = (end: number): void => {
    const part = text.slice(from, end);
    if (part !== '' || languages !== undefined) pieces.push(languages ? { text: part, languages } : { text: part });
  };
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    push(found.index);
    from = mark.lastIndex;
    languages = found[1] === undefined ? undefined : languagesIn(found[1]);
  }
  push(text.length);
  return pieces;
}

/** The codes in an attribute or a mark: "de", "en, de_at". */
export function languagesIn(list: string): string[] {
  return list
    .toLowerCase()
    .split(',')
    .map((code) => code.trim().replaceAll('_', '-'))
    .filter((code) => code !== '');
}
