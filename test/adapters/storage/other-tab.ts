import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';

// What the tests reach for in a frame, which to IndexedDB and to BroadcastChannel is another tab.
Object.assign(window, { createIndexedDbStorage });
