import { decodeEntities } from './entities.js';
import { htmlTokens } from './html-tokens.js';
import { inOneLanguage, languagesIn, splitAtBraces, type Piece } from './language-spans.js';

/** How to read a text of somebody else. */
export interface PlainTextOptions {
  /** The language to keep where a text holds several, as BCP 47; English when absent. */
  readonly language?: string;
  /** Most UTF-16 units to keep, 1 to 10,000; 500 when absent. Longer text ends with an ellipsis. */
  readonly limit?: number;
}

/** Elements whose content nobody is meant to read. */
const hidden = new Set([
  'script',
  'style',
  'iframe',
  'noembed',
  'noframes',
  'template',
  'object',
  'svg',
  'math',
  'head',
]);
/** Elements that stand within a line; every other one ends a word. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);
/** No line of a catalogue is longer; what is beyond it would only cost time. */
const mostRead = 100_000;

/**
 * Text of a learning system as plain text in one language: markup, comments and scripts are gone, entities are
 * characters, blanks are single. What it returns is text and has to be shown as text: `&lt;b&gt;` becomes `<b>`.
 */
export function plainText(html: string, { language = 'en', limit = 500 }: PlainTextOptions = {}): string {
  const pieces = piecesOf(html.slice(0, mostRead)).flatMap((piece) =>
    piece.languages === undefined ? splitAtBraces(piece.text) : [piece],
  );
  return shortened(tidy(inOneLanguage(pieces, language)), limit);
}

function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  let hiddenIn: { name: string; depth: number } | undefined;
  const spans: (readonly string[] | undefined)[] = [];
  const add = (text: string): void => {
    const languages = spans.findLast((each) => each !== undefined);
    const last = pieces.at(-1);
    if (last !== undefined && last.languages === languages)
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push(languages === undefined ? { text } : { text, languages });
  };
  for (const token of htmlTokens(html)) {
    if (hiddenIn !== undefined) {
      if (token.type !== 'text' && token.name === hiddenIn.name) hiddenIn.depth += token.type === 'open' ? 1 : -1;
      if (hiddenIn.depth === 0) hiddenIn = undefined;
    } else if (token.type === 'text') {
      add(decodeEntities(token.text));
    } else if (token.type === 'open' && hidden.has(token.name)) {
      hiddenIn = { name: token.name, depth: 1 };
    } else if (token.name === 'span') {
      if (token.type === 'close') spans.pop();
      else spans.push(languagesOf(token.attributes));
    } else if (!inline.has(token.name)) {
      add(' ');
    }
  }
  return pieces;
}

function languagesOf(attributes: ReadonlyMap<string, string>): readonly string[] | undefined {
  const codes = languagesIn(decodeEntities(attributes.get('lang') ?? ''));
  return codes.length === 0 ? undefined : codes;
}

/** Blanks become one; control characters and marks that turn the direction of what follows go. */
function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
