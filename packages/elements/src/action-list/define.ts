import { define } from '../base/define.js';
import { CoachingActionList } from './action-list.js';

define('coaching-action-list', CoachingActionList);
