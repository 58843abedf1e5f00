# They reached out: what they said or asked, the answer, its end; the reply; the practical log.
asked-heading = They reached out
asked-what = What was it?
asked-open = They asked for something, and it is still open.
asked-open-go = The answer that fits
asked-message = They wrote or called
asked-time = They asked for time with you
asked-practical = Something practical
asked-boundary = They set a boundary
asked-boundary-what = A boundary, money owed, a duty: it gets all of it, never half.
asked-space = They asked for space
asked-space-what = Then you start nothing until they write, or the day they named has passed. If they named a day:
asked-until = Until
asked-stop = They said stop
asked-stop-what = Then nothing personal goes to them. It ends only when they begin a personal contact by themselves, and you confirm it.
asked-note = Note it
asked-channel = By what way?
asked-tone = How did it sound?
tone-warm = Warm
tone-neutral = Neither
tone-cold = Cold
asked-time-what = For what?
what-talk = A talk
what-call = A call
what-visit = A visit
what-meal = A meal
what-outing = An outing
what-night = A night
what-weekend = A weekend
what-trip = A trip
asked-length = For how long?
asked-length-hint = Leave it empty if they named no length.
asked-unit = Minutes, hours or days
unit-minutes = minutes
unit-hours = hours
unit-days = days
asked-open-ended = You asked, and they said: as long as you like
asked-for = When would it begin?
asked-for-hint = With a beginning, the end can be fixed to the minute.

## The answer
answer-heading-ask-how-long = How long?
answer-heading-half = Yes, to half
answer-heading-all = All of it
answer-heading-decline = Not this one
answer-ask = They named no length. Ask, before you agree to anything.
answer-line = A line to say
answer-line-hint = Or your own words, as short.
say-how-long = Gladly. How long were you thinking of?
say-minutes = Yes, gladly. I have { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
say-until = Yes, gladly. I can stay until { $hour }.
say-days = Yes, gladly. For { $days ->
    [one] one day
   *[other] { $days } days
 }.
say-all = Yes. I will keep to that.
say-practical = Yes, I will see to it.
say-decline = Not this time, thank you.
say-end = This was good. I have to go now. Thank you.
answer-end = The end, fixed before it starts
answer-leave-at = You leave at { $hour }, first.
answer-calendar = Put the end into a calendar
answer-calendar-hint = Its title says nothing.
calendar-title = Appointment
calendar-day = A day
answer-rehearse = Rehearse the end
answer-rehearse-what = Say it aloud, twice, now. Stand up while you say it. It is easier then.
answer-more = If they want more: that is a new request. Half of it, again, another day.
answer-told = They have told me how long
met-heading = How it went
met-planned = Planned: { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
met-minutes = How many minutes was it?
met-ended = Who ended it?
met-ended-me = I did
met-ended-partner = They did
met-note = Note it
met-why = Ending when you said you would is the trust you earn back.

## The reply
reply-heading = Answering
reply-unhurried = It need not be now. A short answer in your own time is enough.
reply-unload = If they ask how you are: one honest line that it is hard, and no more.
reply-write = Write it here first
reply-later = Later
reply-done = I have answered
reply-mentioned = Did you mention your work? What was it?

## The practical log
practical-heading = Practical matters
practical-what = Children, home, money, belongings, health, work you share. It stands outside the pace: it neither uses an opening nor brings one nearer.
practical-write = Write a practical message
practical-note = Note a practical contact
practical-by = Who began it?
by-me = I did
by-partner = They did
practical-by-me = You began it: { $channel }
practical-by-partner = They began it: { $channel }
practical-none = Nothing noted yet.
