import type { DocumentKind, JsonValue } from '@coachkit/core';
import type { DocumentName } from '@coachkit/core/wire';

/** `<kind>/<id>`, by which the queue and the replica name a document. */
export function nameOf({ kind, id }: DocumentName): string {
  return `${kind}/${id}`;
}

/** The document of a name. Ids of drafts hold slashes themselves. */
export function documentOf(name: string): DocumentName {
  const end = name.indexOf('/');
  return { kind: name.slice(0, end) as DocumentKind, id: name.slice(end + 1) };
}

/** Whether two values are the same JSON; the order of keys says nothing, as databases reorder them. */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        isSame((one as Record<string, JsonValue>)[name], (other as Record<string, JsonValue>)[name]),
    )
  );
}
