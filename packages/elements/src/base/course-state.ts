import type { CalendarDate, CourseView } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import type { Format } from './format.js';
import { checkIcon, warningIcon } from './icons.js';
import type { Terms } from './messages/terms.messages.js';

/**
 * What has become of a course that coaching recommended or assigned, in words: "Not delivered: …", "Completed 3 May".
 * @param format without it, the date of completion is left out
 */
export function courseStateText(
  { assignment: { status, reason, completedOn } }: CourseView,
  terms: Terms,
  format?: Format,
  today?: CalendarDate,
): string {
  if (format && status === 'completed' && completedOn) return terms.completedOn(format.day(completedOn, today));
  return status === 'not-delivered' && reason ? terms.notDelivered(reason) : terms.courseState(status);
}

/** The same with a mark and a colour where it is good or needs a look; the words alone say it too. */
export function courseState(course: CourseView, terms: Terms, format: Format, today?: CalendarDate): TemplateResult {
  const text = courseStateText(course, terms, format, today);
  const { status } = course.assignment;
  if (status === 'not-delivered') return html`<span class="say caution">${warningIcon()}${text}</span>`;
  return status === 'completed'
    ? html`<span class="say positive">${checkIcon()}${text}</span>`
    : html`<span>${text}</span>`;
}

/** The title of a course as the catalogue says it now. */
export function courseTitle({ course }: CourseView, terms: Terms): string {
  return course?.title ?? terms.unknownCourse;
}
