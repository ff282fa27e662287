import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

class RunnerProbe extends LitElement {
  @property({ type: Number }) minutes = 45;

  override render() {
    return html`<button type="button">${this.minutes} minutes</button>`;
  }
}

customElements.define('runner-probe', RunnerProbe);

describe('what the page of a browser test offers', () => {
  it('decorators work, and a changed property renders again', async () => {
    const element = await fixture<RunnerProbe>(html`<runner-probe minutes="60"></runner-probe>`);
    expect(element.shadowRoot?.textContent).to.equal('60 minutes');
    element.minutes = 30;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('30 minutes');
  });

  it('axe finds a picture without a text', async () => {
    const element = await fixture(html`<div><img src="data:," /></div>`);
    const found = await expect(element)
      .to.be.accessible()
      .then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    expect(found).to.contain('image-alt');
  });

  it('the accessibility tree, keys, the size of the window and the colour scheme can be had', async () => {
    await fixture(html`<runner-probe></runner-probe>`);
    const tree: unknown = await a11ySnapshot({});
    const names = JSON.stringify(tree);
    expect(names).to.contain('"45 minutes"');
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement?.localName).to.equal('runner-probe');
    await setViewport({ width: 480, height: 800 });
    expect(innerWidth).to.equal(480);
    await emulateMedia({ colorScheme: 'dark' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    await emulateMedia({ colorScheme: 'light' });
  });

  it('requests can be answered by msw', async () => {
    const worker = setupWorker(http.get('*/api/sessions', () => HttpResponse.json({ sessions: 3 })));
    await worker.start({ quiet: true });
    try {
      const answer = await fetch('/api/sessions');
      expect(await answer.json()).to.deep.equal({ sessions: 3 });
    } finally {
      await worker.stop();
    }
  });

  it('the language of the page is British English', () => {
    expect(document.documentElement.lang).to.equal('en-GB');
    expect(navigator.language).to.equal('en-GB');
  });
});
