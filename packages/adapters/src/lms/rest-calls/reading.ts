import {
  dateInZone,
  isCalendarDate,
  millisecondsOfMoment,
  type Course,
  type CourseProgress,
  type JsonValue,
} from '@coachkit/core';
import { plainText } from '../../plain-text/plain-text.js';
import { safeLink } from '../../transport/outside-address.js';
import type { RestMapping, RestProgressFields } from './mapping.js';
import { stringAt, valueAt } from './places.js';

/** A course in an answer; undefined for what has no id. */
export function courseIn(item: JsonValue, fields: RestMapping['course'], language: string): Course | undefined {
  const id = stringAt(item, fields.id);
  if (id === undefined || id === '') return undefined;
  const part = (place: string | undefined): string | undefined =>
    place === undefined ? undefined : stringAt(item, place);
  const summary = plainText(part(fields.summary) ?? '', { language, limit: 1_000 });
  const duration = Number(part(fields.durationMinutes) ?? Number.NaN);
  const url = safeLink(part(fields.url));
  return {
    id,
    title: plainText(part(fields.title) ?? '', { language }) || id,
    ...(summary !== '' && { summary }),
    ...(duration > 0 && Number.isFinite(duration) && { durationMinutes: Math.round(duration) }),
    ...(url !== undefined && { url }),
  };
}

/** Progress in an answer; undefined for a status that the mapping does not name. */
export function progressIn(item: JsonValue, fields: RestProgressFields, timeZone: string): CourseProgress | undefined {
  const courseId = stringAt(item, fields.courseId);
  const called = JSON.stringify(valueAt(item, fields.status) ?? null).replace(/^"|"$/g, '');
  const status = Object.hasOwn(fields.statuses, called) ? fields.statuses[called] : undefined;
  if (courseId === undefined || status === undefined) return undefined;
  const completedOn = fields.completedOn === undefined ? undefined : dateIn(item, fields.completedOn, timeZone);
  return status === 'completed' && completedOn !== undefined ? { courseId, status, completedOn } : { courseId, status };
}

/** A date, or the date of a moment: ISO 8601 with its zone, or seconds or milliseconds since 1970. */
function dateIn(item: JsonValue, place: string, timeZone: string): string | undefined {
  const found = stringAt(item, place);
  if (found === undefined) return undefined;
  if (isCalendarDate(found)) return found;
  const number = /^\d{9,13}$/.test(found) ? Number(found) : undefined;
  const moment = number === undefined ? millisecondsOfMoment(found) : number < 1e11 ? number * 1_000 : number;
  return moment === undefined ? undefined : dateInZone(moment, timeZone);
}
