# The frame of every page of the app, the names of pages, and what is said when something goes wrong. Names of pages are
# seen by others in a list of windows: they say nothing of the person.

## The frame
shell-skip = To the page itself
shell-ways = Ways out
shell-help = Help
shell-leave = Leave now
shell-leave-hint = Goes to a neutral page at once and locks. Pressing Esc three times does the same.
shell-places = Places
shell-lock = Lock
idle-heading = Still there?
idle-what = The app locks in a minute. What you have written is kept, sealed.
idle-stay = Stay
sample-label = A sample.
sample-what = Two people who do not exist, on an evening in March. Nothing here is yours, and nothing is kept.
sample-leave = Put it away
unkept-label = Not kept yet.
unkept-what = What you write is in memory alone. It is gone when you leave, unless you choose a passphrase.
unkept-keep = Keep it

## The choice of a language
language-heading = Language

## The names of pages
page-today = Today
page-start = Welcome
page-safety = A few questions
page-you = A few facts
page-keep = A passphrase
page-code = A code
page-unlock = Open
page-recover = Open with a code
page-urge = A pause
page-wait = Ten minutes
page-after = After the pause
page-drafts = Drafts
page-write = Writing
page-draft = A draft
page-asked = A note
page-answer = An answer
page-reply = A reply
page-practical = Practical
page-checkin = Check-in
page-calm = Calm
page-people = People
page-work = Work
page-help = Help
page-why = Why
page-plan = A plan
page-forms = Forms
page-form = A form
page-needs = What is missing
page-guide = Guide
page-map = The map
page-flow = Flow
page-audit = How it was read
page-settings = Settings
page-erase = Erase
page-trouble = Not done

## Answers
yes = Yes
no = No
skip = Skip
skip-step = Skip this
go-on = Go on
back = Back
back-today = Back to today
why-clause = A clause of the method,
why-source = The method follows Al Turtle's essay "What to do when He/She Leaves?" (2002), in our own words.
why-english = The text of the method is in English for now.

## Something went wrong
trouble-heading = That was not done
trouble-home = To today
trouble-field = One answer could not be read: { $field }.
trouble-field-todo = Nothing was lost on the page before. Go back, look at it again, and send it once more.
trouble-not-now = This is not open now.
trouble-not-now-todo = Today's page says what is, and why.
trouble-no-page = There is no such page.
trouble-no-page-todo = Today's page leads to all of them.
trouble-vault = The vault could not be read or written.
trouble-vault-todo = Nothing was lost. See whether the disk is full; then try again. In a terminal, halflight check names any damage.
trouble-copy = The copy could not be made.
trouble-copy-todo = Nothing was lost. Try again; in a terminal, halflight check names any damage.
trouble-short-passphrase = The passphrase has fewer than eight characters.
trouble-short-passphrase-todo = Go back and choose a longer one. A few words that belong to nobody's birthday serve well.
trouble-import = The history could not be kept, or taken out.
trouble-import-todo = Nothing was changed. See whether the disk is full; then try again.
trouble-erase = Not everything could be erased.
trouble-erase-todo = Another program may have the vault open. Close it, and try again.

## Fields, as an error names them and as a form labels them
field-channel = by what way
field-strength = how strong
field-after = how strong now
field-trigger = what set it off
field-mood = mood
field-happened = what happened
field-what = what they asked for
field-length = for how long
field-for = when it would begin
field-until = until when
field-tone = the tone
field-by = who began
field-minutes = minutes
field-ended-by = who ended it
field-sleep-hours = Hours slept
field-to-fall-asleep-minutes = Minutes to fall asleep
field-awake-minutes = Minutes awake in the night
field-day-suffered = Did the day suffer from the night?
field-ate = How did you eat?
field-worked = Did you work, or do what you had to?
field-moved-minutes = Minutes moved
field-people = People you were among
field-drinks = Drinks
field-note = note
field-name = Name
field-phone = Number
field-can = what they can do
field-another = This is somebody other than my partner, and not someone who carries messages to them.
field-sort = of what sort
field-title = What was it?
field-takeaway = what you took from it
field-text = the text
field-id = which one
field-how = how it ended
field-wish = what you want
field-living = where you live
field-left-on = the day
field-instinct = how often
field-instinct-per-week = How often you would reach out, in times a week
field-widest-gap = The widest gap, in days
field-day-starts = When your day starts
field-country = the country
field-zone = the time zone
field-lock-minutes = Minutes to the lock
field-item-1 = one of the answers
field-signs = what tells that it is coming
field-alone = what helps alone
field-places = places and people
field-professionals = whom to call
field-safer = how the place is made safer
field-need = which need
field-met = whether it is there
field-limit = which limit
field-confirmed = I confirm it: the order has been changed on paper, the time has passed, or they have begun a personal contact by themselves since.
field-afraid = whether you are afraid
field-language = the language

## The neutral page that leaving leads to
measures-heading = Kitchen measures
measures-what = Rounded, for cooking.
measures-volume = Volume
measures-kitchen = Kitchen
measures-millilitres = Millilitres
measures-teaspoon = 1 teaspoon
measures-tablespoon = 1 tablespoon
measures-ounce = 1 fluid ounce
measures-cup = 1 cup
measures-pint = 1 pint
measures-oven = Oven
measures-celsius = °C
measures-fahrenheit = °F
