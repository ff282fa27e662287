import { define } from '../base/define.js';
import { CoachingSkillPicker } from './skill-picker.js';

define('coaching-skill-picker', CoachingSkillPicker);
