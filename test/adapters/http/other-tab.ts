import { connectCoaching } from '@coachkit/adapters/http/connect';

// What the tests reach for in a frame, which to IndexedDB, to Web Locks and to BroadcastChannel is another tab.
Object.assign(window, { connectCoaching });
