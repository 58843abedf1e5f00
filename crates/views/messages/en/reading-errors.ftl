# Why a message history could not be read: what happened and where, and (…-todo) what to do now. The first begins small,
# behind the command's name. $file is a path, $name and $people are names as the chat writes them.

trouble-no-file = no file was given.
trouble-no-file-todo = Give the export of your chat.
trouble-empty = { $file } is empty.
trouble-empty-todo = Export the chat again and give the new file.

## Files that are something else
trouble-pdf = { $file } is a PDF, not a chat export.
trouble-medium = { $file } is a picture, a sound or a film, not a chat export.
trouble-json = { $file } holds JSON, but no chats as Telegram, Messenger or Instagram export them.
trouble-xml = { $file } holds XML, but no messages or calls as SMS Backup & Restore writes them.
trouble-html = { $file } is a web page, not a chat export.
trouble-database = { $file } is a database, but not the one that Apple's Messages keeps.
trouble-no-text = { $file } is no text.
trouble-kakaotalk = { $file } is a chat of KakaoTalk; that is not read.
trouble-line = { $file } is a chat of LINE; that is not read.
trouble-mailbox = { $file } is a mailbox of a kind that is not read.
trouble-archive = { $file } is an archive of a kind that is not read.
trouble-other-text = { $file } holds no line that begins as a WhatsApp message does, and is no other export that is read.
trouble-how-to-export-todo = In WhatsApp: open the chat, its menu, "Export chat", without media. Give the file that makes. If the chat's privacy settings forbid exporting, that is to be respected; contacts can be entered by hand.

## Zips
trouble-zip-damaged = { $file } is a zip that is cut short or damaged.
trouble-zip-unpack = { $file } is a zip that cannot be unpacked.
trouble-zip-again-todo = Export the chat again, or copy the file again.
trouble-zip-locked = { $file } is locked with a password.
trouble-zip-locked-todo = Unlock it first, and give the file inside.
trouble-zip-climbing = { $file } is a zip that would write outside its folder; no phone makes such a file.
trouble-zip-climbing-todo = Nothing was unpacked. Export the chat again.
trouble-zip-no-chat = { $file } is a zip without a chat in it.
trouble-zip-no-chat-todo = Give the zip that the app made, or the file with the messages inside.
trouble-zip-several = { $file } is a zip with several chats in it.
trouble-zip-several-todo = Unpack it and give the chat with your partner.
trouble-zip-too-large = { $file } is a zip with a file that unpacks to more than 256 MiB.
trouble-zip-too-large-todo = Nothing was kept of it. Unpack it and give what is inside.

## Nothing to read
trouble-nothing-in-folder = no file in { $file } is an export that is read.
trouble-nothing-in-folder-todo = Give the folder that the app made, or the file with the messages.
trouble-nothing-in-it = { $file } is an export without one message that could be read.
trouble-nothing-in-it-todo = Export the chat again, in JSON where there is a choice, and see that the time asked for is not empty.
trouble-nothing-in-it-because = { $file } is an export without one message that could be read; of the first: { $why }.
trouble-unread-database = { $file } is a database that could not be read ({ $example }).
trouble-unread-database-todo = Close Messages and copy the file again, together with the one that ends in -wal.

## Dates
trouble-dates-undecided = in { $file } day and month cannot be told apart: { $example } and every other date can be read both ways.
trouble-dates-undecided-todo = Say which comes first: --dates dmy for the day, --dates mdy for the month.
trouble-dates-contradict = the dates of { $file } contradict each other: { $day-first } can only be day first, { $month-first } only month first.
trouble-dates-contradict-todo = It may be two exports in one file. Give them one by one, or say which to believe with --dates.
trouble-no-days = the dates of { $file } are no days of this calendar: { $example }, read { $order }.
trouble-no-days-todo = Try another --dates; or the phone uses another calendar: set it to the Gregorian one and export again.
trouble-unknown-word = in { $file }, line { $line }, a word beside the time is not known: “{ $example }”.
trouble-unknown-word-todo = It may tell morning from evening, so nothing was guessed. Please report it with the language of the phone, or set the phone to a clock of 24 hours and export again.

## People
trouble-not-your-device = { $file } is from a phone or account on which { $name } is somebody else.
trouble-not-your-device-todo = Only what is on your own is read. If it is yours, give with --partner whom you mean.
trouble-not-in-it = { $name } does not write in { $file }, and a chat that you are not in is not read.
trouble-not-in-it-todo = If it is yours under another name, give that with --me. Who writes in it: { $people }.
trouble-several-fit = more than one person in { $file } fits { $name }.
trouble-several-fit-todo = Give the name letter by letter. Who writes in it: { $people }.
trouble-partner-needed = more than two people write in { $file }.
trouble-partner-needed-todo = Say with --partner who of them is yours; only the two of you are counted. Who else writes in it: { $people }.
trouble-partner-not-in-it = { $name } does not write in { $file }.
trouble-partner-not-in-it-todo = Give the name as the chat writes it. Who else writes in it: { $people }.
trouble-alone = nobody but { $name } writes in { $file }, so there is no flow to read.
trouble-alone-todo = Check that it is the right chat.
trouble-both-the-same = { $name } cannot be both.
trouble-both-the-same-todo = Give two different names with --me and --partner.
trouble-nobody = nobody
trouble-and-more = { $people }, and { $count } more
