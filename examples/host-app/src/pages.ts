// For the types of the elements' events: their code comes with page-elements.ts.
import type {} from '@coachkit/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { pageHead } from './page-head.js';
import { preferences } from './preferences.js';
import { addressOf, type Route } from './routes.js';
import type { RouteOf, Visit } from './visit.js';
import { titles } from './words.js';

/** The page of somebody who is signed in and has a use for it: elements, and what the host adds around them. */
export function pageOf(visit: Visit): TemplateResult | typeof nothing {
  const { route } = visit;
  switch (route.page) {
    case 'team':
      return teamPage(visit);
    case 'record':
      return recordPage({ ...visit, route });
    case 'person':
      return personPage({ ...visit, route });
    case 'session':
      return sessionPage({ ...visit, route });
    case 'development':
      return developmentPage(visit);
    case 'programme':
      return html`${pageHead(titles.programme, { isSpoken: true })} <coaching-dashboard></coaching-dashboard>`;
    default:
      return nothing;
  }
}

function teamPage({ team, go }: Visit): TemplateResult {
  const byName = team.toSorted((a, b) => a.employee.name.localeCompare(b.employee.name));
  return html`${pageHead(titles.team)}
    <div class="columns">
      <div class="stack">
        <section aria-labelledby="agenda">
          <h2 id="agenda">Sessions</h2>
          <coaching-agenda
            @coaching-session-requested=${({ detail }: HTMLElementEventMap['coaching-session-requested']) =>
              go({ page: 'record', ...detail })}
          ></coaching-agenda>
        </section>
        ${
          byName.length === 0
            ? nothing
            : html`<section aria-labelledby="people">
          <h2 id="people">Development records</h2>
          <ul class="links">
            ${byName.map(
              ({ employee: { id, name, jobTitle } }) =>
                html`<li>
                  <a href=${addressOf({ page: 'person', employeeId: id })}>${name}</a>
                  <span class="quiet">${jobTitle ?? nothing}</span>
                </li>`,
            )}
          </ul>
        </section>`
        }
      </div>
      <section aria-labelledby="actions">
        <h2 id="actions">Agreed actions</h2>
        <coaching-action-list></coaching-action-list>
      </section>
    </div>`;
}

function recordPage({ route, team, recordedId, recorded }: Visit<RouteOf<'record'>>): TemplateResult {
  const { relationshipId, sessionId } = route;
  const employee = team.find((entry) => entry.relationshipId === relationshipId)?.employee;
  const finished = ({ detail }: HTMLElementEventMap['coaching-session-recorded']): void =>
    recorded(detail.sessionId ?? '');
  return html`${pageHead(titles.record, { isSpoken: true, back: { page: 'team' } })}
    <coaching-session-form
      class="medium"
      .relationshipId=${relationshipId}
      .sessionId=${sessionId}
      .hideQuestions=${preferences.hidesQuestions}
      @coaching-session-questions-hidden=${() => {
        preferences.hidesQuestions = true;
      }}
      @coaching-session-recorded=${finished}
      @coaching-session-corrected=${finished}
    ></coaching-session-form>
    ${
      recordedId === undefined
        ? nothing
        : html`<nav class="next" aria-label="What next">
            <a class="button primary" href=${addressOf({ page: 'team' })}>Back to ${titles.team.toLowerCase()}</a>
            <a
              class="button"
              href=${addressOf({ page: 'session', section: 'manager', sessionId: recordedId })}
            >Read the saved record</a>
            ${
              employee
                ? html`<a
                    class="button"
                    href=${addressOf({ page: 'person', employeeId: employee.id })}
                  >Development record of ${employee.name}</a>`
                : nothing
            }
          </nav>`
    }`;
}

function personPage({ route: { employeeId }, team, go }: Visit<RouteOf<'person'>>): TemplateResult {
  const entry = team.find(({ employee }) => employee.id === employeeId);
  const open = ({ detail: { sessionId } }: HTMLElementEventMap['coaching-session-opened']): void =>
    go({ page: 'session', section: 'manager', sessionId });
  return html`${pageHead(titles.person, { isSpoken: true, back: { page: 'team' } })}
    <div class="columns">
      <coaching-development-record
        .employeeId=${employeeId}
        @coaching-session-opened=${open}
      ></coaching-development-record>
      ${
        entry
          ? html`<div class="stack beside">
              <section aria-labelledby="record">
                <h2 id="record">Next session</h2>
                <p>
                  <a class="button" href=${addressOf({ page: 'record', relationshipId: entry.relationshipId })}
                  >Record a session</a>
                </p>
              </section>
              <section aria-labelledby="actions">
                <h2 id="actions">Agreed actions</h2>
                <coaching-action-list .relationshipId=${entry.relationshipId}></coaching-action-list>
              </section>
            </div>`
          : nothing
      }
    </div>`;
}

function sessionPage({ route: { section, sessionId }, from, go }: Visit<RouteOf<'session'>>): TemplateResult {
  const first: Route = { page: section === 'manager' ? 'team' : 'development' };
  const back = from && ['team', 'person', 'development'].includes(from.page) ? from : first;
  return html`${pageHead(titles.session, { isSpoken: true, back })}
    <coaching-session-view
      class="medium"
      .sessionId=${sessionId}
      @coaching-correction-requested=${({ detail }: HTMLElementEventMap['coaching-correction-requested']) =>
        go({ page: 'record', ...detail })}
    ></coaching-session-view>`;
}

function developmentPage({ person, go }: Visit): TemplateResult {
  const open = ({ detail: { sessionId } }: HTMLElementEventMap['coaching-session-opened']): void =>
    go({ page: 'session', section: 'employee', sessionId });
  return html`${pageHead(titles.development, { isSpoken: true })}
    <div class="columns">
      <div class="stack beside">
        ${
          // The agenda of somebody who coaches is that of the team, and stands there.
          person.coaches > 0
            ? nothing
            : html`<section aria-labelledby="agenda">
                <h2 id="agenda">Next session</h2>
                <coaching-agenda></coaching-agenda>
              </section>`
        }
        <section aria-labelledby="actions">
          <h2 id="actions">My actions</h2>
          <coaching-action-list .ownerId=${person.id}></coaching-action-list>
        </section>
      </div>
      <coaching-development-record @coaching-session-opened=${open}></coaching-development-record>
    </div>`;
}
