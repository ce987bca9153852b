/** As clinicians type: one template a line. */
export const englishTemplates = String.raw`
pt ⟦NAME {given:l} {family:l}⟧ keeps pulling her lines, idea: mittens?
pt ⟦NAME {given:l}⟧ had third line infection this year, can we look at caps
patient ⟦NAME {family:l}⟧ in bed ⟦ID {n2}b⟧ fell again overnight
seen w/ ⟦NAME {given:l} {family:l}⟧ ({age}f) and her sister ⟦NAME {other:l}⟧
kid ⟦NAME {g}.{f}.⟧ went home without inhaler teaching
saw ⟦NAME {given} {f}.⟧ in clinic, {age} yo w/ CF, why no airway clearance plan
⟦NAME {given} {family}⟧'s mom says the discharge sheet is unreadable
mum of ⟦NAME {given:l}⟧ told us the pump alarms all night
her brother ⟦NAME {given}⟧ does the feeds at home and asked for a picture guide
spoke to Mrs ⟦NAME {family}⟧ about the fall, she had no call light
Mr. ⟦NAME {family}⟧ waited 6 h for a bed, why so long
⟦NAME {family:u}, {given:u}⟧ [⟦MRN {n7}⟧] needs earlier palliative consult
⟦NAME {family:u}, {given:u} {g}⟧ <⟦MRN {n8}⟧> same problem as last week
⟦NAME {given} {family}⟧ {⟦MRN {n7}⟧} no weights for 3 days
hx of ⟦NAME {family}⟧ #⟦MRN {n6}⟧: three readmissions
MRN⟦MRN {n7}⟧ had wrong diet ordered twice
mrn: ⟦MRN {n3}-{n2}-{n3}⟧ missed levels
(mr# ⟦MRN {n6}⟧) example of the delay
acct ⟦ACCOUNT {n9}⟧ was billed though trial covers it
csn ⟦MRN {n9}⟧ shows the order times
dob ⟦DATE {m}/{d}/{yy}⟧, no vaccines on file
born ⟦DATE {d}-{roman}-{y}⟧ and still on the peds list
DOB: ⟦DATE {d}.{m}.{y}⟧ moved to adult clinic without handover
seen ⟦DATE {m}/{d}⟧ and again ⟦DATE {m}/{d}/{y}⟧ for the same wound
admitted ⟦DATE {dd}{mm}{y}⟧?
call ⟦NAME {given}⟧ at ⟦PHONE ({n3}) {n3}-{n4}⟧ for the family view
family cell ⟦PHONE {n3}.{n3}.{n4}⟧, wants to join the council
reach dad on ⟦PHONE +1 {n3} {n3} {n4}⟧
text mom ⟦PHONE {n3}-{n3}-{n4}⟧
lives at ⟦LOCATION {n3} {street} Ln⟧ and has no ride
home is ⟦LOCATION {n4} {street} Drive, {town}, OH {n5}⟧
from ⟦LOCATION {town}⟧, 3 h drive for each dressing change
family drives in from ⟦LOCATION {town}⟧ for every infusion
e-mail ⟦EMAIL {given:l}.{family:l}@gmail.com⟧ for her diary
mom posts on insta ⟦URL @{given:l}_{family:l}⟧ about the delays
her blog ⟦URL {given:l}sjourney.wordpress.com/2024⟧ tells it all
see ⟦URL https://www.caringbridge.org/visit/{given:l}{family:l}⟧
fb page ⟦URL facebook.com/prayfor{given:l}⟧
⟦AGE90 {old}⟧ yo F with hip fracture waited 40 h
⟦AGE90 {old}⟧-year-old from the home, no goals of care
pt is ⟦AGE90 {old}⟧, do we still screen?
age ⟦AGE90 {old}⟧, on 14 meds
room ⟦ID {n3}-B⟧ never got the bundle
rm ⟦ID {n3}⟧ ⟦NAME {family}⟧ has no interpreter
bed ⟦ID {n2}A⟧ ⟦NAME {given:l} {family:l}⟧ no turning chart
study subj ⟦ID {n3}-{n4}⟧ dropped out because of visits
subject ⟦ID {f}{g}-{n4}⟧ withdrew
participant no ⟦ID {n5}⟧ complained of the diary length
pt initials ⟦NAME {g}{f}⟧, ⟦AGE90 {old}⟧yo, refused
title|⟦NAME {family}, {given}⟧ (⟦MRN {n7}⟧) - Chart Review - Hyperspace
title|⟦NAME {given} {family}⟧ | Patient Summary
title|⟦NAME {family:u}, {given:u}⟧ [⟦MRN {n8}⟧] DOB ⟦DATE {mm}/{dd}/{y}⟧ - PowerChart
title|Inbox (3) - ⟦NAME {given} {family}⟧ - MyChart
title|⟦NAME {given} {family}⟧ - Growth Chart - Pediatrics
title|Encounter for ⟦NAME {given} {family}⟧ on ⟦DATE {y}-{mm}-{dd}⟧
title|Imaging: ⟦NAME {family:u}^{given:u}⟧ CT ABDOMEN
title|Message from ⟦NAME {given} {family}⟧: refill request | athenaOne
PID|1||⟦MRN {n7}⟧^^^MRN||⟦NAME {family:u}^{given:u}⟧||⟦DATE {y}{mm}{dd}⟧|F
MSH|^~\&|LAB|\rPID|||⟦MRN {n8}⟧||⟦NAME {family}^{given}^{g}⟧||⟦DATE {y}{mm}{dd}⟧|M|||⟦LOCATION {n3} {street} ST⟧^^⟦LOCATION {town:u}⟧^OH^⟦LOCATION {n5}⟧||⟦PHONE ({n3}){n3}-{n4}⟧
{"resourceType":"Patient","name":[{"family":"⟦NAME {family}⟧","given":["⟦NAME {given}⟧"]}],"birthDate":"⟦DATE {y}-{mm}-{dd}⟧"}
{"resourceType": "Patient", "identifier": [{"value": "⟦MRN {n8}⟧"}], "telecom": [{"system": "phone", "value": "⟦PHONE {n3}-{n3}-{n4}⟧"}]}
<name><given>⟦NAME {given}⟧</given><family>⟦NAME {family}⟧</family></name><birthTime value="⟦DATE {y}{mm}{dd}⟧"/>
(0010,0010) PN [⟦NAME {family:u}^{given:u}⟧] # 14, 1 PatientName\n(0010,0020) LO [⟦MRN {n7}⟧] # 8, 1 PatientID
BEGIN:VCARD\nFN:⟦NAME {given} {family}⟧\nTEL:⟦PHONE {n3}-{n3}-{n4}⟧\nEND:VCARD
Name: ⟦NAME {given} {family}⟧ Sex: F DOB: ⟦DATE {mm}/{dd}/{y}⟧ PCP: ⟦NAME {other} {second}⟧
our nurse ⟦NAME {given}⟧ noticed that pumps beep
per Dr ⟦NAME {family}⟧ we should skip the second dose
d/w ⟦NAME {given} {family}⟧ RN, she suggests a checklist
wife ⟦NAME {given:l}⟧ gives the shots, wants shorter needles
grandma ⟦NAME {given} {family}⟧ raised the alarm first
"⟦NAME {given}⟧" (nickname) hates the mask
goes by ⟦NAME {given:l}⟧, severe needle fear
⟦NAME {given}⟧ and ⟦NAME {other} {family}⟧ (twins) both got the wrong label
baby boy ⟦NAME {family}⟧ had no bili check
NICU baby ⟦NAME {family:l}⟧ no kangaroo care because of lines
infant of ⟦NAME {given} {family}⟧ tested late
hey team, ⟦NAME {given}⟧'s parents asked again why rounds skip them
like ⟦NAME {given} {family}⟧ last month: fell after sedation
same as with ⟦NAME {family}⟧, we forgot the chest drain
remember ⟦NAME {given:l} {family:l}⟧? the one with three pumps
case ⟦NAME {g}. {family}⟧: wrong side marked
⟦NAME {given} {family}⟧, {age}, had a PE after we stopped heparin
id ⟦ID {f}{n7}⟧ on the band did not match
medicaid # ⟦HEALTH_PLAN {f}{g}{n6}⟧ lapsed so no pump
ssn ⟦SSN {n3}-{n2}-{n4}⟧ printed on the wrist band!
NHS number ⟦HEALTH_PLAN {n3} {n3} {n4}⟧ was on the whiteboard
device sn ⟦DEVICE {f}{g}{n8}⟧ recalled, pt not told
transferred from ⟦FACILITY {town} General Hospital⟧ without films
followed at ⟦FACILITY St. {given}'s Clinic⟧ for years
goes to ⟦FACILITY {town} Elementary School⟧, inhaler not allowed
works at ⟦FACILITY {family} & Sons⟧, no sick leave for visits
`
