/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["one pair"] = 
`heading "Overdue" (level=3)
checkbox "Shadow the pricing call with Kestrel Foods" (description=You·due 6 November, 18 days ago·with Priya Nair)
StaticText "Shadow the pricing call with Kestrel Foods"
button "Change or drop: Shadow the pricing call with Kestrel Foods"
StaticText "You"
StaticText "·"
StaticText "due 6 November, 18 days ago"
StaticText "·"
StaticText "with Priya Nair"
checkbox "Ask Elena for two recorded renewal calls" (description=Priya Nair·due 13 November, 11 days ago)
StaticText "Ask Elena for two recorded renewal calls"
button "Change or drop: Ask Elena for two recorded renewal calls"
StaticText "Priya Nair"
StaticText "·"
StaticText "due 13 November, 11 days ago"
DisclosureTriangle "Done (1)"
button "Add an action of your own"`;
/* end snapshot one pair */

