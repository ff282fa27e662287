import { define } from '../base/define.js';
import { CoachingProvider } from './provider.js';

define('coaching-provider', CoachingProvider);
