import { define } from '../base/define.js';
import { CoachingSessionForm } from './session-form.js';

define('coaching-session-form', CoachingSessionForm);
