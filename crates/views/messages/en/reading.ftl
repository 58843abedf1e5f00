# The page of `halflight read`, and its chart. It says what was counted and how sure that is; never what anybody feels
# or will do. Where a number bends a word, $n (or $…-n) chooses the form and is not shown; $count, and every other
# figure, is the number as it is written here, and only shown. Days are messages of days.ftl.

## The page
reading-heading = The flow of contact between you and { $partner }
reading-span = { $first } to { $last }, { $n ->
    [one] { $count } week
   *[other] { $count } weeks
 }
reading-grounds-heading = What this rests on
reading-who = You are { $me }; your partner is { $partner }.
reading-kept = Only times, sides, kinds and lengths were looked at. No words were kept, and nothing left this computer.

## What it shows
reading-counts = You wrote { $mine-n ->
    [one] { $mine } message
   *[other] { $mine } messages
 } and { $partner } { $theirs }. Of { $talks-n ->
    [one] { $talks } conversation
   *[other] { $talks } conversations
 }, you began { $my-starts } and { $partner } { $their-starts }.
reading-calls = Calls that the chat tells of: { $count }.
reading-replies = In an ordinary week half of your replies came within { $mine }, half of { $partner }'s within { $theirs }.
reading-follow-ups = Without an answer, you wrote again after more than an hour { $mine-n ->
    [one] { $mine } time
   *[other] { $mine } times
 }, { $partner } { $theirs-n ->
    [one] { $theirs } time
   *[other] { $theirs } times
 }.
reading-a-minute = a minute
reading-minutes = { $n ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
reading-hours = { $n ->
    [one] { $count } hour
   *[other] { $count } hours
 }
reading-not-feelings = This counts contacts, not feelings. It cannot say why, and it is no forecast.
reading-instinct = In the first two weeks after the leaving you began or followed up { $n ->
    [one] { $count } time
   *[other] { $count } times
 } a week. That is your instinct to reach out, measured.

## Whether it changed. Some of these sentences follow one another in one paragraph.
reading-too-little = Did it change? Too little to tell: that takes at least twelve whole weeks and twenty starts or messages of a side.
reading-few-starts-of-both = Did anybody's starts change? Too little to tell: there are too few.
reading-few-starts-of-yours = Did yours? Too little to tell: there are too few.
reading-few-starts-of-theirs = Did { $partner }'s? Too little to tell: there are too few.
reading-steady-both = Did it change? Nobody's starts changed by more than their ordinary ups and downs can explain.
reading-steady-yours = Your starts did not change by more than their ordinary ups and downs can explain.
reading-steady-theirs = { $partner }'s starts did not change by more than their ordinary ups and downs can explain.
reading-you-start-fewer = Since about { $week } you start fewer conversations than before: from about { $before } a week to about { $after }.
reading-you-start-more = Since about { $week } you start more conversations than before: from about { $before } a week to about { $after }.
reading-they-start-fewer = Since about { $week } { $partner } starts fewer conversations than before: from about { $before } a week to about { $after }.
reading-they-start-more = Since about { $week } { $partner } starts more conversations than before: from about { $before } a week to about { $after }.
reading-change-between = The change lies between { $earliest } and { $latest }.
reading-nearly-certain = This is nearly certain ({ $probability }).
reading-likely = This is likely ({ $probability }).
reading-more-likely-than-not = This is more likely than not ({ $probability }).
reading-far-from-certain = This is far from certain ({ $probability }).
reading-messages-changed = Messages, beside that: { $changes }.
reading-your-messages = yours went from about { $before } to about { $after } a week near { $week }
reading-their-messages = { $partner }'s went from about { $before } to about { $after } a week near { $week }

## What fell first, and what one did then. These sentences follow one another in one paragraph.
reading-first-fell-starts = What fell first on { $partner }'s side were the starts, about { $week }: from about { $before } a week to about { $after }.
reading-first-fell-messages = What fell first on { $partner }'s side were the messages, about { $week }: from about { $before } a week to about { $after }.
reading-then-you-more = In the eight weeks after, you reached out more often than before: about { $after } times a week, against { $before }, follow-ups counted.
reading-then-you-fewer = In the eight weeks after, you reached out less often than before: about { $after } times a week, against { $before }, follow-ups counted.
reading-then-you-alike = In the eight weeks after, you reached out about { $after } times a week, against { $before } before; that is no clear difference.
reading-then-too-little = What you did in the eight weeks after: too little to tell.
reading-to-learn-from = This is to learn from; it is nobody's fault.

## Lists are put together from the left: what stands so far, and the next.
reading-list = { $list }, { $next }
reading-list-of-changes = { $list }; { $next }

## What it rests on: the files
reading-format-android = WhatsApp, exported on Android
reading-format-iphone = WhatsApp, exported on an iPhone
reading-format-imessage = Messages of an iPhone or a Mac
reading-format-sms = Messages or calls of an Android phone, by SMS Backup & Restore
reading-format-telegram = Telegram
reading-format-messenger = Messenger
reading-format-instagram = Instagram
reading-format-mail = Mail
reading-format-table = A table of messages
reading-file-counts = { $format }: { $messages-n ->
    [one] { $messages } message
   *[other] { $messages } messages
 }{ $calls-n ->
    [0] { "" }
    [one] , { $calls } call
   *[other] , { $calls } calls
 }; { $own-n ->
    [one] { $own } line of WhatsApp's own was not counted
   *[other] { $own } lines of WhatsApp's own were not counted
 }.
reading-file-counts-of-others = { $format }: { $messages-n ->
    [one] { $messages } message
   *[other] { $messages } messages
 }{ $calls-n ->
    [0] { "" }
    [one] , { $calls } call
   *[other] , { $calls } calls
 }{ $own-n ->
    [0] .
    [one] ; { $own } entry of the app's own was not counted.
   *[other] ; { $own } entries of the app's own were not counted.
 }
reading-file-times = Times are those of { $zone }.
reading-file-times-to-the-minute = Times are those of { $zone }, told to the minute.
reading-dates = Dates are { $order }: { $by }.
reading-day-first = day first
reading-month-first = month first
reading-year-first = year first
reading-order-given = as you said
reading-order-year-first = they can be read no other way
reading-order-above-twelve = a number above 12 can only be a day
reading-order-media-names = the names of pictures tell the day
reading-order-fewest-jumps = read otherwise, time would run backward
reading-order-same-either-way = day and month are the same number throughout
reading-skipped = Skipped: { $skipped }.
reading-skipped-and-more = Skipped: { $skipped } and { $count } more, all named by --json.
reading-skipped-line = { $at } ({ $why })
reading-place-line = line { $number }
reading-place-row = row { $number }

## Why an entry was not counted: behind its place, in brackets
reading-why-before-the-first = it stands before the first message
reading-why-no-day = { $date }, read { $order }, is no day of the calendar
reading-why-unknown-word = a word beside its time is not known
reading-why-no-clock = no clock shows this time
reading-why-broken = it is not written as this format is
reading-why-cut-short = the file ends in the middle of it
reading-why-no-time = it tells no time that can be read
reading-why-no-sender = it does not tell who sent it
reading-why-no-receiver = it does not tell whom it is to
reading-why-not-exported = the app that exported left out what it is
reading-why-moved = it came from another app and bears the time of the move
reading-why-not-sent = it was never sent
reading-why-fields = it has more or fewer fields than the table

## Notes on how far it can be trusted. $several is "yes" where the note must say which file it means.
reading-note-cut = { $several ->
    [yes] The file ({ $file }) begins
   *[no] The file begins
 } where WhatsApp cuts an export: 40 000 messages, or 10 000 with media. What came before is not in it.
reading-note-group = { $several ->
    [yes] This is a group ({ $file }).
   *[no] This is a group.
 } Only you and { $partner } are counted; { $n ->
    [one] one other is
   *[other] { $count } others are
 } not.
reading-note-renamed = { $other } and { $kept } never write in the same stretch and are taken for one person.
reading-note-groups-left = { $n ->
    [one] { $count } group holds
   *[other] { $count } groups hold
 } both of you{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 }; not counted, since you have a chat of your own. Give that chat alone to count it.
reading-note-passed-over = { $n ->
    [one] { $count } file is an export of others
   *[other] { $count } files are exports of others
 } and { $n ->
    [one] was
   *[other] were
 } passed over.
reading-note-another-name = { $other } and { $kept } are taken for one person, as you said or as the files show.
reading-note-doubled = { $n ->
    [one] { $count } entry stands
   *[other] { $count } entries stand
 } twice in the file{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 } and { $n ->
    [one] is
   *[other] are
 } counted once.
reading-note-nameless-calls = { $n ->
    [one] { $count } call stands
   *[other] { $count } calls stand
 } without a name: counted, but for neither of you.
reading-note-unsure = { $n ->
    [one] { $count } line under a name may be WhatsApp's own; counted as a message.
   *[other] { $count } lines under a name may be WhatsApp's own; counted as messages.
 }
reading-note-assumed = { $n ->
    [one] { $count } line bears WhatsApp's own mark and says something not known here; taken for WhatsApp's, not counted as a message.
   *[other] { $count } lines bear WhatsApp's own mark and say something not known here; taken for WhatsApp's, not counted as messages.
 }
reading-note-pasted = { $n ->
    [one] { $count } line looks like a message
   *[other] { $count } lines look like messages
 } of another chat; read as words that somebody pasted.
reading-note-out-of-order = { $n ->
    [one] { $count } message is more than a day earlier than one before, and counted at that time. If somebody pasted an old message, it is counted twice.
   *[other] { $count } messages are more than a day earlier than one before, and counted at that time. If somebody pasted old messages, they are counted twice.
 }
reading-note-repeated-hour = { $n ->
    [one] { $count } message falls in an hour that the clock ran through twice; told apart by its order.
   *[other] { $count } messages fall in an hour that the clock ran through twice; told apart by their order.
 }
reading-note-missing-hour = { $n ->
    [one] { $count } message falls
   *[other] { $count } messages fall
 } in an hour that the clock skipped, and moved forward with it. If that is many, the zone may be wrong: see --zone.
reading-note-order-inferred = Day and month were told apart only by time running forward. If the dates look wrong, --dates decides.
reading-note-duplicates = { $n ->
    [one] { $count } contact
   *[other] { $count } contacts
 }{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 } stood in an earlier file as well and { $n ->
    [one] is
   *[other] are
 } counted once.
reading-note-edge-of-coverage = A change lies where what is known of a channel begins or ends; it may be no more than that.
reading-note-leaving-not-covered = The two weeks after the leaving are not wholly covered; your instinct may have been stronger than this.

## The chart of starts a week: its name, what it shows for whoever does not see it, and the words in it
chart-title = Conversations begun, week by week: { $partner } and you
chart-you = You
chart-you-began = You began { $n ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } in { $weeks-n ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
 }, { $mean } a week.
chart-they-began = { $partner } began { $n ->
    [one] { $count } conversation
   *[other] { $count } conversations
 } in { $weeks-n ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
 }, { $mean } a week.
chart-change = A change near { $week }, between { $earliest } and { $latest }: { $change }.
chart-from-to = from { $before } to { $after } a week
chart-not-feelings = This counts contacts, not feelings.
chart-foot = Counts contacts, not feelings.
chart-column-a-week = Conversations begun, a column a week
chart-column-of-weeks = Conversations begun, a column is { $n ->
    [one] { $count } week
   *[other] { $count } weeks
 }
