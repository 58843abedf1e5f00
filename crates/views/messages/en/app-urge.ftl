# Today's question and its doors; the urge, the ten minutes, what comes after.
today-question = What is happening?
door-urge = I want to reach out
door-urge-step = Let it pass, or write and hold it
door-asked = They reached out
door-asked-step = How long? Then half
door-hard = I am having a hard time
door-hard-step = Breathe, call someone, check in
door-work = I did some work
door-work-step = Learning, and what you took from it
today-waiting = An urge is being waited out.
today-waiting-go = Go on with it
today-drafts = Drafts you hold
today-code-open = The recovery code was never typed back.
today-code-go = Do it now

## The urge
urge-heading = You want to reach out
urge-how = How?
urge-strength = How strong is it?
urge-strength-hint = One tap notes it.
scale-weak = hardly there
scale-strong = as strong as can be
urge-trigger = What set it off
urge-trigger-hint = A few words, if you like, before you tap a number.
urge-channel-call = Call
urge-channel-text = Message
urge-channel-voice = Voice message
urge-channel-email = E-mail
urge-channel-letter = Letter
urge-channel-social = Social media
urge-channel-visit = Go there
urge-channel-gift = Gift
urge-channel-ask-others = Ask others
urge-channel-look-up = Look them up
urge-verdict-ask-others = Let others be. Asking about them, or sending word, reaches them as pressure. It is no answer either.
urge-verdict-look-up = Looking at their profile, or their friends', mostly makes it hurt longer. Muting them helps.
urge-verdict-closed = They asked you not to use this way. No other takes its place.
urge-verdict-visit = A visit needs an invitation. Turning up is never an opening.
urge-verdict-long-silent = It has been long. If you ask: one light line that asks for nothing would fit the method, and so does writing nothing.

## A "no", by what stands in its way
never-SAFE-1 = There is an order. Nothing goes to them, by any way or person. A lawyer can say what it permits.
never-SAFE-2 = They said stop, or have closed the door. Nothing personal goes to them. That is respect, and it protects you both.
never-SAFE-3 = They asked for space. You start nothing until they write, or the day they named has passed.
never-SAFE-4 = You are afraid of them. You owe them nothing, and need not reach out.
never-SAFE-5 = Stay away for now. Please see the help page first.
never-SPACE-8 = Two of yours stand without a word. Start nothing more until they write. This is no verdict on you.
never-DECIDE-5 = You have said goodbye. Start nothing until they do.

## Ten minutes
wait-heading = Noted. Now ten minutes
wait-ten = An urge rises, and falls. Give it until
wait-or = Or
wait-walk = Go round the block, without the phone if you can.
wait-ground = Name what you see, feel and hear.
wait-ground-go = How that goes
wait-person = Call one of your people. Not your partner.
wait-over = Ten minutes have passed.
wait-rate-now = How strong is it now?
wait-rate-then = When they have passed: how strong is it?
breath-picture = A disc that slowly grows and shrinks
breath-how = In through the nose while you count to four. Hold for a moment. Out slowly while you count to six. Again.

## After
after-weaker = It is weaker
after-weaker-what = You let it pass. That is on your trend now.
after-still = It is still there
after-still-what = That happens. It falls later. Nothing has to be sent today.
after-passed = I let it pass
after-calm = Breathe again
after-someone = Be with someone
after-write = Or write it down
after-draft = Write, and hold it
after-letter = A letter never to be sent
after-write-what = What you write is held here. Nothing is sent by Halflight, ever.
after-letter-what = It stays here, with you.
after-acted = I have reached out
after-acted-what = Then say so. It is one mark on the trend: nothing starts again from nought, and nothing is lost.
after-acted-how = How?
after-acted-note = Note it
slip-heading = Noted, without reproach
slip-what = A slip is one mark, not the end.
slip-next = From here, back to the pace. They may answer or not; leave them free to.
slip-no-contact = From here: no contact. Today's page says what holds, and who can help.
slip-trigger = What set it off?
slip-instead = What will you do the next time?
slip-instead-hint = One small thing, as: I put the phone in the kitchen and call Sam.
slip-keep = Keep the plan
slip-if-then = If { $trigger }: { $instead }
plans-heading = What you mean to do
