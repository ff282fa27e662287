/** Our session form on memory storage with the same two actions and two skills as the plain page. */
import '@coachkit/elements/provider/define';
import '@coachkit/elements/session-form/define';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { coachingOf, storeOpenActions, storePair } from '../../support/pair.ts';
import { markReady } from './ready.ts';

const storage = createMemoryStorage({ tenantId: 'northwind' });
await storePair(storage);
await storeOpenActions(storage);

const provider = document.createElement('coaching-provider');
provider.coaching = coachingOf(storage);
const form = document.createElement('coaching-session-form');
form.setAttribute('relationship-id', 'pair');
provider.append(form);
(document.querySelector('main') ?? document.body).append(provider);

const look = (): void => {
  if (form.shadowRoot?.querySelector('textarea')) markReady();
  else setTimeout(look, 1);
};
look();
