# The journal: everything written, in words; search; taking back and deleting; writing into a past day.
journal-heading = Journal
journal-what = Everything written down here, newest first.
journal-empty = Nothing is written yet. What you note on the other pages is gathered here, day by day.
journal-empty-past = What happened before you came can be written in as well, each on its own day.
journal-write = Write into a past day
journal-write-day = Write into this day
journal-search = Search
journal-words = Words to look for
journal-words-hint = Capitals and accents do not matter. With several words, all of them are looked for.
journal-find = Look
journal-go-day = Go to a day
journal-go = Go there
journal-earlier = Earlier
journal-newest = To the newest
journal-none-here = Nothing is written on this day or before it.
journal-change = Change
journal-change-of = this entry of { $when }
journal-back = Back to the journal
journal-taken-back = Taken back
journal-taken-back-count = { $count ->
    [one] One line on what was taken back
   *[other] { $count } lines on what was taken back
 }
journal-until = Up to { $day }
journal-export-heading = A copy of it
journal-order-words = While there is an order, its words are not shown.

## Search
found-heading = Search
found-none = Nothing with these words. Another word for it, or its beginning, may find it.
found-count = { $count ->
    [one] One entry.
   *[other] { $count } entries.
 }
found-more = The newest { $count }. There may be more further back.
found-further = Look further back

## One entry
entry-heading = An entry
entry-when = { $day }, { $hour }
entry-correct = Take it back
entry-correct-what = It stays in the journal, marked, and counts no more: as if it had not been said. Then write it again as it was, if you like.
entry-correct-do = Take it back
entry-correct-safe = A limit, a stop, a fear or words of harm keep their effect even so.
entry-correct-shared = { $count ->
    [one] One other entry has the same name and is taken back with it.
   *[other] { $count } other entries have the same name and are taken back with it.
 }
entry-correct-no-id = This one came without a name, so nothing can speak of it to take it back. It can be deleted, and written again as it was.
entry-is-back = It was taken back, and counts no more.
entry-again = Write it again
entry-delete = Delete it for good
entry-delete-what = Its words go, and the key to them.
entry-delete-go = Delete it
entry-erased = Its words are gone for good. What is left is the bare fact, which lifts nothing.

## Deleting
gone-heading = Delete it for good?
gone-what = It cannot be brought back.
gone-versions = { $count ->
    [one] It was written once more with the same words. Both go.
   *[other] It was written { $count } more times. All of them go.
 }
gone-lifts-nothing = Erasing lifts no limit. An order, a stop, a request for space, a fear or words of harm end as they end, whether they stand here or not.
gone-leaves = This one leaves a bare fact behind, without a word of yours: { $what }
gone-retraction = What it took back counts again.
gone-lifting = It said that a limit had ended. Without it, the limit stands again.
gone-elsewhere = It may remain in backups and exports made before, and in what a disk keeps of overwritten blocks.
gone-do = Delete it for good
gone-not = Keep it
gone-done = It is gone
gone-done-what = Neither its words nor the key to them are left in the vault.
gone-done-later = Another program has the vault open. The places where its words stood are overwritten when the vault is next opened.

## Imports
imports-heading = { $count ->
    [one] One imported history
   *[other] { $count } imported histories
 }
imports-what = Counts, never words.
import-line = { $messages ->
    [one] one message
   *[other] { $messages-told } messages
 } and { $calls ->
    [one] one call
   *[other] { $calls-told } calls
 }, { $first } to { $last }
import-line-messages = { $messages ->
    [one] one message
   *[other] { $messages-told } messages
 }, { $first } to { $last }
import-no-name = Without a name
import-heading = An imported history
import-correct-what = All of it stays in the vault and counts no more.
import-is-back = It was taken back, and counts no more.
import-delete-what = All of its counts go, and nothing else with them. What is read from the flow is read without it.
import-no-id = It came without a name, so it cannot be taken back. It can be deleted as a whole.

## Writing into a past day
past-heading = Write into a past day
past-what = It counts from the day and time you give it.
past-at = When was it?
past-at-hint = In your own time zone, { $zone }.
past-check-in = A check-in
past-contact = A contact
past-urge = An urge
past-met = A meeting
past-work = A piece of work
past-note = A note
past-keep = Keep it
past-by = Whose was it?
past-by-me = Mine
past-by-partner = Theirs
past-started = Begun, or an answer?
past-started-yes = Begun
past-started-no = An answer
past-about = About what?
about-personal = The two of you
about-practical = Practical matters
past-tone = If it was theirs: how did it sound?
tone-stop = They said stop
past-strength = How strong was it, 0 to 10?
past-after = And after a while, 0 to 10? Leave it empty if you did not look again.
past-acted = I reached out then
past-planned = Minutes agreed beforehand
past-minutes = Minutes it took
past-note-text = What happened
past-mood = Mood, 0 to 10

## What each kind of entry says
told-situation = Where things stand
told-situation-wish-reunite = you want them back
told-situation-wish-unsure = you are not sure what you want
told-situation-wish-end = you want to end it
told-situation-left = they left on { $day }
told-situation-apart = living apart
told-situation-together = under one roof
told-situation-shares = shared: { $shares }
told-situation-shares-nothing = nothing shared
told-share-children = children
told-share-home = a home
told-share-money = money
told-share-work = work
told-situation-zone = time zone { $zone }
told-situation-country = country { $country }
told-situation-instinct = you would reach out { $often ->
    [one] once a week
   *[other] { $often } times a week
 }
told-situation-widest = widest gap { $days } days
told-situation-day-starts = your day starts at { $hour }
told-limit-order = There is a court order
told-limit-told-to-stop = They said stop
told-limit-space = They asked for space
told-limit-none = A limit has ended
told-limit-until = until { $day }
told-limit-channel = for this way alone: { $channel }
told-limit-blocked = by a block
told-limit-confirmed = confirmed
told-limit-unconfirmed = not confirmed
told-fear-yes = You are afraid of them
told-fear-no = You are not afraid of them
told-urge = An urge to reach out: { $channel }
told-urge-strength = strength { $figure } of 10
told-urge-after = later { $figure }
told-urge-acted = you reached out
told-contact-me-started = You reached out: { $channel }
told-contact-me-answered = You answered: { $channel }
told-contact-partner-started = They reached out: { $channel }
told-contact-partner-answered = They answered: { $channel }
told-about-personal = about the two of you
told-about-practical = practical
told-tone-warm = it sounded warm
told-tone-neutral = it sounded neither warm nor cold
told-tone-cold = it sounded cold
told-tone-stop = they said stop
told-minutes = { $figure ->
    [one] one minute
   *[other] { $figure } minutes
 }
told-days = { $figure ->
    [one] one day
   *[other] { $figure } days
 }
told-request = They asked for { $what }
told-request-boundary = They set a boundary
told-request-practical = They asked for something practical
told-what-talk = a talk
told-what-call = a call
told-what-visit = a visit
told-what-meal = a meal
told-what-outing = an outing
told-what-night = a night
told-what-weekend = a weekend
told-what-trip = a trip
told-request-open = as long as you like
told-request-begins = for { $when }
told-met = You met
told-met-planned = agreed: { $figure ->
    [one] one minute
   *[other] { $figure } minutes
 }
told-met-minutes = it took { $figure ->
    [one] one minute
   *[other] { $figure } minutes
 }
told-met-ended-me = you ended it
told-met-ended-partner = they ended it
told-checkin = Check-in
told-sleep = slept { $figure ->
    [one] one hour
   *[other] { $figure } hours
 }
told-asleep = { $figure } min to fall asleep
told-awake = { $figure } min awake
told-suffered = the day suffered from it
told-suffered-not = the day did not suffer
told-ate-well = ate well
told-ate-little = ate little
told-ate-hardly = hardly ate
told-moved = moved { $figure } min
told-worked = did the day's work
told-worked-not = did not work
told-people = among { $figure ->
    [one] one person
   *[other] { $figure } people
 }
told-mood = mood { $figure } of 10
told-drinks = drinks: { $figure }
told-questionnaire = The form { $name }
told-questionnaire-total = the answers add up to { $total }
told-questionnaire-missing = an answer was left out, so there is no total
told-work = Work: { $sort }
told-work-counsellor = counsellor
told-work-reading = reading
told-work-friend = a friend
told-work-clergy = priest, rabbi, imam
told-work-exercise = an exercise
told-work-other = something else
told-mention = You mentioned your work
told-change = A change to make
told-kept = Kept
told-slipped = Slipped
told-repaired = Repaired
told-hard-date = A hard date: { $day }
told-yearly = every year
told-draft-start = A draft, to reach out
told-draft-reply = A draft, a reply
told-draft-practical = A draft, practical
told-draft-closure = A draft, the closure letter
told-draft-never-send = A letter never to be sent
told-draft-sent = You sent a draft, elsewhere
told-draft-let-go = You let a draft go
told-need-food = Missing: food
told-need-housing = Missing: a place to live
told-need-money = Missing: money
told-need-transport = Missing: transport
told-need-papers = Missing: papers
told-need-other = Missing: something practical
told-need-food-met = No longer missing: food
told-need-housing-met = No longer missing: a place to live
told-need-money-met = No longer missing: money
told-need-transport-met = No longer missing: transport
told-need-papers-met = No longer missing: papers
told-need-other-met = No longer missing: something practical
told-sign-opening = A sign toward opening
told-sign-ending = A sign toward ending
told-enough = What would be enough to stop
told-review-date = To ask again on { $day }
told-note = A note
told-appointment-counsellor = An appointment with a counsellor: { $when }
told-appointment-doctor = An appointment with a doctor: { $when }
told-appointment-other = An appointment: { $when }
told-person = Somebody to turn to
told-can-listen = listens
told-can-distract = takes your mind off it
told-can-night = may be called at night
told-message = An imported message
told-readiness-why-they-left = Readiness: what made them leave
told-readiness-what-is-different = Readiness: what is different now
told-readiness-opening-line = Readiness: how the first talk opens
told-readiness-will-not-do = Readiness: what you will not do
told-place = Your place on the map
told-stage-brings = what each brings along
told-stage-romantic-love = romantic love
told-stage-power-struggle = the power struggle
told-stage-parting = parting
told-stage-learning = learning
told-stage-lasting-love = lasting love
told-learnt = learnt: { $skill }
told-skill-safety = safety
told-skill-reliable-membership = reliable membership
told-skill-diversity = diversity
told-skill-autonomy = autonomy
told-skill-purpose = purpose
told-skill-healing = healing old wounds
told-skill-sharing = sharing everything
told-plan = A part of the safety plan
told-calm = A calm exercise
told-calm-helped = it helped
told-calm-not-for-me = put away
told-calm-again = to be shown again
told-feed = An address for a calendar was made
told-feed-revoked = The address for a calendar was revoked
told-names = How message histories call the two of you
told-settings = How the app behaves
told-settings-lock = locks after { $figure ->
    [one] one minute
   *[other] { $figure } minutes
 }
told-settings-language = language { $tag }
told-retract = You took something back
told-false-alarm = You marked words as a false alarm
told-erased-limit = An erased entry. The limit that it set stays.
told-erased-fear = An erased entry. That you were afraid stays.
told-erased-stop = An erased entry. That they said stop stays.
told-erased-words = An erased entry. That there were words of harm, or of being hurt, stays.
told-channel-call = a call
told-channel-text = a message
told-channel-voice = a voice message
told-channel-email = an e-mail
told-channel-letter = a letter
told-channel-social = social media
told-channel-visit = a visit
told-channel-gift = a gift
told-channel-ask-others = asking others
told-channel-look-up = looking them up
