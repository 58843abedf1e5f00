# What to do now, and where things stand. Plain, warm, brief. No message here reminds anyone to make contact, counts
# days up or down, says what the partner feels, or promises anything.

## Headings
first-heading = Now
standing-heading = Where things stand
flow-heading = The flow
label-start = Reaching out
label-gift = A gift
label-reply = If they write
label-request = They asked
label-draft = A draft
label-mention = One true mention
label-channel = Closed
label-flow = Contact
label-hard-date = A hard date
label-why = Why?
why-line = halflight why { $clause }

## Things to do now
todo-open-help = You are not alone with this. Please talk to someone now: a crisis line, or a person you trust.
todo-keep-distance = Stay away from them today. If you might act, call emergency services. If there is a weapon near you, give it to someone else.
todo-find-shelter = Nobody may hurt you or frighten you. People who know about this will listen, also anonymously.
todo-doctor-today = See a doctor today about your sleep. Until then, please do not drive.
todo-doctor-this-week = Talk to your doctor this week. What you filled in is worth showing.
todo-keep-the-order = There is an order. Nothing goes to them, by any way or person. A lawyer can say what it permits.
todo-keep-the-stop = They said stop, or it has to be stop. Nothing personal goes to them. That is respect, and it protects you both.
todo-owe-no-answer = You owe no answer to this.
todo-keep-it-whole = What they asked for is a boundary or a duty. It gets all of it, not half.
todo-ask-how-long = They asked for time. Ask how long.
todo-agree-to-half = They asked for time. Say yes to half, and be the one who ends it.
todo-not-this-one = Not this one. Kindly, in one line.
todo-safety-questions = One question was left open: are you afraid of your partner? The answer changes what is right here.
todo-turn-to-people = Be with someone today, or call one of your people. Not your partner.
todo-let-it-pass = Let this urge pass. Ten minutes of something else, then rate it again.
todo-mend-the-slip = A slip is one mark, not the end. What set it off? What mends it?
todo-give-space = They asked for space. You start nothing. That is an answer too.
todo-plan-the-date = A hard date is coming. Plan now what you will do instead.
todo-let-them-write = Two of yours stand without a word. Start nothing more until they write. This is no verdict; you may look again at what you want.
todo-ask-again = A review day has come. Do you want them back, are you unsure, or do you want to end it?
todo-close-well = If you end it: one closure letter, short, without blame. It is the last.
todo-doctor-soon = Talk to your doctor soon. They can help with this.
todo-questionnaire = There is a short form you can fill in and take to your doctor, if you like.
todo-meet-the-need = Something practical is missing. Who, other than your partner, could help with it?
todo-check-in = A minute for yourself: how did you sleep, eat, move?
todo-leave-them-be = Leave them be for now. Nothing needs to be sent today.
todo-learn = Do one small piece of work: a page, a talk, an exercise.
todo-go-on-living = Go on living today: work, food, a walk, a friend. It is normal that it hurts.

## Verdicts
start-open = The opening is here. Brief, light, no ask; or nothing at all.
start-wait = Not yet. Not before { $day }.
start-wait-unknown = Not yet. Write down when they left, or your last contact, and a day can be named.
start-never = No.
start-closure = For one closure letter, and nothing else.
gift-open = A small one may use the opening.
gift-wait = Not yet. Not before { $day }.
gift-wait-unknown = Not yet.
gift-never = No.
reply-yes = Answer: about as long as theirs, on their topic, no new ask.
reply-practical-only = Only practical matters.
reply-never = No.
request-ask-how-long = "Gladly. How long were you thinking of?"
request-half-minutes = Half: { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
request-half-minutes-until = Half: { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }. You leave at { $hour }, first.
request-half-days = Half: { $days ->
    [one] one day, no night together
   *[other] { $days } days, nights apart
 }.
request-half-evening = The evening only. You leave by { $hour }.
request-all = All of it.
request-decline = Not this one.
request-owe-nothing = You owe no answer.
draft-free = Yours to send, elsewhere, or to let go.
draft-wait = Held. Not before { $when }.
draft-wait-unknown = Held.
draft-never = Not to be sent.
mention-yes = In this contact you may mention one, in one sentence: { $topics }.
closed-channels = { $channels }. Not this way, and no other in its place.
hard-date-planned = { $name }, { $day }. You have a plan.
hard-date-unplanned = { $name }, { $day }. No plan yet.

## The flow: counts of contacts, never of feelings
flow-stopped = Not read while a stop or an order holds.
flow-too-little = Too little to tell.
flow-moving-away = They start fewer contacts than before; this counts contacts, not feelings.
flow-still = They start about as many contacts as before; this counts contacts, not feelings.
flow-coming-closer = They start more contacts than before; this counts contacts, not feelings.
flow-nearly-certain = { $course } It is nearly certain.
flow-likely = { $course } It is likely, not certain.
flow-unsure = { $course } It is far from sure.

## Channels
channel-call = calls
channel-text = messages
channel-voice = voice messages
channel-email = e-mail
channel-letter = letters
channel-social = social media
channel-visit = visits
channel-gift = gifts
channel-ask-others = asking others
channel-look-up = looking them up

## Under a page in a terminal: lines of a journal that could not be read
not-read-heading = Not read
not-read-rest = the rest of the journal counts
not-read-more = and { $count } more; --json names them
