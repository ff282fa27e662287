import { pointLimits } from '../model/limits.js';
import { placePoints, splitPoints } from './point-paste.js';
import type { SessionForm } from './session-form-type.js';
import type { WritingDesk } from './writing-desk.js';

type PointCommands = Pick<SessionForm, 'setPoint' | 'addPoint' | 'removePoint' | 'movePoint' | 'pastePoints'>;

/** What can be done to the points. */
export const pointCommands = ({ change, remember }: WritingDesk): PointCommands => ({
  setPoint(index, text) {
    change(({ points }) => (index in points ? { points: points.with(index, text) } : undefined));
  },
  addPoint: (after) =>
    change(({ points }) =>
      points.length < pointLimits.most ? { points: points.toSpliced(after + 1, 0, '') } : undefined,
    ),
  removePoint(index) {
    change(({ points }) => {
      const text = points[index];
      if (text) remember('point', (content) => ({ ...content, points: withPoint(content.points, index, text) }));
      return text === undefined ? undefined : { points: points.length > 1 ? points.toSpliced(index, 1) : [''] };
    });
  },
  movePoint(from, to) {
    change(({ points }) => {
      const text = points[from];
      if (text === undefined || !(to in points)) return undefined;
      return { points: points.toSpliced(from, 1).toSpliced(to, 0, text) };
    });
  },
  pastePoints(index, before, pasted, after) {
    const items = splitPoints(pasted);
    if (items.length < 2) return undefined;
    const placed = items.with(0, before + (items[0] ?? '')).with(-1, (items.at(-1) ?? '') + after);
    const isPlaced = change(({ points }) => ({ points: placePoints(points, index, placed) }));
    return isPlaced ? Math.min(index + items.length, pointLimits.most) - 1 : undefined;
  },
});

/** A point put back where it was. Where there are five lines, an empty one gives way, else it joins the last one. */
function withPoint(points: readonly string[], index: number, text: string): readonly string[] {
  const all = points.toSpliced(index, 0, text);
  if (all.length <= pointLimits.most) return all;
  const empty = all.lastIndexOf('');
  return empty < 0 ? [...all.slice(0, -2), all.slice(-2).join('\n')] : all.toSpliced(empty, 1);
}
