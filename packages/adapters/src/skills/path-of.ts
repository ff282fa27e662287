import { textLimits } from '@coachkit/core';

/** What is above something, and what it is called. */
export interface Place {
  readonly label: string;
  readonly parent?: string | undefined;
}

/** The names of everything above, topmost first; a circle ends where it began. */
export function pathOf(id: string, places: ReadonlyMap<string, Place>): string | undefined {
  const names: string[] = [];
  const seen = new Set([id]);
  let above = places.get(id)?.parent;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    const place = places.get(above);
    if (place) names.unshift(place.label);
    above = place?.parent;
  }
  return names.length > 0 ? names.join(', ').slice(0, textLimits.path) : undefined;
}
