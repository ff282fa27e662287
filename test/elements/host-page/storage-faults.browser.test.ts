import '@coachkit/elements/register';
import { expect } from '@open-wc/testing';
import { takeFaults } from '../support/faults.ts';
import { coachingOver, elements, faults, seededStorage } from './faulty-coaching.ts';
import { useEverything } from './impatient-person.ts';

describe('the host page sees no error of ours', () => {
  for (const [fault, of] of Object.entries(faults)) {
    it(`while storage ${fault}`, async () => {
      for (const [tag, personId, attributes] of elements) {
        const provider = document.createElement('coaching-provider');
        provider.coaching = coachingOver(personId, of, await seededStorage());
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        provider.append(element);
        document.body.append(provider);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(element.shadowRoot, `${tag} is defined`).to.not.equal(null);
        await useEverything(element);
        provider.remove();
        expect(takeFaults(), `${tag} while storage ${fault}`).to.deep.equal([]);
      }
    });
  }

  for (const [tag, personId, attributes] of elements.slice(0, 3)) {
    it(`and the use of a healthy ${tag} does press something`, async () => {
      const provider = document.createElement('coaching-provider');
      provider.coaching = coachingOver(personId, () => ({}), await seededStorage());
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      provider.append(element);
      document.body.append(provider);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await useEverything(element)).to.be.greaterThan(3);
      provider.remove();
    });
  }
});
