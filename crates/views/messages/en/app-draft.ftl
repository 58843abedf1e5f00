# Drafts: written here, held, read, then sent by the person elsewhere or let go.
drafts-heading = Drafts
drafts-what = What you would send is written here and held. You send it yourself, elsewhere, or let it go.
drafts-none = None now.
drafts-new = Write
drafts-limited = Some kinds of message are not open now. Today's page says why.
draft-sort-start = To reach out
draft-sort-reply = A reply
draft-sort-practical = A practical message
draft-sort-closure = A closure letter
draft-sort-never-send = A letter never to be sent
draft-letter-kept = Kept here, with you.
draft-letter-said = Nobody gets it, so nothing in it is marked.
write-heading-start = What you would say
write-heading-reply = Your answer
write-heading-practical = A practical message
write-heading-closure = The closure letter
write-heading-never-send = A letter never to be sent
write-what-start = Light, brief, asking for nothing. It is held until the opening, and for a day at least.
write-what-reply = About as long as theirs, on their topic, no new ask.
write-what-practical = A fact, a request, a date. Nothing else.
write-what-closure = Short, and without blame. It is the one message that is not paced, and it is the last.
write-what-never-send = All of it, as it is. Nobody gets it.
write-text = Your words
write-keep-start = Hold it
write-keep-reply = Look at it
write-keep-practical = Look at it
write-keep-closure = Look at it
write-keep-never-send = Keep it
write-nothing-sent = Nothing is sent from here.
draft-review = Read once more
draft-note = Note
draft-review-english = The review reads English. What it does not notice may still be there.
draft-change = Change it
draft-change-hint = Cutting and shortening help most. A changed draft is held anew.
draft-change-keep = Keep the change
draft-let-go = Let it go
draft-let-go-what = It will not be shown here any more.
draft-sent = I have sent it
draft-sent-what = Sent by yourself, elsewhere. It counts as the contact that it is.
draft-sent-how = How?
draft-sent-note = Note it

## Marks and what they weigh
mark-pursue = Pursuing
mark-pressure = Pressure
mark-guilt = Guilt
mark-self-pity = Self-pity
mark-blame = Blame
mark-teach = Teaching
mark-proxy = Through others
mark-threat = A threat
mark-evade = Getting round a limit
mark-monitor = Watching
weight-0 = worth knowing
weight-1 = soften it
weight-2 = leave it out
weight-3 = do not send it

## What is said of a whole draft, word for word what the review says by itself in English; other languages need these.
review-self-pressing = These words may point to danger for you. Please see the help page first; someone is there now. Sent, they would also press the other person.
review-self = These words may point to danger for you. Please see the help page first; someone is there now. The draft can wait.
review-other = These words may point to harm to someone. Please keep your distance, and see the help page first. The draft can wait.
review-both = These words may point to danger for you and for someone else. Please see the help page now, and stay away from them for now.
review-afraid = These sound like words of someone who is hurt or afraid. The help page has people who know about this. You owe no answer.
review-order = An order is in force. Nothing goes to them, by any way. A lawyer can say what the order permits.
review-space = They asked for space. Nothing is begun until they write, or the day they named has passed.
review-stop = They asked you to stop. A personal message is not sent, however kind. It can be kept here, as a letter that is never sent.
review-look-again = Some words here may read harder than you mean them. Have another look; nothing has to be sent.
review-none-noticed = I noticed none of the patterns I check. That is not approval.

## How marked words may read to someone who is leaving: the reading of a mark, then what could become of the words. In
## English the review's own sentences, which know more kinds, stand in place of these.
mark-why = “{ $words }”: { $reading } { $advice }
mark-reads-pursue = this may read as a wish for closeness that was not asked for.
mark-reads-pressure = this may read as a demand for an answer or for time.
mark-reads-guilt = this may read as: your pain is their doing, and theirs to mend.
mark-reads-self-pity = told this way, suffering may feel like a pull to come and rescue.
mark-reads-blame = this may read as a verdict on who is at fault.
mark-reads-teach = this may sound like a lesson.
mark-reads-proxy = asking others about them may reach them, and may feel like being watched.
mark-reads-threat = this may read as a threat, and may frighten; it can also have legal consequences.
mark-reads-evade = this goes round a limit that was set; it may be felt as not being heard at all.
mark-reads-monitor = this shows that you looked, and may feel like being watched.
mark-could-0 = Worth knowing, no more.
mark-could-1 = It could be shorter, or wait.
mark-could-2 = It could be left out.
mark-could-3 = Please let this one go unsent.
