# The app as a service for many: signing in, and who can see what.
hosted-machine = Your words are kept in the database of whoever runs this service, sealed with your passphrase; this device keeps none of them. As they lie there, nobody can read them. While you are signed in, the service works with them in its memory, and whoever runs it could change the program and learn your passphrase. Use it only where you trust them. On a machine of your own you need to trust nobody.
hosted-line = The line to the service is sealed. Others on your network can see that you called it, and when. They cannot see what is said.
hosted-door = Anybody can open this page, and try names and passphrases, more and more slowly. Your name is kept in a form that cannot be read back. Still, take one that tells nothing of you.
hosted-help = Before you sign in, the help page shows no plan and nobody of yours. Keep the number of your person on paper or in your phone.
hosted-leave = Locking and leaving sign you out on every device.
hosted-sample = What you write into the sample is gone with the page.
sign-in-heading = Sign in
sign-in-name = Name
sign-in-check-in = Sign in, to note a mood
sign-in-new = I am new here
sign-in-wrong = That name and that passphrase do not open anything. See how both are written, or use the recovery code.
sign-in-failed = You could not be signed in just now. Nothing was changed. Try again in a minute; help is open.
recover-wrong = That name and that code do not open anything. Look at your paper again.
join-heading = Begin
join-what = A name to sign in by, and a passphrase that seals what you write. No e-mail and no number.
join-name-hint = This one was made up for you. Keep it or choose another, and write it down: nobody can look it up.
join-invitation = Invitation
join-invitation-hint = Whoever runs this service gave you one.
join-make = Seal and begin
join-lost = If you forget the passphrase, a recovery code opens the vault. It is shown next, this once. Without both, or without the name, what you wrote is lost for good.
join-closed = Nobody new can begin here now. On a machine of your own Halflight needs no service.
join-bad-invitation = That invitation is used, over, or written otherwise. Ask for another.
join-bad-name = A name has 3 to 64 characters.
join-taken = Somebody has that name. Choose another.
join-differ = The two passphrases are not the same. Nothing was made yet; try again.
join-wait = Many have begun from your address. Try again in a quarter of an hour.
join-failed = It could not be made just now. Nothing was kept. Try again in a minute.
settings-passphrase = Another passphrase
settings-passphrase-what = Every other device is signed out. The recovery code stays as it is.
settings-passphrase-today = The passphrase of today
settings-passphrase-new = The new one
settings-passphrase-change = Change it
trouble-passphrase = The passphrase of today is another.
trouble-passphrase-todo = Nothing was changed. After several wrong ones it takes a while until the next is looked at.
trouble-away = The service cannot reach what is kept just now.
trouble-away-todo = Nothing was lost. Try again in a minute. Help is open all the while.

# The talk under the guide's pages.
talk-heading = Questions and answers
talk-what = Nobody here has a name of their own, and nothing is shown before a guide has read it. Your partner may read here, too.
talk-sign-in = People ask and answer here.
talk-none = Nobody has asked anything here yet.
talk-ask = Ask a question
talk-answer = Answer
talk-text = What you want to say
talk-hint = No names, no places, no links, numbers or addresses, yours or others'.
talk-consent = This may stand in a printed archive, under the made-up name
talk-send = Give it to the guides
talk-own = What I wrote
talk-none-own = You have written nothing here.
talk-guide = guide
talk-mine = you
talk-waits = A guide has not read it yet. Only you and the guides see it.
talk-hidden = A guide has put it out of sight.
talk-reports = Reported: { $count }
talk-show = Show it to all
talk-hide = Put it out of sight
talk-remove = Remove it for good
talk-report = Report it
talk-waiting = Waiting for a guide
talk-nothing-waits = Nothing waits.
talk-help-first = Before this goes anywhere: there are people to talk to right now.
talk-help-then = What you wrote is still here. A guide reads it when they can, which may be tomorrow. They cannot be there tonight.
talk-empty = There is nothing in it yet.
talk-long = It is longer than 4000 characters. Nothing is lost; shorten it.
talk-address = It holds a link, an address or a number. Take it out: nobody is to be found through this.
talk-enough = That is enough for today. Come back tomorrow; nothing is lost, keep it in a note.
talk-closed = That question is no longer there.
talk-archive-title = Questions and answers, { $from } to { $to }
talk-archive-made = Only what a guide has shown and whose writers agreed to stand here. { $left ->
    [0] Nothing was left out.
    [one] One post is left out: its writer did not agree.
   *[other] { $left } posts are left out: their writers did not agree.
 } All names are made up.
talk-archive-guide = guide
talk-archive-empty = Nothing in this period may stand here.
