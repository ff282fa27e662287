import type { AgendaEntry, Coaching, StorageStatus } from '@coachkit/core';
import type { DemoPerson } from '@coachkit/core/demo';
import { html, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { failedPage, notForYouPage, openingPage, unknownPage } from './closed-pages.js';
import { frame, sectionOf } from './frame.js';
import { coachingFor, openCompany, resetCompany, signInAs, signOutOfHost, type Company } from './host-session.js';
import { Navigation } from './navigation.js';
import { loadAllElements, loadElements } from './page-elements.js';
import { pageOf } from './pages.js';
import { homeOf, sectionsOf } from './people.js';
import { preferences } from './preferences.js';
import { addressOf } from './routes.js';
import { signInPage } from './sign-in.js';
import { focusForm, focusHeading, keepHeadingFocus } from './take-focus.js';
import { storageNotice, titles } from './words.js';

/** The application: who is signed in, which page is open, and what is drawn of it. */
export class Application {
  readonly #root: HTMLElement;
  /** Between the windows of this browser; others find out with their next request, which finds nobody signed in. */
  readonly #windows = new BroadcastChannel('northwind-people');
  readonly #navigation = new Navigation((how) => this.#arrive(how));
  #company: Company | undefined;
  #person: DemoPerson | undefined;
  #coaching: Coaching | undefined;
  #status: StorageStatus | undefined;
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
    this.#root.addEventListener('coaching-sign-in-wanted', () => void this.#signInAgain());
    this.#windows.addEventListener('message', () => void this.#startAgain());
    this.#open();
    void this.#openCompany();
  }

  async #openCompany(): Promise<void> {
    try {
      this.#company = await openCompany();
      const { people, personId } = this.#company;
      const person = people.find(({ id }) => id === personId);
      if (person) await this.#connect(person);
    } catch {
      this.#hasFailed = true;
    }
    this.#draw();
  }

  async #signIn(person: DemoPerson): Promise<void> {
    const { route } = this.#navigation;
    await this.#leave();
    this.#person = person;
    try {
      // The page follows when the host knows who this is, so that reloading it finds the same person.
      await signInAs(person.id);
      if (this.#person !== person) return;
      this.#navigation.go(route.page === 'sign-in' ? (homeOf(person) ?? { page: 'development' }) : route);
      await this.#connect(person);
    } catch {
      if (this.#person === person) this.#hasFailed = true;
    }
    this.#draw();
  }

  async #connect(person: DemoPerson): Promise<void> {
    if (!this.#company) return;
    this.#person = person;
    const coaching = await coachingFor(this.#company, person);
    // Somebody was quicker and chose another person.
    if (this.#person !== person) return await coaching.close();
    this.#coaching = coaching;
    this.#status = coaching.storageStatus;
    loadAllElements();
    coaching.on('storage-status', (status) => {
      this.#status = status;
      this.#draw();
    });
    coaching.on('sync-status', ({ connection }) => {
      if (connection === 'signed-out') void this.#lookAgain();
    });
    if (person.coaches > 0) this.#followTeam(coaching, person);
  }

  /** Somebody has drawn the company anew, perhaps elsewhere: what this device keeps of the old one is of no use. */
  async #lookAgain(): Promise<void> {
    const company = await openCompany().catch(() => undefined);
    if (company !== undefined && company.tenantId !== this.#company?.tenantId) await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    await this.#coaching?.signOut().catch(() => undefined);
    if (this.#person) await signInAs(this.#person.id).catch(() => undefined);
    location.reload();
  }

  /** The sign-in has ended while somebody was at work; here it needs no more than asking again. */
  async #signInAgain(): Promise<void> {
    if (!this.#person) return;
    await signInAs(this.#person.id).catch(() => undefined);
    await this.#coaching?.sync.now();
  }

  /** Ends what this window does for somebody. What has not been sent yet stays on the device, for when they are back. */
  async #leave(): Promise<void> {
    const coaching = this.#coaching;
    this.#coaching = this.#status = undefined;
    this.#team = [];
    this.#hasFailed = false;
    if (!coaching) return;
    const { waiting, needsAttention } = coaching.sync.getStatus();
    await (waiting + needsAttention > 0 ? coaching.close() : coaching.signOut()).catch(() => undefined);
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
    this.#query = '';
    void this.#signIn(person);
  }

  async #signOut(): Promise<void> {
    // First, so that whoever sees the first page again can rely on it.
    await signOutOfHost().catch(() => undefined);
    await this.#leave();
    this.#person = undefined;
    this.#navigation.go({ page: 'sign-in' });
  }

  async #reset(): Promise<void> {
    await resetCompany().catch(() => undefined);
    this.#windows.postMessage('reset');
    await this.#startAgain();
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
    if (this.#company) this.#hasFailed = false;
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
      signOut: () => void this.#signOut(),
      reset: () => void this.#reset(),
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
    if (this.#hasFailed) return failedPage(() => location.reload());
    const company = this.#company;
    if (!company) return openingPage(titles[route.page]);
    if (route.page === 'sign-in' || !person) {
      return signInPage({
        people: company.people,
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
    const coaching = this.#coaching;
    if (!coaching) return openingPage(titles[route.page]);
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
