import { type Coaching, type DurabilityLevel, type SyncStatus } from '@coachkit/core';
import { createFakeSynchronisation, withSynchronisation } from '@coachkit/testing/fakes';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heardEvents } from '../support/host-page.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import { withMethods } from '../support/stand-in.ts';
import { sampleCoaching } from './sample-pair.ts';
import { fill, focused, pointsOf, showForm, until, writeAndSave } from './show-form.ts';

/** The form on a device that sends to a server what is written. */
async function showConnected(status: Partial<SyncStatus> = {}, level: DurabilityLevel = 'device', width = 640) {
  const sync = createFakeSynchronisation(status);
  const coaching = await sampleCoaching();
  const reach =
    <Input>(job: (input: Input) => Promise<object>) =>
    async (input: Input) => ({ ...(await job(input)), level });
  const changed = withMethods(coaching, {
    'drafts.save': reach((input: Parameters<Coaching['drafts']['save']>[0]) => coaching.drafts.save(input)),
    'sessions.record': reach((input: Parameters<Coaching['sessions']['record']>[0]) => coaching.sessions.record(input)),
  });
  const shown = await showForm({
    coaching: withSynchronisation(changed, sync),
    provider: { noSyncStatus: true },
    width,
  });
  return { ...shown, sync };
}

const foot = (element: Element): string => inside(element, '.foot-say').textContent.replace(/\s+/g, ' ').trim();

describe('what coaching-session-form says of the server', () => {
  it('is where the draft is: on this device, then on the server, and nothing moves for it', async () => {
    const { element, sync } = await showConnected({ connection: 'offline' });
    expect(foot(element)).to.equal('Offline. Your draft is saved on this device as you write');
    const bar = inside(element, '.foot');
    const height = bar.offsetHeight;
    sync.set({ waiting: 1 });
    await fill(element, '#points-0', 'One');
    await until(() => foot(element) === 'Offline. Draft saved on this device, 09:30');
    await expect(element).to.be.accessible();
    sync.set({ waiting: 3 });
    await until(() => foot(element).endsWith('3 changes to send'));
    sync.set({ connection: 'online' });
    await until(() => foot(element) === 'Draft saved on this device, 09:30');
    sync.set({ waiting: 0 });
    await until(() => foot(element) === 'Draft saved, 09:30');
    expect(bar.offsetHeight).to.equal(height);
  });

  for (const width of [280, 360, 480, 640]) {
    it(`takes the same room in every state, ${width} px wide`, async () => {
      const { element, sync } = await showConnected({}, 'device', width);
      await fill(element, '#points-0', 'One');
      await until(() => foot(element).startsWith('Draft saved'));
      const bar = inside(element, '.foot');
      const height = bar.offsetHeight;
      for (const status of [
        { connection: 'offline', waiting: 3 },
        { connection: 'signed-out' },
        { connection: 'online', needsAttention: 2 },
      ] as const) {
        sync.set(status);
        await settled(element);
        expect(bar.offsetHeight, JSON.stringify(status)).to.equal(height);
      }
    });
  }

  it('is plainly "saved" when the server has answered at once', async () => {
    const { element } = await showConnected({}, 'server');
    await fill(element, '#points-0', 'One');
    await until(() => foot(element) === 'Draft saved, 09:30');
  });

  it('is never "saved" for what is in this page alone', async () => {
    const { element } = await showConnected({}, 'memory');
    await fill(element, '#points-0', 'One');
    await until(() => foot(element).includes('Not saved on this device'));
  });

  it('is that something needs attention, however many there are', async () => {
    const { element } = await showConnected({ needsAttention: 2 });
    await fill(element, '#points-0', 'One');
    await until(() => foot(element) === 'Draft saved on this device, 09:30 Needs attention: 2');
    await expect(element).to.be.accessible();
  });

  it('is to sign in again, while writing goes on and keeps its focus and every letter', async () => {
    const heard = heardEvents('coaching-sign-in-wanted', 'coaching-failed');
    const { element, sync } = await showConnected();
    inside(element, '#points-0').focus();
    await sendKeys({ type: 'Half a ' });
    sync.set({ connection: 'signed-out', waiting: 1 });
    await settled(element);
    expect(focused(element)?.id).to.equal('points-0');
    await sendKeys({ type: 'sentence' });
    await until(() => foot(element).includes('Saved on this device. Sign in again to send it.'));
    expect(focused(element)?.id).to.equal('points-0');
    expect(pointsOf(element)[0]).to.equal('Half a sentence');
    await expect(element).to.be.accessible();
    await click(element, '.foot-say button');
    expect(heard).to.deep.equal([['coaching-sign-in-wanted', {}]]);
    sync.set({ connection: 'online', waiting: 0 });
    await until(() => foot(element) === 'Draft saved, 09:30');
    expect(pointsOf(element)[0]).to.equal('Half a sentence');
  });

  describe('after a record that is on this device alone', () => {
    it('changes by itself when the server has it, and stays so', async () => {
      const { element, sync } = await showConnected({ connection: 'offline', waiting: 1 });
      await writeAndSave(element);
      await until(() => focused(element)?.id === 'done');
      expect(textOf(element))
        .to.contain('Saved on this device')
        .and.contain('Tom can read it once you are back online.')
        .and.not.contain('Session saved');
      await expect(element).to.be.accessible();
      sync.set({ connection: 'online' });
      await settled(element);
      expect(textOf(element)).to.contain('Saved on this device');
      sync.set({ waiting: 0 });
      await until(() => textOf(element).includes('Session saved'));
      expect(textOf(element)).to.contain('Tom can read it now and comment on it.');
      expect(focused(element)?.id).to.equal('done');
      sync.set({ connection: 'offline', waiting: 5 });
      await settled(element);
      expect(textOf(element)).to.contain('Session saved');
    });

    it('says so when the server did not accept it', async () => {
      const { element, sync } = await showConnected({ connection: 'signed-out', waiting: 1, needsAttention: 1 });
      await writeAndSave(element);
      await until(() => textOf(element).includes('Tom can read it once you sign in again.'));
      sync.set({ connection: 'online', waiting: 0, needsAttention: 2 });
      await until(() => textOf(element).includes('Needs attention: it was not accepted, and Tom cannot read it.'));
      expect(textOf(element)).to.contain('Saved on this device');
      await expect(element).to.be.accessible();
      sync.set({ needsAttention: 1 });
      await until(() => textOf(element).includes('Session saved'));
    });
  });
});
