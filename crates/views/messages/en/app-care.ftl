# A hard time: mood, calm, people, the check-in; and the work log.
checkin-heading = A hard time
checkin-normal = To feel awful now is normal. It passes, with time. You can live through this evening.
checkin-done = Noted for today. You may add to it.
checkin-mood = How is your mood?
mood-low = very low
mood-high = very good
checkin-calm = Breathe with me
checkin-help = Get help now
checkin-more = The whole check-in
checkin-more-what = A minute, not an essay. Leave out what you like.
checkin-night = The night
checkin-day = The day
ate-well = Well
ate-little = A little
ate-hardly = Hardly
checkin-drinks-hint = If you like. Nobody judges it.
checkin-mood-again = Mood, 0 to 10
checkin-keep = Keep it

## Calm
calm-heading = Calm
ground-heading = Where you are
ground-what = Slowly, aloud if you can:
ground-see = five things you see
ground-feel = four you can feel
ground-hear = three you hear
ground-smell = two you smell
ground-taste = one you taste
calm-why = Practised when it is quiet, it is at hand when it is not.

## People
people-heading = Your people
people-what = To turn to instead of your partner. The hardest thing to lose is somebody to tell the day to. Choose people who will not carry messages.
people-none = Nobody is on your list yet.
people-add-link = Add somebody
people-add = Add somebody
people-can = What are they good for?
can-listen = listens
can-distract = takes my mind off it
can-night = may be called at night
people-keep = Add
people-outside = On the help page, without a passphrase
people-outside-what = One person of your choice can stand on the help page, so that you can call them when the app is locked. Whoever uses this machine can then read that name and number.
people-outside-now = There now:
people-outside-who = Who?
people-outside-nobody = Nobody
people-outside-keep = Keep that
people-remove = Take off the list

## Work
work-heading = Work on yourself
work-what = A talk with a counsellor, a page of a book, an exercise. Look for your own part; it takes two, so go easy on blame.
work-sort = What sort?
work-sort-counsellor = Counsellor
work-sort-reading = Reading
work-sort-friend = A friend
work-sort-clergy = Priest, rabbi, imam
work-sort-exercise = An exercise
work-sort-other = Something else
work-title-hint = A few words. If a mention ever fits, this is its topic.
work-takeaway = The one thing you took from it
work-takeaway-hint = One is enough.
work-minutes = Minutes, if you like
work-keep = Keep it
work-done = What you have done
