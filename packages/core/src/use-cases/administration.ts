export { directory } from './directory/directory.js';
export { relationships } from './relationships/relationships.js';
