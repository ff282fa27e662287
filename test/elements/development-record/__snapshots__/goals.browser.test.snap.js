/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["development record, goal being added"] = 
`StaticText "Development record"
heading "Tom Okafor" (level=2)
StaticText "You and your current manager can read this."
StaticText "L&D sees counts, never words."
button "Export as a page"
button "Export as JSON"
heading "Goals" (level=3)
StaticText "Lead a renewal alone"
StaticText "by 31 March 2027"
StaticText "·"
StaticText "Negotiation"
StaticText "·"
StaticText "2 sessions, the last on 24 November"
StaticText "Next: Draft three trade-off questions for the Alder call"
StaticText "·"
StaticText "You"
StaticText "·"
StaticText "due 27 November, in 3 days"
button "Mark as reached: Lead a renewal alone"
button "Drop: Lead a renewal alone"
StaticText "Run a forecast review"
StaticText "No session on it yet"
button "Mark as reached: Run a forecast review"
button "Drop: Run a forecast review"
DisclosureTriangle "1 goal reached"
form "Add a goal"
  StaticText "What is the goal?"
  textbox "What is the goal?" (value=Close a deal with two sites)
  StaticText "By when? (optional)"
  Date "By when? (optional)" (value=2027-01-31)
    spinbutton "Month Month" (value=1, valuetext=, valuemax=12, valuemin=1)
    StaticText "/"
    spinbutton "Day Day" (value=31, valuetext=, valuemax=31, valuemin=1)
    StaticText "/"
    spinbutton "Year Year" (value=2027, valuetext=, valuemax=275760, valuemin=1)
    button "Show date picker Show date picker" (haspopup=menu)
  StaticText "Skill (optional)"
  StaticText "Type a few letters, then choose one."
  combobox "Skill (optional)" (value=obj, description=Type a few letters, then choose one., expanded, focused, autocomplete=list, haspopup=listbox)
  listbox "Skill (optional)" (orientation=vertical)
  button "Add"
  button "Cancel"
heading "Skills practised" (level=3)
StaticText "How often and when last. Nobody is rated here."
StaticText "Skill"
StaticText "Sessions"
StaticText "Last practised"
StaticText "Negotiation"
StaticText "2"
StaticText "24 November"
StaticText "Discovery questions"
StaticText "1"
StaticText "20 October"
heading "What has happened" (level=3)
StaticText "Show"
radio "All" (checked)
radio "Sessions"
radio "Courses"
radio "Actions"
heading "November 2026" (level=4)
button "Holding the price at renewal , session on Tuesday 24 November 2026"
StaticText "Session"
StaticText "·"
StaticText "with Priya Nair"
StaticText "·"
StaticText "50 minutes"
StaticText "·"
StaticText "Negotiation practised"
StaticText "24 November"
StaticText "Negotiation fundamentals"
StaticText "Course"
StaticText "·"
StaticText "Completed"
StaticText "22 November"
StaticText "Shadow the pricing call with Northwind"
StaticText "Action done"
StaticText "·"
StaticText "You"
StaticText "6 November"
heading "October 2026" (level=4)
button "Discovery questions , session on Tuesday 20 October 2026"
StaticText "Session"
StaticText "·"
StaticText "with Priya Nair"
StaticText "·"
StaticText "50 minutes"
StaticText "·"
StaticText "skill practised"
StaticText "20 October"
StaticText "A course that is no longer in the catalogue"
StaticText "Course"
StaticText "·"
StaticText "Not delivered: the learning system does not have this course"
StaticText "20 October"
heading "December 2025" (level=4)
button "Coaching session , session on Tuesday 2 December 2025"
StaticText "Session"
StaticText "·"
StaticText "with Priya Nair"
StaticText "·"
StaticText "50 minutes"
StaticText "2 December"`;
/* end snapshot development record, goal being added */

