import { define } from '../base/define.js';
import { CoachingSessionView } from './session-view.js';

define('coaching-session-view', CoachingSessionView);
