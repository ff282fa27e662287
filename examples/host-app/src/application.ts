import type { AgendaEntry, Coaching, StorageStatus } from '@coachkit/core';
import type { DemoPerson } from '@coachkit/core/demo';
import { html, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { failedPage, notForYouPage, openingPage, unknownPage } from './closed-pages.js';
import { frame, sectionOf } from './frame.js';
import { Navigation } from './navigation.js';
import { loadElements } from './page-elements.js';
import { pageOf } from './pages.js';
import { homeOf, personOf, sectionsOf } from './people.js';
import { preferences } from './preferences.js';
import { addressOf } from './routes.js';
import { Sample } from './sample.js';
import { signInPage } from './sign-in.js';
import { focusForm, focusHeading, keepHeadingFocus } from './take-focus.js';
import { storageNotice, titles } from './words.js';

/** The application: who is signed in, which page is open, and what is drawn of it. */
export class Application {
  readonly #root: HTMLElement;
  readonly #navigation = new Navigation((how) => this.#arrive(how));
  readonly #sample = new Sample((status) => {
    this.#status = status;
    this.#draw();
  });
  #status: StorageStatus | undefined;
  #person: DemoPerson | undefined = personOf(preferences.personId);
  #coaching: Coaching | undefined;
  #team: readonly AgendaEntry[] = [];
  #hasFailed = false;
  #query = '';
  #recordedId: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Opens the page of the address. */
  start(): void {
    document.documentElement.lang = preferences.language;
    if (this.#person) void this.#signIn(this.#person);
    this.#open();
  }

  async #signIn(person: DemoPerson): Promise<void> {
    const before = this.#coaching;
    this.#person = person;
    this.#coaching = undefined;
    this.#team = [];
    this.#hasFailed = false;
    preferences.personId = person.id;
    await before?.close();
    try {
      const coaching = await this.#sample.signIn(person.id);
      // Somebody was quicker and chose another person.
      if (this.#person !== person) return await coaching.close();
      this.#coaching = coaching;
      if (person.coaches > 0) this.#followTeam(coaching, person);
    } catch {
      if (this.#person === person) this.#hasFailed = true;
    }
    this.#draw();
  }

  #followTeam(coaching: Coaching, { id }: DemoPerson): void {
    const agenda = coaching.live({ name: 'agenda' });
    const look = (): void => {
      const snapshot = agenda.getSnapshot();
      if (snapshot.status !== 'ready' || this.#coaching !== coaching) return;
      this.#team = snapshot.data.entries.filter(({ manager }) => manager.id === id);
      this.#draw();
    };
    agenda.subscribe(look);
    look();
  }

  #choose(person: DemoPerson): void {
    const { route } = this.#navigation;
    this.#query = '';
    void this.#signIn(person);
    this.#navigation.go(route.page === 'sign-in' ? (homeOf(person) ?? { page: 'development' }) : route);
  }

  #signOut(): void {
    // What was entered stays for the others: this is one sample for everybody. A product calls `coaching.signOut()`,
    // which also removes what this device keeps.
    void this.#coaching?.close();
    this.#person = this.#coaching = preferences.personId = undefined;
    this.#navigation.go({ page: 'sign-in' });
  }

  #arrive(how: 'link' | 'history'): void {
    this.#recordedId = undefined;
    this.#query = '';
    this.#open();
    if (how === 'link') scrollTo(0, 0);
    focusHeading();
    if (how === 'link' && this.#navigation.route.page === 'record') void focusForm('coaching-session-form');
  }

  #open(): void {
    const { page } = this.#navigation.route;
    this.#hasFailed = false;
    document.title = `${titles[page]} – Northwind People`;
    loadElements(page).catch(() => {
      if (this.#navigation.route.page !== page) return;
      this.#hasFailed = true;
      this.#draw();
    });
    this.#draw();
  }

  #draw(): void {
    const notice = this.#status && storageNotice(this.#status);
    const content = frame({
      route: this.#navigation.route,
      person: this.#person,
      notice,
      content: this.#content(),
      setAppearance: (appearance) => {
        preferences.appearance = appearance;
      },
      setLanguage: (tag) => {
        preferences.language = document.documentElement.lang = tag;
        this.#draw();
      },
      signOut: () => this.#signOut(),
      reset: () => void this.#sample.reset(),
    });
    const page = html`<coaching-provider .coaching=${this.#coaching} .locale=${preferences.language}
      >${content}</coaching-provider
    >`;
    keepHeadingFocus(() => render(page, this.#root));
  }

  #content(): unknown {
    const { route, from } = this.#navigation;
    const person = this.#person;
    if (route.page === 'unknown') return unknownPage(person);
    if (route.page === 'sign-in' || !person) {
      return signInPage({
        query: this.#query,
        search: (query) => {
          this.#query = query;
          this.#draw();
        },
        choose: (chosen) => this.#choose(chosen),
        current: person,
        isOnTheWay: route.page !== 'sign-in',
      });
    }
    const section = sectionOf(route);
    if (section && !sectionsOf(person).includes(section)) return notForYouPage(person, section);
    if (this.#hasFailed) return failedPage(() => location.reload());
    const coaching = this.#coaching;
    if (!coaching) return openingPage(titles[route.page], this.#status === undefined);
    const page = pageOf({
      route,
      person,
      coaching,
      team: this.#team,
      recordedId: this.#recordedId,
      from,
      go: (to) => this.#navigation.go(to),
      recorded: (sessionId) => {
        this.#recordedId = sessionId;
        // The form has done its work: who reloads or comes back sees what it became.
        this.#navigation.rename({ page: 'session', section: 'manager', sessionId });
        this.#draw();
      },
    });
    return keyed(`${person.id} ${addressOf(route)}`, page);
  }
}
