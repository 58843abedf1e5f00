# Eine schwere Zeit: Stimmung, Ruhe, Menschen, der Tageseintrag; und was man gelernt hat.
checkin-heading = Eine schwere Zeit
checkin-normal = Dass es dir jetzt elend geht, ist normal. Es geht vorbei, mit der Zeit. Diesen Abend kannst du überstehen.
checkin-done = Für heute aufgeschrieben. Du kannst etwas ergänzen.
checkin-mood = Wie ist deine Stimmung?
mood-low = ganz unten
mood-high = sehr gut
checkin-calm = Mit mir atmen
checkin-help = Jetzt Hilfe holen
checkin-more = Der ganze Tageseintrag
checkin-more-what = Eine Minute, kein Aufsatz. Lass weg, was du magst.
checkin-night = Die Nacht
checkin-day = Der Tag
ate-well = Gut
ate-little = Wenig
ate-hardly = Kaum
checkin-drinks-hint = Wenn du magst. Niemand urteilt darüber.
checkin-mood-again = Stimmung, 0 bis 10
checkin-keep = Behalten

## Calm
calm-heading = Ruhe
ground-heading = Wo du gerade bist
ground-what = Langsam, laut, wenn es geht:
ground-see = fünf Dinge, die du siehst
ground-feel = vier, die du spürst
ground-hear = drei, die du hörst
ground-smell = zwei, die du riechst
ground-taste = eines, das du schmeckst
calm-why = Was du in ruhigen Stunden übst, ist da, wenn es unruhig wird.

## People
people-heading = Deine Menschen
people-what = Für die Momente, in denen du dich an die andere Person wenden würdest. Am schwersten fehlt jemand, dem man vom Tag erzählt. Nimm Menschen, die nichts weitertragen.
people-none = Auf deiner Liste steht noch niemand.
people-add-link = Jemanden eintragen
people-add = Jemanden eintragen
people-can = Was kann dieser Mensch für dich tun?
can-listen = hört zu
can-distract = bringt mich auf andere Gedanken
can-night = darf nachts angerufen werden
people-keep = Eintragen
people-outside = Auf der Hilfeseite, ohne Passphrase
people-outside-what = Ein Mensch deiner Wahl kann auf der Hilfeseite stehen, damit du ihn anrufen kannst, wenn die App gesperrt ist. Wer dieses Gerät benutzt, kann diesen Namen und diese Nummer dann lesen.
people-outside-now = Dort steht jetzt:
people-outside-who = Wer?
people-outside-nobody = Niemand
people-outside-keep = So behalten
people-remove = Von der Liste nehmen

## Work
work-heading = An dir arbeiten
work-what = Ein Beratungsgespräch, eine Seite in einem Buch, eine Übung. Such deinen eigenen Anteil; dazu gehören zwei, also geh sparsam mit Schuld um.
work-sort = Welcher Art?
work-sort-counsellor = Beratung
work-sort-reading = Lesen
work-sort-friend = Ein vertrauter Mensch
work-sort-clergy = Seelsorge
work-sort-exercise = Eine Übung
work-sort-other = Etwas anderes
work-title-hint = Ein paar Worte. Falls eine Erwähnung einmal passt, ist das ihr Thema.
work-takeaway = Das eine, das du mitgenommen hast
work-takeaway-hint = Eines genügt.
work-minutes = Minuten, wenn du magst
work-keep = Behalten
work-done = Was du getan hast
