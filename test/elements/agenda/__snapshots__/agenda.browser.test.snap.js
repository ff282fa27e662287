/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["agenda, every group"] = 
`heading "Due now" (level=3)
StaticText "Tom Okafor"
StaticText "Draft begun"
StaticText "11 days overdue; last met 20 October"
button "Record: Tom Okafor"
button "More: Tom Okafor"
heading "This week" (level=3)
StaticText "Mei Chen"
StaticText "Planned for Thursday 26 November at 10:00"
button "New date: Mei Chen"
button "More: Mei Chen"
heading "Later" (level=3)
StaticText "Carlos Méndez"
StaticText "Your manager"
StaticText "Planned for Thursday 3 December at 10:00"
button "Propose a focus: Carlos Méndez"
heading "On leave" (level=3)
StaticText "Yusuf Abdi"
StaticText "Away until 4 December"
button "Plan: Yusuf Abdi"
button "More: Yusuf Abdi"`;
/* end snapshot agenda, every group */

