/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["sync status, offline"] = 
`StaticText "You are offline. What you write is kept on this device."
StaticText "·"
StaticText "3 changes to send"`;
/* end snapshot sync status, offline */

snapshots["sync status, two refused changes"] = 
`StaticText "2 changes were not accepted"
button "Hide" (expanded)
StaticText "They are kept on this device until you decide."
StaticText "Record of a session"
StaticText "23 November 2026 at 17:40"
StaticText "Only the line manager on that date can do this."
StaticText "Friday 20 November 2026"
StaticText "Negotiation"
StaticText "Two renewal calls."
StaticText "He offered 8% early."
button "Try again: Record of a session, 23 November 2026 at 17:40"
button "Copy text: Record of a session, 23 November 2026 at 17:40"
button "Give up: Record of a session, 23 November 2026 at 17:40"
StaticText "Change to an action"
StaticText "24 November 2026 at 08:12"
StaticText "This has changed meanwhile and can no longer be done."
StaticText "Sit in on the call"
button "Try again: Change to an action, 24 November 2026 at 08:12"
button "Copy text: Change to an action, 24 November 2026 at 08:12"
button "Give up: Change to an action, 24 November 2026 at 08:12"
button "Download all as text"`;
/* end snapshot sync status, two refused changes */

