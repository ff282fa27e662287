import { define } from '../base/define.js';
import { CoachingDashboard } from './dashboard.js';

define('coaching-dashboard', CoachingDashboard);
