import { define } from '../base/define.js';
import { CoachingDevelopmentRecord } from './development-record.js';

define('coaching-development-record', CoachingDevelopmentRecord);
