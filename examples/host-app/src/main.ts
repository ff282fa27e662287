import '@coachkit/elements/provider/define';
import { Application } from './application.js';

const root = document.querySelector('#app');
if (root instanceof HTMLElement) new Application(root).start();
