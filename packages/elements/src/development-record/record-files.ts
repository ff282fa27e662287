import type { DevelopmentRecord } from '@coachkit/core';
import { isRightToLeft } from '../base/messages/speak.js';
import { byMonth, tellEntry, tellGoal, type RecordTelling, type Told } from './record-facts.js';

/**
 * The record as a page of its own: everything in one file, no script, nothing fetched, no attribute that a strict policy
 * refuses. Every text is written as text.
 */
export function recordAsPage(record: DevelopmentRecord, telling: RecordTelling): string {
  const { words, format } = telling;
  const { employee, goals, skills, entries, today } = record;
  const title = `${words.over}: ${employee.name}`;
  const row = (name: string, facts: Told['facts']): string =>
    `<li><p>${escaped(name)}</p><p class="facts">${facts
      .filter((fact) => fact)
      .map((fact) => escaped(fact))
      .join(' · ')}</p></li>`;
  const goalRows = goals.map((view) => {
    const { title: name, facts, next } = tellGoal(telling, view, today);
    return row(name, [view.goal.status === 'reached' ? words.reached : undefined, ...facts, ...next]);
  });
  const skillRows = skills.map(
    ({ label, sessions, lastPractised }) =>
      `<tr><td>${escaped(label)}</td><td>${format.number(sessions)}</td><td>${escaped(format.day(lastPractised, today))}</td></tr>`,
  );
  const months = byMonth(entries).map(
    ([month, some]) =>
      `<h3>${escaped(format.month(month))}</h3><ul>${some
        .map((entry) => {
          const { title: name, facts } = tellEntry(telling, entry, record);
          return row(name, [format.day(entry.date), ...facts]);
        })
        .join('')}</ul>`,
  );
  const heads = [words.skill, words.sessionCount, words.lastPractised];
  return `<!doctype html>
<html lang="${escaped(format.locale)}" dir="${isRightToLeft(format.locale) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<p class="facts">${escaped(words.over)}</p>
<h1>${escaped(employee.name)}</h1>
<p class="facts">${escaped(words.exportedOn(format.fullDate(today)))}</p>
<h2>${escaped(words.goals)}</h2>
${goals.length > 0 ? `<ul>${goalRows.join('')}</ul>` : `<p>${escaped(words.noGoals)}</p>`}
${
  skills.length > 0
    ? `<h2>${escaped(words.skills)}</h2><table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${skillRows.join('')}</tbody></table>`
    : ''
}
<h2>${escaped(words.entries)}</h2>
${entries.length > 0 ? months.join('\n') : `<p>${escaped(words.nothing)}</p>`}
</body>
</html>
`;
}

const pageStyle = `
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1, h2, h3, p, ul { margin: 0 }
h1 { font-size: 1.5rem }
h2 { margin-top: 2.5rem; font-size: 1.125rem }
h3 { margin-top: 1.5rem; font-size: 0.875rem }
ul { padding: 0; list-style: none }
li, tr { border-bottom: 1px solid #8885; break-inside: avoid }
li { padding: 0.6rem 0 }
table { width: 100%; border-collapse: collapse }
th, td { padding: 0.4rem 0; text-align: start; font-weight: 400 }
.facts, th { font-size: 0.875rem; opacity: 0.8 }
`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string | false | undefined): string {
  return (text || '').replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** The record as data, for another system: everything that the page shows, with its ids and states. */
export function recordAsData(record: DevelopmentRecord): string {
  return `${JSON.stringify({ format: 'coachkit-development-record', version: 1, ...record }, null, 2)}\n`;
}

/** A name for the file: the id and the day, no words of anybody. Characters that file systems refuse become hyphens. */
export function exportName({ employee, today }: DevelopmentRecord, extension: 'html' | 'json'): string {
  return `${employee.id.replace(/[^\w.-]/g, '-')}-${today}.${extension}`;
}
