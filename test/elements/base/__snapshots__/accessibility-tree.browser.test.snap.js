/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["ready"] = 
`heading "Due now" (level=2)
button "Remove Tom"
StaticText "Nobody is due"`;
/* end snapshot ready */

snapshots["failed"] = 
`heading "Due now" (level=2)
button "Remove Tom"
StaticText "Nothing can be read or saved just now. Your text is still here."
button "Try again"`;
/* end snapshot failed */

snapshots["loading"] = 
`heading "Due now" (level=2)
button "Remove Tom"
group "Loading" (busy)`;
/* end snapshot loading */

