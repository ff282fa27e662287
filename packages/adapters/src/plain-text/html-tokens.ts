/** A part of HTML. Comments, doctypes and processing instructions are no parts: nobody reads them. */
export type HtmlToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string };

/** Elements whose content is no markup up to their own end tag. */
const rawText = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'textarea', 'title']);

/**
 * Takes HTML apart as the tokenizer of the standard does: a `<` that no letter, `/`, `!` or `?` follows is text;
 * quotes in attributes hide `>`; a tag, comment or raw text that never ends takes the rest with it. Reads every
 * character once, whatever is thrown at it. Entities are left as they are.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  let textFrom = 0;
  const flush = (end: number): void => {
    if (end > textFrom) tokens.push({ type: 'text', text: html.slice(textFrom, end) });
  };
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    const after = html[start + 1] ?? '';
    if (/[a-zA-Z]/.test(after)) {
      flush(start);
      const { end, name, attributes } = readTag(html, start + 1);
      if (end === undefined) return tokens;
      tokens.push({ type: 'open', name, attributes });
      at = textFrom = end;
      if (rawText.has(name)) {
        at = endOfRawText(html, end, name);
        flush(at);
        textFrom = at;
      }
    } else if (after === '/' && /[a-zA-Z]/.test(html[start + 2] ?? '')) {
      flush(start);
      const { end, name } = readTag(html, start + 2);
      if (end === undefined) return tokens;
      tokens.push({ type: 'close', name });
      at = textFrom = end;
    } else if (after === '!' || after === '?' || (after === '/' && start + 2 < html.length)) {
      flush(start);
      at = textFrom = endOfRemark(html, start);
    } else {
      at = start + 1;
    }
  }
  flush(html.length);
  return tokens;
}

interface Tag {
  /** Behind its `>`; undefined for a tag that never ends. */
  readonly end: number | undefined;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?/y;

function readTag(html: string, from: number): Tag {
  const name = /[^\s/>]*/y;
  name.lastIndex = from;
  const found = name.exec(html)?.[0] ?? '';
  const attributes = new Map<string, string>();
  let at = from + found.length;
  for (;;) {
    while (/[\s/]/.test(html[at] ?? '')) at += 1;
    if (at >= html.length) return { end: undefined, name: found.toLowerCase(), attributes };
    if (html[at] === '>') return { end: at + 1, name: found.toLowerCase(), attributes };
    attribute.lastIndex = at;
    const part = attribute.exec(html);
    if (part === null) return { end: undefined, name: found.toLowerCase(), attributes };
    const [whole, key = '', double, single, bare] = part;
    at += whole.length;
    // An opening quote that is left over has no partner: what follows is a value to the end.
    if (/=\s*$/.test(whole) && /["']/.test(html[at] ?? ''))
      return { end: undefined, name: found.toLowerCase(), attributes };
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  }
}

function endOfRawText(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Behind a comment, doctype or processing instruction that begins with `<` at this place. */
function endOfRemark(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) {
    const end = html.indexOf('>', start + 2);
    return end < 0 ? html.length : end + 1;
  }
  // `<!-->` and `<!--->` are whole comments.
  const short = /<!---?>/y;
  short.lastIndex = start;
  if (short.test(html)) return short.lastIndex;
  const end = /--!?>/g;
  end.lastIndex = start + 4;
  return end.test(html) ? end.lastIndex : html.length;
}
