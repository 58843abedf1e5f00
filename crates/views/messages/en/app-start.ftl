# The first minutes: what this is, the safety questions, a few facts, the passphrase, the code; and unlocking.
start-heading = You want them back. This helps you do less.
start-what = Halflight paces your own contact, holds what you would send, looks after you, and stands aside where any contact would do harm.
start-honest = Nobody can give you your odds, and neither does this. Some couples reunite, many do not; it is their choice too. No study shows that these steps bring someone back. They are likely to help you cope, and to spare you both harm.
start-begin = Begin
start-sample = Look at a sample first
start-minutes = Under three minutes, and every step can be skipped. Nothing is kept until you choose a passphrase.
start-device-heading = Who can see this
start-device = Everything stays on this machine, sealed with your passphrase. Nothing is sent anywhere. But a machine that someone else uses, or watches, can show them that you were here, and a spying program sees what you see. If that may be so, use another machine for this.
start-device-exit = "Leave now" is on every page, and so is Esc three times: a neutral page comes up and the app locks. It does not erase the browser's history. Without JavaScript the button still locks and leaves; the keys do not.
start-restore = You have a backup? In a terminal: halflight restore.

## The safety questions
safety-heading = Safety comes first
safety-what = The answers change what is right for you here. You may skip any of them.
safety-again = Before anything is said about reaching out, these need an answer. Skipping is not a no.
safety-afraid = Are you afraid of your partner, or have they hurt, threatened or controlled you?
safety-order = Is there a court order, bail or probation condition about contact between you?
safety-stop = Have they, or someone for them, told you to stop, or blocked you everywhere, or are they afraid of you?
safety-space = Have they asked for time or space?
safety-danger-self = Are you thinking of killing yourself?
safety-danger-self-note = Asked at the start, I answered yes: I am thinking of killing myself.
safety-danger-other = Are you thinking of hurting someone?
safety-danger-other-note = Asked at the start, I answered yes: I am thinking of hurting someone.
safety-nobody = Nobody is told what you answer.

## A few facts
you-heading = Where things stand
you-what = A few facts, so that what you read fits. Skip what you like; all of it can be changed.
you-wish = What do you want?
wish-reunite = Them back
wish-unsure = I am not sure
wish-end = To end it
you-living = Where do you live?
living-apart = Apart
living-together = Under one roof
you-left = When did they leave?
you-shares = What do you still share?
share-children = Children
share-home = A home
share-money = Money
share-work = Work
you-instinct = If you followed your heart, how often would you reach out?
you-instinct-hint = All ways together: calls, messages, letters, visits. The pace follows from this.
instinct-many = Four times a day or more
instinct-two-a-day = Twice a day
instinct-one-a-day = Once a day
instinct-half-a-day = Every second day
instinct-one-a-week = Once a week
instinct-less = More rarely
you-country = Country
you-country-hint = For the numbers on the help page. It alone lies outside the seal, so that help needs no passphrase.
you-country-other = Another, or none
you-zone = Time zone
you-zone-hint = Days are counted in it.
you-zone-choose = Choose
you-zone-machine = This machine's

## The passphrase and the code
keep-heading = Keep this, sealed
keep-what = A passphrase seals what you write. Without it nobody reads it, not even we.
keep-passphrase = Passphrase
keep-hint = Eight characters or more. A few words that belong to nobody's birthday serve well. Pasting and password managers are welcome.
keep-again = Once more
keep-make = Seal and keep
keep-later = Not now
keep-lost = If you forget it, a recovery code opens the vault. It is shown next, this once. Without both, what you wrote is lost for good.
keep-differ = The two are not the same. Nothing was kept yet; try again.
keep-short = It has fewer than eight characters. Choose a longer one.
keep-failed = The vault could not be made. What you wrote is still here. See whether the disk is full, then try again.
code-heading = The recovery code
code-what = Shown this once. Write it on paper and keep it away from this machine.
code-type = Type it back
code-hint = Capitals, dashes and spaces do not matter.
code-confirm = It is written down
code-later = Later
code-wrong = That is not the code. Look at your paper again; nothing was changed.

## Unlocking
unlock-heading = Open
unlock-passphrase = Passphrase
unlock-check-in = Open, to note a mood
unlock-open = Open
unlock-forgotten = I have forgotten it
unlock-wrong = That does not open it. Try again, or use the recovery code.
unlock-wait = Too many did not fit. Try again at { $hour } or later. Help is open all the while.
unlock-failed = The vault could not be opened. In a terminal, halflight check says why. A backup can be restored with halflight restore.
recover-heading = Open with the recovery code
recover-what = The code from your paper opens the vault, and you choose a new passphrase.
recover-code = Recovery code
recover-passphrase = New passphrase
recover-open = Open
recover-no-code = That is no recovery code: it has 28 letters and figures, in seven groups of four. Look at it again.
