# The flow page, its figures, and the audit of a history before it is kept.
flow-heading-page = The flow
flow-what = Who starts, how often, how long until an answer, how long the silences. It counts contacts, not feelings, and it is no forecast.
flow-me = you
flow-partner = your partner
flow-none = Nothing to show yet. Note contacts as they come, or read in a message history.
flow-order = While there is an order, no timeline is shown and no old messages are read.
flow-learn = This is to learn from. It is no charge against either of you.
flow-where = Where it stands
flow-shows = What it shows
flow-figures = Week by week
flow-table = As a table
figure-week = Week of
figure-they = They, in minutes
figure-you = You, in minutes
figure-hours = In hours
figure-passed = Passed
figure-acted = Acted on
figure-replies = How long an answer took
figure-replies-what = For each week, the middle one of the times to an answer, in minutes: theirs above, yours below.
figure-silences = The longest silence
figure-silences-what = For each week, the longest stretch without a message, in hours.
figure-urges = Urges
figure-urges-what = For each week, the urges that passed above, and those that you acted on below.
figure-urges-foot = A slip is one mark among others.

## Reading a history in
flow-import = Read in a message history
flow-import-what = Times, sides, kinds and lengths are counted. The words are read in memory and dropped. Nothing is kept before you have seen how it was read.
flow-import-how = WhatsApp: open the chat, its menu, "Export chat", without media. Files and zips of other apps are tried too.
flow-import-private = A chat that you are not in is refused. If its privacy settings forbid exporting, that is to be respected; contacts can be noted by hand.
flow-import-files = Files
flow-import-read = Read
flow-import-reading = Reading…
flow-import-cancel = Cancel
flow-import-cancelled = Cancelled. Nothing was kept.
flow-import-failed = The files could not be sent. Nothing was kept; try again.
flow-import-drop = or drop them here
flow-kept-histories = Histories that are kept
flow-kept-span = { $n ->
    [one] { $count } message
   *[other] { $count } messages
 }, { $first } to { $last }
flow-remove = Take it out
flow-remove-what = Its counts are erased for good. What you noted by hand stays.
flow-remove-do = Erase these counts

## The audit
audit-heading = How it was read
audit-trouble = It is not read yet
audit-who-first = Say who you are in it; then it is read.
audit-what = Look whether this is right. Nothing is kept yet.
audit-who = Who are you in it?
audit-partner = Who is your partner?
audit-partner-one = The only other one
audit-zone = The time zone of the phone
audit-dates = Dates are written
audit-dates-found = as the file shows
audit-dates-dmy = day first
audit-dates-mdy = month first
audit-dates-ymd = year first
audit-again = Read again
audit-keep = Keep the counts
audit-drop = Keep nothing
audit-files = What it rests on
audit-correct = Set something right
