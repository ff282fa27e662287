import { addDays, weekdayOf, type CalendarDate } from '../calendar.js';

/** The day itself, or the Monday after a weekend. */
export function workingDay(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
}
