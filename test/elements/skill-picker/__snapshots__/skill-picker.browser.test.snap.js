/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["skill picker, asked for"] = 
`StaticText "Skill"
StaticText "Fill this in"
combobox "Skill" (description=Fill this in, focused, required, autocomplete=list, haspopup=listbox, invalid=true)`;
/* end snapshot skill picker, asked for */

snapshots["skill picker, two found"] = 
`StaticText "Skill"
combobox "Skill" (value=negotiating, expanded, focused, autocomplete=list, haspopup=listbox)
listbox "Skills" (orientation=vertical)`;
/* end snapshot skill picker, two found */

