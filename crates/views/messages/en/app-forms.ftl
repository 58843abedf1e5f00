# The screening questionnaires in their own words (Spitzer, Williams, Kroenke and colleagues; free to reproduce,
# translate, display and distribute), what may be said of an answer, practical needs, sleep and mood over time. A
# translation takes the published version of its language, word for word.
forms-heading = Forms for your doctor
forms-what = Short forms that doctors know. You need not fill in any. What you answer stays here, unless you show it to somebody.
forms-fill = Fill it in
forms-done = What you filled in
forms-longer = There is a longer one of nine questions, if you like.
forms-leave-out = You may leave out what you like.
form-phq-2 = Two questions on mood (PHQ-2)
form-phq-9 = Nine questions on mood (PHQ-9)
form-gad-7 = Seven questions on worry (GAD-7)
form-notice = Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.
form-keep = Keep my answers
form-total = Your answers add up to { $total }.
form-missing = An answer is missing, so no total is shown.
form-doctor = Scores of { $score } or more are a common reason to talk to a doctor.
form-no-diagnosis = This is not a diagnosis.
form-ninth = The ninth question was left out. If you can, answer it.
form-answer-0 = Not at all
form-answer-1 = Several days
form-answer-2 = More than half the days
form-answer-3 = Nearly every day
phq-question = Over the last 2 weeks, how often have you been bothered by any of the following problems?
phq-item-1 = Little interest or pleasure in doing things
phq-item-2 = Feeling down, depressed, or hopeless
phq-item-3 = Trouble falling or staying asleep, or sleeping too much
phq-item-4 = Feeling tired or having little energy
phq-item-5 = Poor appetite or overeating
phq-item-6 = Feeling bad about yourself — or that you are a failure or have let yourself or your family down
phq-item-7 = Trouble concentrating on things, such as reading the newspaper or watching television
phq-item-8 = Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual
phq-item-9 = Thoughts that you would be better off dead or of hurting yourself in some way
gad-question = Over the last 2 weeks, how often have you been bothered by the following problems?
gad-item-1 = Feeling nervous, anxious or on edge
gad-item-2 = Not being able to stop or control worrying
gad-item-3 = Worrying too much about different things
gad-item-4 = Trouble relaxing
gad-item-5 = Being so restless that it is hard to sit still
gad-item-6 = Becoming easily annoyed or irritable
gad-item-7 = Feeling afraid as if something awful might happen

## Practical needs
needs-heading = What is missing
needs-what = Name it, and who other than your partner can help. One call is a beginning.
needs-missing = It is missing
needs-met = It is there
needs-is-missing = Missing now
need-food = Food
need-food-whom = A friend's table; a food bank; a canteen at work.
need-housing = A place to live
need-housing-whom = Family or a friend for some nights; the town's housing office; a shelter.
need-money = Money
need-money-whom = Your bank; a debt advice charity; social services; your employer.
need-transport = Getting about
need-transport-whom = A neighbour; a colleague who drives; a travel pass.
need-papers = Papers
need-papers-whom = The town hall; your consulate; a legal advice centre.
need-other = Something else
need-other-whom = Say it aloud to one of your people. They may know who can help.

## Sleep and mood over time
figure-day = Day
figure-sleep = Hours slept
figure-sleep-unit = Hours
figure-sleep-what = For each of the last sixty days with an answer, the hours slept.
figure-sleep-foot = Bad nights two weeks running: worth a doctor.
figure-mood = Mood
figure-mood-unit = From 0 to 10
figure-mood-what = For each of the last sixty days with an answer, the mood from 0 to 10.
figure-mood-foot = Seven low days running: worth a doctor.
checkin-over-time = Over time
checkin-forms = Forms for your doctor
checkin-needs = Something practical is missing
today-go = Take me there
