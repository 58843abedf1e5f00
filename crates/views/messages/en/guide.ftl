# The frame around the guide's pages, and the words on its map. The pages themselves are in guide/en.
guide-heading = The guide
guide-intro = The method in plain words. Three ways in: start here, ask in your own words, or look at the map.
guide-ask = Ask in your own words
guide-find = Find
guide-english = The guide is written in English so far.
guide-to-map = Look at the map
guide-by-question = By question
guide-by-theme = By theme
guide-page-of = The page about this
guide-how-to-ask = halflight guide she does not answer
guide-how-to-read = halflight guide NAME
guide-asking = finds the pages for a question, misspelt or not
guide-reading = shows the page of that name
guide-minutes = { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 }
guide-found = Pages for your question
guide-nothing-found = No page was found for that. Try other words, or fewer.
guide-nothing-found-more = halflight guide lists every page; halflight help is always open.
guide-read-on = Read on
guide-clauses = Clauses
guide-sources = Sources
guide-note-remark = Note
guide-note-say = It fits
guide-note-rather-not = Rather not
guide-note-safety = First

## Its parts
guide-part-start = Start here
guide-part-safe = Where safety goes first
guide-part-space = Step 1: give them space
guide-part-care = Step 2: look after yourself
guide-part-work = Step 3: learn
guide-part-skills = Skills to practise
guide-part-half = Step 4: when they reach out
guide-part-signs = Signs, and deciding
guide-part-road = Further along
guide-part-about = What is known

## The map (MAP-1, MAP-2)
map-title = The map: where are you?
map-here = You are here
map-next = Next to learn
map-again = the same again, with another
map-where = Where would you place yourself today?
map-learnt = Which of these do you hold to be learnt?
map-keep = Keep that
map-in-words = The map in words
map-foot = Nobody else places you. Choose the place that fits today.
map-brings = What each brings
map-brings-more = Two childhoods, and five wishes: safety, reliable belonging, difference, choice, purpose
map-romantic-love = Romantic love
map-romantic-love-more = Alike in everything; it does not stay, and is not meant to
map-power-struggle = Power struggle
map-power-struggle-more = Whose way is right? A stretch of the road, not a wrong person
map-parting = Parting
map-parting-more = Then often
map-learning = Learning
map-learning-more = One skill after another, with slips
map-lasting-love = A love that lasts
map-lasting-love-more = The essays say that one couple in twenty got there; it says nothing about you two
map-skill-safety = Safety
map-skill-reliable-membership = Reliable belonging
map-skill-diversity = Difference
map-skill-autonomy = Choosing for oneself
map-skill-purpose = Purpose
map-skill-healing = Healing old wounds
map-skill-sharing = Sharing everything
map-description = A road in six places. { $places } From the power struggle the road forks: to parting, from where a dashed line leads back to romantic love, and to learning, from where seven skills lead on: { $skills }.
map-description-place = { $number }. { $name }: { $more }.
map-description-here = You placed yourself at: { $name }.
map-description-next = Next to learn: { $name }.
