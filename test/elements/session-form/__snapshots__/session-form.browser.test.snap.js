/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["session form, due"] = 
`StaticText "Coaching session"
heading "Tom Okafor" (level=2)
textbox "Date" (value=Tuesday 24 November 2026)
StaticText "·"
textbox "Length" (value=50 minutes)
DisclosureTriangle "You and Tom can read this once you save it. L&D sees counts, never words. Who sees what"
heading "1 Since last time" (level=3)
StaticText "20 October"
StaticText "D"
StaticText "done"
StaticText "K"
StaticText "keep"
StaticText "X"
StaticText "drop"
StaticText "Shadow the pricing call"
StaticText "Tom Okafor"
StaticText "·"
StaticText "due 6 November, 18 days ago"
StaticText "Shadow the pricing call"
radio "Done"
radio "Keep"
radio "Drop"
StaticText "Ask Elena for two calls"
StaticText "You"
StaticText "·"
StaticText "due 13 November, 11 days ago"
StaticText "Ask Elena for two calls"
radio "Done"
radio "Keep"
radio "Drop"
StaticText "Negotiation fundamentals"
StaticText "Course"
StaticText "·"
StaticText "since 20 October"
StaticText "Assigned and enrolled"
heading "2 Focus" (level=3)
StaticText "Tom suggested:"
button "“Holding the price at renewal”"
StaticText "Focus"
radio "Negotiation" (checked)
StaticText "Negotiation"
radio "Discovery questions"
StaticText "Discovery questions"
combobox "Another skill" (autocomplete=list, haspopup=listbox)
combobox "Kind of focus" (value=Skill development, haspopup=menu)
  option "Skill development" (selected)
  option "Performance goals"
  option "Role progression"
  option "A specific area of development"
StaticText ", for the goal “Lead a renewal alone by March”"
heading "3 What you talked about" (level=3)
StaticText "3 to 5 points"
DisclosureTriangle "Questions and last session"
StaticText "1"
textbox "Point 1" (multiline)
button "Remove point 1"
StaticText "2"
textbox "Point 2" (multiline)
button "Remove point 2"
StaticText "3"
textbox "Point 3" (multiline)
button "Remove point 3"
button "Add a point"
heading "4 What happens next" (level=3)
textbox "Add an action" (multiline)
DisclosureTriangle "Add a course"
StaticText "Who and when:"
StaticText " "
StaticText "@"
StaticText "tom"
StaticText "fri"
StaticText "4 dec"
StaticText "This is a coaching record. A performance concern belongs somewhere else: ask your HR partner."
StaticText "Your draft is saved as you write"
button "Save session"`;
/* end snapshot session form, due */

snapshots["session form, written with one thing to fix"] = 
`StaticText "Coaching session"
heading "Tom Okafor" (level=2)
textbox "Date" (value=Tuesday 24 November 2026)
StaticText "·"
textbox "Length" (value=50 minutes)
DisclosureTriangle "You and Tom can read this once you save it. L&D sees counts, never words. Who sees what"
group "One thing to fix before saving" (focused)
  heading "One thing to fix before saving" (level=3)
  link "Call Elena: Enter a date that exists"
    StaticText "Call Elena: Enter a date that exists"
heading "1 Since last time" (level=3)
StaticText "20 October"
StaticText "D"
StaticText "done"
StaticText "K"
StaticText "keep"
StaticText "X"
StaticText "drop"
StaticText "Shadow the pricing call"
StaticText "Tom Okafor"
StaticText "·"
StaticText "was due 6 November"
StaticText "Shadow the pricing call"
radio "Done" (checked)
radio "Keep"
radio "Drop"
StaticText "Ask Elena for two calls"
StaticText "You"
StaticText "·"
StaticText "due 13 November, 11 days ago"
StaticText "Ask Elena for two calls"
radio "Done"
radio "Keep"
radio "Drop"
StaticText "Negotiation fundamentals"
StaticText "Course"
StaticText "·"
StaticText "since 20 October"
StaticText "Assigned and enrolled"
heading "2 Focus" (level=3)
StaticText "Tom suggested:"
button "“Holding the price at renewal”"
StaticText "Focus"
radio "Negotiation" (checked)
StaticText "Negotiation"
radio "Discovery questions"
StaticText "Discovery questions"
combobox "Another skill" (autocomplete=list, haspopup=listbox)
combobox "Kind of focus" (value=Skill development, haspopup=menu)
  option "Skill development" (selected)
  option "Performance goals"
  option "Role progression"
  option "A specific area of development"
StaticText ", for the goal “Lead a renewal alone by March”"
heading "3 What you talked about" (level=3)
StaticText "3 to 5 points"
DisclosureTriangle "Questions and last session"
StaticText "1"
textbox "Point 1" (value=Led two calls., multiline)
button "Remove point 1"
StaticText "2"
textbox "Point 2" (multiline)
button "Remove point 2"
StaticText "3"
textbox "Point 3" (multiline)
button "Remove point 3"
button "Add a point"
heading "4 What happens next" (level=3)
textbox "Action 1" (value=Call Elena, multiline)
button "Remove “Call Elena”"
combobox "Who" (value=You, haspopup=menu)
  option " Tom Okafor "
  option " You " (selected)
StaticText "·"
textbox "Due" (value=31 feb, description=Enter a date that exists, invalid=true)
StaticText "Enter a date that exists"
textbox "Action 2" (value=sit in, multiline)
button "Remove “sit in”"
combobox "Who" (value=Tom Okafor, haspopup=menu)
  option " Tom Okafor " (selected)
  option " You "
StaticText "·"
textbox "Due" (value=Fri 4 December)
textbox "Add an action" (multiline)
DisclosureTriangle "Add a course"
StaticText "Who and when:"
StaticText " "
StaticText "@"
StaticText "tom"
StaticText "fri"
StaticText "4 dec"
StaticText "This is a coaching record. A performance concern belongs somewhere else: ask your HR partner."
StaticText "Not saved on this device: your text is kept until this page is closed"
button "Save session"`;
/* end snapshot session form, written with one thing to fix */

