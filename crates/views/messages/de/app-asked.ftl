# Die andere Person hat sich gemeldet: was kam oder worum sie bat, die Antwort, das Ende; das Antworten; das Praktische.
asked-heading = Die andere Person hat sich gemeldet
asked-what = Was war es?
asked-open = Eine Bitte der anderen Person ist noch offen.
asked-open-go = Die Antwort, die passt
asked-message = Eine Nachricht oder ein Anruf
asked-time = Die Bitte um Zeit mit dir
asked-practical = Etwas Praktisches
asked-boundary = Eine Grenze
asked-boundary-what = Eine Grenze, geschuldetes Geld, eine Pflicht: Das bekommt alles, nie die Hälfte.
asked-space = Die Bitte um Abstand
asked-space-what = Dann beginnst du nichts, bis die andere Person schreibt oder der Tag vorbei ist, den sie genannt hat. Falls sie einen Tag genannt hat:
asked-until = Bis
asked-stop = Ein Stopp
asked-stop-what = Dann geht nichts Persönliches an die andere Person. Das endet nur, wenn sie von sich aus einen persönlichen Kontakt beginnt und du es bestätigst.
asked-note = Aufschreiben
asked-channel = Auf welchem Weg?
asked-tone = Wie klang es?
tone-warm = Warm
tone-neutral = Weder noch
tone-cold = Kühl
asked-time-what = Wofür?
what-talk = Ein Gespräch
what-call = Ein Anruf
what-visit = Ein Besuch
what-meal = Ein Essen
what-outing = Ein Ausflug
what-night = Eine Nacht
what-weekend = Ein Wochenende
what-trip = Eine Reise
asked-length = Für wie lange?
asked-length-hint = Lass es leer, wenn keine Dauer genannt wurde.
asked-unit = Minuten, Stunden oder Tage
unit-minutes = Minuten
unit-hours = Stunden
unit-days = Tage
asked-open-ended = Du hast gefragt, und die Antwort war: so lange du magst
asked-for = Wann würde es beginnen?
asked-for-hint = Mit einem Anfang lässt sich das Ende auf die Minute festlegen.

## The answer
answer-heading-ask-how-long = Wie lange?
answer-heading-half = Ja, zur Hälfte
answer-heading-all = Alles davon
answer-heading-decline = Diesmal nicht
answer-ask = Es wurde keine Dauer genannt. Frag danach, bevor du etwas zusagst.
answer-line = Ein Satz dafür
answer-line-hint = Oder deine eigenen Worte, genauso kurz.
say-how-long = Gern. An wie lange hattest du gedacht?
say-minutes = Ja, gern. Ich habe { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
 }.
say-until = Ja, gern. Ich kann bis { $hour } Uhr bleiben.
say-days = Ja, gern. Für { $days ->
    [one] einen Tag
   *[other] { $days } Tage
 }.
say-all = Ja. Daran halte ich mich.
say-practical = Ja, ich kümmere mich darum.
say-decline = Diesmal nicht, danke.
say-end = Das war schön. Ich muss jetzt los. Danke.
answer-end = Das Ende, festgelegt vor dem Anfang
answer-leave-at = Du gehst um { $hour } Uhr, und du gehst zuerst.
answer-calendar = Das Ende in einen Kalender eintragen
answer-calendar-hint = Der Titel verrät nichts.
calendar-title = Termin
calendar-day = Ein Tag
answer-rehearse = Das Ende üben
answer-rehearse-what = Sag es laut, zweimal, jetzt. Steh dabei auf. Dann fällt es leichter.
answer-more = Wenn mehr gewünscht wird: Das ist eine neue Bitte. Davon wieder die Hälfte, an einem anderen Tag.
answer-told = Jetzt weiß ich, wie lange
met-heading = Wie es war
met-planned = Geplant: { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
 }.
met-minutes = Wie viele Minuten waren es?
met-ended = Wer hat es beendet?
met-ended-me = Ich
met-ended-partner = Die andere Person
met-note = Aufschreiben
met-why = Zu gehen, wann du es gesagt hast: So verdienst du dir Vertrauen zurück.

## The reply
reply-heading = Antworten
reply-unhurried = Es muss nicht jetzt sein. Eine kurze Antwort, wenn du so weit bist, genügt.
reply-unload = Wenn die andere Person fragt, wie es dir geht: ein ehrlicher Satz, dass es schwer ist, und nicht mehr.
reply-write = Erst hier schreiben
reply-later = Später
reply-done = Ich habe geantwortet
reply-mentioned = Hast du erwähnt, woran du arbeitest? Was war es?

## The practical log
practical-heading = Praktisches
practical-what = Kinder, Wohnung, Geld, Sachen, Gesundheit, gemeinsame Arbeit. Das steht außerhalb des Maßes: Es nutzt kein Fenster und bringt keines näher.
practical-write = Eine praktische Nachricht schreiben
practical-note = Einen praktischen Kontakt aufschreiben
practical-by = Wer hat begonnen?
by-me = Ich
by-partner = Die andere Person
practical-by-me = Du hast begonnen: { $channel }
practical-by-partner = Die andere Person hat begonnen: { $channel }
practical-none = Noch nichts aufgeschrieben.
