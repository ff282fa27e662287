import { define } from '../base/define.js';
import { CoachingSyncStatus } from './sync-status.js';

define('coaching-sync-status', CoachingSyncStatus);
