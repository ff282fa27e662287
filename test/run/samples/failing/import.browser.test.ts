import './nowhere.js';

it('never runs', () => {});
