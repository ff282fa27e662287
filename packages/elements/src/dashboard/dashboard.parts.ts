import type {
  CompletionFigure,
  FocusFigure,
  GroupFigure,
  ProgrammeOverview,
  ReportPeriod,
  Shown,
} from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../base/format.js';
import { chevronIcon } from '../base/icons.js';
import { section } from '../base/page.js';
import { bar, columns } from './bar.js';
import type { DashboardWords } from './dashboard.messages.js';
import { changeInWords, periodName } from './period-words.js';

/** In whose words the dashboard is drawn. */
export interface DashboardTelling {
  readonly words: DashboardWords;
  readonly format: Format;
}

const valueOf = <T>(figure: Shown<T>): T | undefined => (figure.hidden ? undefined : figure.value);

/** Programme, period, who is counted, how many groups are hidden. */
export function head({ words, format }: DashboardTelling, overview: ProgrammeOverview): TemplateResult {
  const { period, people, hiddenGroups, dataUntil } = overview;
  const counted = people.hidden ? words.tooFew : words.counted(words.people(people.value));
  const hidden = hiddenGroups === 0 ? words.noneHidden : words.hiddenGroups(hiddenGroups);
  return html`<div>
    <p class="hint">${words.over}</p>
    <h2 class="title" id="title">${periodName(period, words, format)}</h2>
    <p class="quiet">${counted} ${hidden} ${period.closed ? nothing : words.running(format.day(dataUntil))}</p>
  </div>`;
}

/** What chooses the period. */
export interface PeriodHandlers {
  readonly unit: (unit: ReportPeriod['unit']) => void;
  readonly date: (date: string) => void;
}

/** Month or quarter, and which one. */
export function periodPicker(
  { words, format }: DashboardTelling,
  { period, periods: listed }: ProgrammeOverview,
  handlers: PeriodHandlers,
): TemplateResult {
  // A programme that began this month has no closed month to list, and the last closed one is what is shown at first.
  const isListed = listed.some(({ start }) => start === period.start);
  const periods = isListed ? listed : [...listed, period].sort((one, other) => (one.start < other.start ? 1 : -1));
  const here = periods.findIndex(({ start }) => start === period.start);
  const step = (label: string, target: ReportPeriod | undefined, flips: boolean): TemplateResult =>
    html`<button
      type="button"
      class="button button-icon ${flips ? 'turned' : ''}"
      aria-label=${label}
      aria-disabled=${target ? 'false' : 'true'}
      @click=${() => {
        if (target) handlers.date(target.start);
      }}
    >${chevronIcon()}</button>`;
  return html`<div class="picker screen-only">
    <fieldset class="choice">
      <legend class="spoken">${words.unit}</legend>
      ${(['month', 'quarter'] as const).map(
        (unit) => html`<label data-words=${words[unit]}>
          <input
            type="radio"
            name="unit"
            .checked=${period.unit === unit}
            @change=${() => handlers.unit(unit)}
          />${words[unit]}
        </label>`,
      )}
    </fieldset>
    <div class="steps">
      ${step(words.earlier, periods[here + 1], true)}
      <label class="spoken" for="period">${words.choose}</label>
      <select
        class="input input-inline"
        id="period"
        @change=${({ target }: Event) => handlers.date((target as HTMLSelectElement).value)}
      >
        ${periods.map(
          (each) =>
            html`<option value=${each.start} ?selected=${each.start === period.start}>${periodName(each, words, format)}</option>`,
        )}
      </select>
      ${step(words.laterPeriod, periods[here - 1], false)}
    </div>
  </div>`;
}

/** The four figures, each with its change in words. */
export function figures({ words, format }: DashboardTelling, overview: ProgrammeOverview): TemplateResult {
  const { completion, completionBefore, sessionsPerPair, assignmentRate, documentedWell, trend } = overview;
  const before = trend.at(-2)?.period;
  const name = before ? periodName(before, words, format) : '';
  const held = valueOf(completion);
  const share = (value: number): string => format.percent(value);
  const change = before && changeInWords(held?.rate, valueOf(completionBefore)?.rate, name, words);
  const count = held && words.completionNote(format.number(held.held), format.number(held.due));
  return html`<dl class="figures">
    ${figure(words.completion, held && (held.due > 0 ? share(held.rate) : words.noData), [count, change], words)}
    ${figure(
      words.perPair,
      mapped(valueOf(sessionsPerPair), (value) => format.number(value, { maximumFractionDigits: 1 })),
      [words.perPairNote],
      words,
    )}
    ${figure(words.assigned, mapped(valueOf(assignmentRate), share), [words.assignedNote], words)}
    ${figure(words.documented, mapped(valueOf(documentedWell), share), [words.documentedNote], words)}
  </dl>`;
}

function mapped<T>(value: T | undefined, change: (value: T) => string): string | undefined {
  return value === undefined ? undefined : change(value);
}

function figure(
  name: string,
  value: string | undefined,
  notes: readonly (string | undefined)[],
  words: DashboardWords,
): TemplateResult {
  return html`<div class="figure">
    <dt>${name}</dt>
    ${
      value === undefined
        ? html`<dd class="hidden-cell">${words.hidden}</dd>`
        : html`<dd class="value">${value}</dd>
            ${notes.map((note) => (note ? html`<dd class="hint">${note}</dd>` : nothing))}`
    }
  </div>`;
}

/** "Is coaching happening?": completion by department, and by team below. */
export function completionCard(
  telling: DashboardTelling,
  { completion, departments, teams }: ProgrammeOverview,
): TemplateResult {
  const { words, format } = telling;
  const held = valueOf(completion);
  const answer = held
    ? words.whetherAnswer(format.percent(held.rate), format.number(held.held), format.number(held.due))
    : words.whetherHidden;
  return section(
    'whether',
    words.whether,
    html`<p>${answer}</p>
      ${groupTable(telling, words.department, departments)}
      ${
        teams.length > 0
          ? html`<details>
              <summary>${chevronIcon()}${words.showTeams(teams.length)}</summary>
              ${groupTable(telling, words.team, teams)}
            </details>`
          : nothing
      }`,
  );
}

function groupTable(
  { words, format }: DashboardTelling,
  heading: string,
  groups: readonly GroupFigure[],
): TemplateResult {
  const ranked = groups.flatMap(({ name, completion }) => (completion.hidden ? [] : { name, held: completion.value }));
  ranked.sort((one, other) => other.held.rate - one.held.rate);
  const hiddenNames = groups.filter(({ completion }) => completion.hidden).map(({ name }) => name);
  // A long list of what is not shown says less than its number.
  const hiddenRows = hiddenNames.length > 3 ? [words.others(hiddenNames.length)] : hiddenNames;
  return html`<table class="bars">
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <td class="bar-cell"></td>
        <th scope="col" class="end">${words.share}</th>
        <th scope="col" class="end">${words.interval}</th>
      </tr>
    </thead>
    <tbody>
      ${ranked.map(
        ({ name, held }) => html`<tr>
          <th scope="row">${name}</th>
          <td class="bar-cell">${bar(held.rate, intervalOf(held))}</td>
          <td class="end strong">${format.percent(held.rate)}</td>
          <td class="end hint range-cell">${rangeWords(held, words, format)}</td>
        </tr>`,
      )}
      ${hiddenRows.map(
        (name) => html`<tr>
          <th scope="row">${name}</th>
          <td class="hidden-cell" colspan="3">${words.hidden}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Below a hundred slots a share is not worth much without its interval (requirements e5). */
function intervalOf({ due, interval }: CompletionFigure): readonly [number, number] | undefined {
  return due < 100 ? interval : undefined;
}

function rangeWords(held: CompletionFigure, words: DashboardWords, format: Format): unknown {
  const interval = intervalOf(held);
  return interval ? words.range(format.percent(interval[0]), format.percent(interval[1])) : nothing;
}

/** "How has it moved?": completion over the last periods. */
export function trendCard({ words, format }: DashboardTelling, { trend }: ProgrammeOverview): TemplateResult {
  const shownPeriods = trend.filter(({ completion }) => (valueOf(completion)?.due ?? 0) > 0);
  const [first, last] = [shownPeriods[0], shownPeriods.at(-1)];
  if (!first) return section('trend', words.trend, html`<p>${words.whetherHidden}</p>`);
  const rate = (point: (typeof trend)[number]): string => format.percent(valueOf(point.completion)?.rate ?? 0);
  const answer =
    last && first !== last
      ? words.trendAnswer(
          rate(first),
          periodName(first.period, words, format),
          rate(last),
          periodName(last.period, words, format),
        )
      : words.trendShort;
  return section(
    'trend',
    words.trend,
    html`<p>${answer}</p>
      ${columns(trend.map(({ completion }) => ((valueOf(completion)?.due ?? 0) > 0 ? valueOf(completion)?.rate : undefined)))}
      <div class="ends hint">
        ${[trend[0], trend.at(-1)].map((end) => (end ? html`<span>${periodName(end.period, words, format)}</span>` : nothing))}
      </div>
      <details>
        <summary>${chevronIcon()}${words.showNumbers}</summary>
        <table class="numbers">
          <thead>
            <tr><th scope="col">${words.periodColumn}</th><th scope="col" class="end">${words.share}</th></tr>
          </thead>
          <tbody>
            ${trend.map((point) => {
              const held = valueOf(point.completion);
              const cell = held === undefined ? words.hidden : held.due > 0 ? format.percent(held.rate) : words.noData;
              return html`<tr>
                <th scope="row">${periodName(point.period, words, format)}</th>
                <td class="end ${held === undefined ? 'hidden-cell' : ''}">${cell}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </details>`,
  );
}

/** "What are people working on?": focus areas by their share of the sessions. */
export function focusCard(telling: DashboardTelling, { focusAreas }: ProgrammeOverview): TemplateResult {
  const { words } = telling;
  const areas = valueOf(focusAreas);
  return section(
    'focus',
    words.focus,
    areas === undefined
      ? html`<p class="quiet">${words.focusHidden}</p>`
      : areas.length === 0
        ? html`<p class="quiet">${words.focusNone}</p>`
        : focusTable(telling, areas),
  );
}

function focusTable({ words, format }: DashboardTelling, areas: readonly FocusFigure[]): TemplateResult {
  const label = ({ key, label: name }: FocusFigure): string =>
    key === 'other' ? words.other : key === 'unmapped' ? words.unmapped : name;
  const named = areas.filter(({ key }) => key !== 'other' && key !== 'unmapped');
  const rest = areas.filter((area) => !named.includes(area));
  const [first] = named;
  return html`${first ? html`<p>${words.focusAnswer(label(first), format.percent(first.share))}</p>` : nothing}
    <table class="bars">
      <thead>
        <tr>
          <th scope="col">${words.area}</th>
          <td class="bar-cell"></td>
          <th scope="col" class="end">${words.areaShare}</th>
        </tr>
      </thead>
      <tbody>
        ${[...named, ...rest].map(
          (area) => html`<tr>
            <th scope="row">${label(area)}</th>
            <td class="bar-cell">${bar(area.share)}</td>
            <td class="end strong">${format.percent(area.share)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Definitions, printed with the figures. */
export function definitions({ words }: DashboardTelling, { threshold }: ProgrammeOverview): TemplateResult {
  return html`<details class="how">
    <summary>${chevronIcon()}${words.how}</summary>
    <p class="hint">${words.howCompletion}</p>
    <p class="hint">${words.howFocus}</p>
    <p class="hint">${words.howThreshold(threshold)}</p>
  </details>`;
}
