# Die Frage von heute und ihre Türen; der Drang, die zehn Minuten, was danach kommt.
today-question = Was ist gerade?
door-urge = Ich will mich melden
door-urge-step = Vorbeigehen lassen, oder schreiben und zurückhalten
door-asked = Die andere Person hat sich gemeldet
door-asked-step = Wie lange? Dann die Hälfte
door-hard = Es geht mir schlecht
door-hard-step = Atmen, jemanden anrufen, den Tag eintragen
door-work = Ich habe an mir gearbeitet
door-work-step = Gelerntes, und was du mitgenommen hast
today-waiting = Ein Drang wird gerade abgewartet.
today-waiting-go = Dort weiter
today-drafts = Entwürfe, die du zurückhältst
today-code-open = Der Wiederherstellungscode wurde nie zurückgetippt.
today-code-go = Jetzt nachholen

## The urge
urge-heading = Du willst dich melden
urge-how = Wie?
urge-strength = Wie stark ist es?
urge-strength-hint = Einmal tippen schreibt es auf.
scale-weak = kaum da
scale-strong = so stark es geht
urge-trigger = Was es ausgelöst hat
urge-trigger-hint = Ein paar Worte, wenn du magst, bevor du eine Zahl antippst.
urge-channel-call = Anruf
urge-channel-text = Nachricht
urge-channel-voice = Sprachnachricht
urge-channel-email = E-Mail
urge-channel-letter = Brief
urge-channel-social = Soziale Medien
urge-channel-visit = Hingehen
urge-channel-gift = Geschenk
urge-channel-ask-others = Andere fragen
urge-channel-look-up = Profil ansehen
urge-verdict-ask-others = Lass andere aus dem Spiel. Nachfragen, oder etwas ausrichten zu lassen, kommt bei der anderen Person als Druck an. Eine Antwort ist es auch nicht.
urge-verdict-look-up = Das Profil anzusehen, oder die von Freunden, lässt es meist länger wehtun. Stummschalten hilft.
urge-verdict-closed = Du wurdest gebeten, diesen Weg nicht zu nehmen. Kein anderer tritt an seine Stelle.
urge-verdict-visit = Ein Besuch braucht eine Einladung. Einfach aufzutauchen ist nie ein Fenster.
urge-verdict-long-silent = Es ist lange her. Wenn du fragst: Eine leichte Zeile ohne Bitte würde zur Methode passen, und nichts zu schreiben auch.

## A "no", by what stands in its way
never-SAFE-1 = Es gibt eine gerichtliche Anordnung. Nichts geht an die andere Person, auf keinem Weg und durch niemanden. Was erlaubt ist, sagt dir ein Anwalt oder eine Anwältin.
never-SAFE-2 = Die andere Person hat Stopp gesagt oder die Tür geschlossen. Nichts Persönliches geht an sie. Das ist Respekt, und es schützt euch beide.
never-SAFE-3 = Die andere Person hat um Abstand gebeten. Du beginnst nichts, bis sie schreibt oder der Tag vorbei ist, den sie genannt hat.
never-SAFE-4 = Du hast Angst vor der anderen Person. Du schuldest ihr nichts und musst dich nicht melden.
never-SAFE-5 = Bleib erst einmal weg. Bitte sieh zuerst auf die Hilfeseite.
never-SPACE-8 = Zweimal kam von dir etwas, und es blieb ohne Antwort. Beginn nichts mehr, bis die andere Person schreibt. Das ist kein Urteil über dich.
never-DECIDE-5 = Du hast dich verabschiedet. Beginn nichts, bis die andere Person es tut.

## Ten minutes
wait-heading = Aufgeschrieben. Jetzt zehn Minuten
wait-ten = Ein Drang steigt, und er fällt wieder. Gib ihm Zeit bis
wait-or = Oder
wait-walk = Geh einmal um den Block, wenn du kannst ohne Telefon.
wait-ground = Benenne, was du siehst, spürst und hörst.
wait-ground-go = Wie das geht
wait-person = Ruf einen deiner Menschen an. Nicht die andere Person.
wait-over = Zehn Minuten sind vorbei.
wait-rate-now = Wie stark ist es jetzt?
wait-rate-then = Wenn sie vorbei sind: Wie stark ist es?
breath-picture = Eine Scheibe, die langsam größer und kleiner wird
breath-how = Durch die Nase ein, während du bis vier zählst. Einen Moment halten. Langsam aus, während du bis sechs zählst. Noch einmal.

## After
after-weaker = Es ist schwächer
after-weaker-what = Du hast es vorbeigehen lassen. Das steht jetzt in deinem Verlauf.
after-still = Es ist noch da
after-still-what = Das kommt vor. Es fällt später. Heute muss nichts abgeschickt werden.
after-passed = Ich habe es vorbeigehen lassen
after-calm = Noch einmal atmen
after-someone = Sei nicht allein
after-write = Oder schreib es auf
after-draft = Schreiben und zurückhalten
after-letter = Ein Brief, der nie gesendet wird
after-write-what = Was du schreibst, wird hier zurückgehalten. Halflight sendet nie etwas.
after-letter-what = Er bleibt hier, bei dir.
after-acted = Ich habe mich gemeldet
after-acted-what = Dann sag es. Es ist ein einzelner Punkt im Verlauf: Nichts beginnt wieder bei null, und nichts ist verloren.
after-acted-how = Wie?
after-acted-note = Aufschreiben
slip-heading = Aufgeschrieben, ohne Vorwurf
slip-what = Ein Ausrutscher ist ein einzelner Punkt, nicht das Ende.
slip-next = Von hier zurück zum Maß. Die andere Person antwortet oder nicht; lass ihr die Freiheit.
slip-no-contact = Von hier an: kein Kontakt. Die Seite von heute sagt, was gilt und wer helfen kann.
slip-trigger = Was hat es ausgelöst?
slip-instead = Was tust du beim nächsten Mal?
slip-instead-hint = Etwas Kleines, etwa: Ich lege das Telefon in die Küche und rufe Sam an.
slip-keep = Den Plan behalten
slip-if-then = Wenn { $trigger }: { $instead }
plans-heading = Was du vorhast
