import { calendarDates } from './calendar-dates.js';
import { defineOnly } from './define-only.js';
import { documentedExports } from './documented-exports.js';
import { fetchTakesSignal } from './fetch-takes-signal.js';
import { fileName } from './file-name.js';
import { noAmbient } from './no-ambient.js';
import { strictPolicy } from './strict-policy.js';
import { zodMiniOnly } from './zod-mini-only.js';

/** The rules of the house that no published plugin has. Each has its tests in test/lint. */
export const coachkit = {
  meta: { name: 'coachkit' },
  rules: {
    'calendar-dates': calendarDates,
    'define-only': defineOnly,
    'documented-exports': documentedExports,
    'fetch-takes-signal': fetchTakesSignal,
    'file-name': fileName,
    'no-ambient': noAmbient,
    'strict-policy': strictPolicy,
    'zod-mini-only': zodMiniOnly,
  },
};
