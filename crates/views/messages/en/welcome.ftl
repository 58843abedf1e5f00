# What Halflight says of itself, before anything of the person's is read.
welcome-what = A private companion for someone whose partner is leaving, who wants them back, and who would do well to do less. It paces your own contact, holds your drafts, looks after you, and stands aside where any contact would do harm. Nobody can give you your odds, and neither does Halflight. Nothing leaves this machine.
welcome-help-heading = In danger, or afraid?
welcome-help = Call the emergency number of your country (112 in Europe, 911 in North America, 999 in the UK). findahelpline.com lists people to talk to, by country.
welcome-sample-heading = A sample
welcome-sample = two people who do not exist; nothing of yours is read
welcome-chat-heading = Their chat
welcome-chat = the same two, as a phone exports it; counts alone, no words are kept
welcome-yours-heading = Yours
welcome-init = make your vault, sealed on this machine
welcome-log = write something down
welcome-today = what the method says now
welcome-advise = the same from a plain journal; nothing is kept
welcome-review = the words of a draft that may do harm
welcome-read = how the flow of contact changed
welcome-why = the clause behind a line
welcome-help-command = whom to call, in your country
welcome-more = everything else
