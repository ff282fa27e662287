/** Something the person at the keyboard has to put right: its message is shown without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}
