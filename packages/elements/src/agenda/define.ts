import { define } from '../base/define.js';
import { CoachingAgenda } from './agenda.js';

define('coaching-agenda', CoachingAgenda);
