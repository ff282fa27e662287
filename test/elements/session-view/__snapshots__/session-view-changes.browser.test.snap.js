/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["session view, refused action"] = 
`StaticText "Coaching session"
heading "Negotiation" (level=2)
StaticText "Tuesday 24 November 2026"
StaticText "·"
StaticText "50 minutes"
StaticText "·"
StaticText "with Priya Nair"
StaticText "Skill development"
StaticText "·"
StaticText "Skill: Negotiation"
StaticText "·"
StaticText "Corrected on 25 November 2026"
StaticText "You suggested: “Holding the price at renewal”"
button "Correct this record"
heading "What you talked about" (level=3)
StaticText "Tom led two renewal calls on his own. The opening went as he planned it."
StaticText "With Northwind he offered 8% before they had asked for anything."
StaticText "He wants to name the trade-off first, then wait for an answer."
heading "Since last time" (level=3)
StaticText "Shadow the pricing call with Northwind"
StaticText "You"
StaticText "·"
StaticText "Done"
StaticText "Ask Elena for two recorded renewal calls"
StaticText "Priya Nair"
StaticText "·"
StaticText "Kept until 4 December"
StaticText "An action that is no longer there"
StaticText "Dropped"
heading "What happens next" (level=3)
StaticText "Draft three trade-off questions for the Alder call"
StaticText "You"
StaticText "·"
StaticText "due 27 November, in 3 days"
button "Mark as done: Draft three trade-off questions for the Alder call"
StaticText "Trading concessions"
StaticText "40 minutes"
StaticText "Not delivered: the learning system could not be reached"
StaticText "Sit in on the Alder call"
StaticText "Priya Nair"
StaticText "·"
StaticText "due 20 November, 4 days ago"
button "Mark as done: Sit in on the Alder call"
StaticText "Negotiation fundamentals"
StaticText "90 minutes"
StaticText "Completed 22 November"
StaticText "Read the two renewal contracts"
StaticText "You"
StaticText "·"
StaticText "Done 25 November 2026"
button "Reopen: Read the two renewal contracts"
form "Add an action of your own"
  StaticText "What will you do?"
  StaticText "Write a few words"
  textbox "What will you do?" (value= , description=Write a few words, focused, invalid=true)
  StaticText "By when?"
  StaticText "Enter a date from today on"
  Date "By when?" (description=Enter a date from today on, invalid=true)
  button "Add"
  button "Cancel"
heading "Comments" (level=3)
StaticText "You"
StaticText "·"
StaticText "24 November 2026 at 15:05"
StaticText "The second call was on the phone, not in person.
The rest is as I remember it."
form
  StaticText "Add a comment"
  StaticText "Both of you can read it. Up to 2,000 characters. Ctrl or ⌘ with Enter sends it."
  textbox "Add a comment" (description=Both of you can read it. Up to 2,000 characters. Ctrl or ⌘ with Enter sends it., multiline)
  button "Send"
heading "Who can read this" (level=3)
StaticText "Priya Nair and Tom Okafor"
StaticText "L&D sees counts, never words."
heading "Who did" (level=3)
StaticText "Tom Okafor"
StaticText "·"
StaticText "employee"
StaticText "24 November 2026 at 14:58"
StaticText "Priya Nair"
StaticText "·"
StaticText "manager"
StaticText "24 November 2026 at 10:52"
DisclosureTriangle "2 earlier wordings"`;
/* end snapshot session view, refused action */

