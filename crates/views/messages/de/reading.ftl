# Die Seite von `halflight read` und ihr Schaubild. Sie sagt, was gezählt wurde und wie gewiss das ist; nie, was jemand
# fühlt oder tun wird. Wo eine Zahl ein Wort beugt, wählt $n (oder $…-n) die Form und wird nicht gezeigt; $count und jede
# andere Zahl ist so, wie sie hier steht, und wird nur gezeigt. Tage sind Nachrichten aus days.ftl. $partner ist ein Name
# oder „die andere Person“ und steht darum immer im ersten Fall.

## The page
reading-heading = Der Fluss des Kontakts: du und { $partner }
reading-span = { $first } bis { $last }, { $n ->
    [one] { $count } Woche
   *[other] { $count } Wochen
 }
reading-grounds-heading = Worauf das beruht
reading-who = Du bist { $me }; die andere Person ist { $partner }.
reading-kept = Angesehen wurden nur Zeiten, Seiten, Arten und Längen. Keine Worte wurden behalten, und nichts hat dieses Gerät verlassen.

## What it shows
reading-counts = Du hast { $mine-n ->
    [one] { $mine } Nachricht
   *[other] { $mine } Nachrichten
 } geschrieben, { $partner } { $theirs }. Von { $talks-n ->
    [one] { $talks } Gespräch
   *[other] { $talks } Gesprächen
 } hast du { $my-starts } begonnen, { $partner } { $their-starts }.
reading-calls = Anrufe, von denen der Chat weiß: { $count }.
reading-replies = In einer gewöhnlichen Woche hast du die Hälfte deiner Antworten innerhalb von { $mine } gegeben, { $partner } die Hälfte innerhalb von { $theirs }.
reading-a-minute = einer Minute
reading-minutes = { $n ->
    [one] { $count } Minute
   *[other] { $count } Minuten
 }
reading-hours = { $n ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
 }
reading-not-feelings = Das zählt Kontakte, keine Gefühle. Es kann nicht sagen, warum, und es ist keine Vorhersage.
reading-follow-ups = Ohne eine Antwort hast du nach mehr als einer Stunde { $mine-n ->
    [one] { $mine }-mal
   *[other] { $mine }-mal
 } noch einmal geschrieben, { $partner } { $theirs-n ->
    [one] { $theirs }-mal
   *[other] { $theirs }-mal
 }.
reading-instinct = In den ersten zwei Wochen nach der Trennung hast du { $n ->
    [one] { $count }-mal
   *[other] { $count }-mal
 } pro Woche etwas begonnen oder nachgeschoben. Das ist dein Impuls, dich zu melden, gemessen.

## Whether it changed. Some of these sentences follow one another in one paragraph.
reading-too-little = Hat sich etwas verändert? Zu wenig, um etwas zu sagen: Dafür braucht es mindestens zwölf ganze Wochen und zwanzig Anfänge oder Nachrichten von einer Seite.
reading-few-starts-of-both = Hat sich verändert, wer wie oft beginnt? Zu wenig, um etwas zu sagen: Es sind zu wenige Anfänge.
reading-few-starts-of-yours = Und was du beginnst? Zu wenig, um etwas zu sagen: Es sind zu wenige Anfänge.
reading-few-starts-of-theirs = Und was { $partner } beginnt? Zu wenig, um etwas zu sagen: Es sind zu wenige Anfänge.
reading-steady-both = Hat sich etwas verändert? Auf keiner Seite hat sich die Zahl der Anfänge mehr verändert, als das gewöhnliche Auf und Ab erklären kann.
reading-steady-yours = Was du beginnst, hat sich nicht mehr verändert, als das gewöhnliche Auf und Ab erklären kann.
reading-steady-theirs = Was { $partner } beginnt, hat sich nicht mehr verändert, als das gewöhnliche Auf und Ab erklären kann.
reading-you-start-fewer = Etwa seit dem { $week } beginnst du weniger Gespräche als zuvor: statt etwa { $before } pro Woche etwa { $after }.
reading-you-start-more = Etwa seit dem { $week } beginnst du mehr Gespräche als zuvor: statt etwa { $before } pro Woche etwa { $after }.
reading-they-start-fewer = Etwa seit dem { $week } beginnt { $partner } weniger Gespräche als zuvor: statt etwa { $before } pro Woche etwa { $after }.
reading-they-start-more = Etwa seit dem { $week } beginnt { $partner } mehr Gespräche als zuvor: statt etwa { $before } pro Woche etwa { $after }.
reading-change-between = Die Veränderung liegt zwischen dem { $earliest } und dem { $latest }.
reading-nearly-certain = Das ist fast gewiss ({ $probability }).
reading-likely = Das ist wahrscheinlich ({ $probability }).
reading-more-likely-than-not = Das ist eher wahrscheinlich als nicht ({ $probability }).
reading-far-from-certain = Das ist längst nicht gewiss ({ $probability }).
reading-messages-changed = Daneben die Nachrichten: { $changes }.
reading-your-messages = du schriebst um den { $week } statt etwa { $before } pro Woche nun etwa { $after }
reading-their-messages = { $partner } schrieb um den { $week } statt etwa { $before } pro Woche nun etwa { $after }

## What fell first, and what one did then. These sentences follow one another in one paragraph.
reading-first-fell-starts = Zuerst hat { $partner } seltener begonnen, etwa seit dem { $week }: statt etwa { $before } pro Woche etwa { $after }.
reading-first-fell-messages = Zuerst hat { $partner } weniger geschrieben, etwa seit dem { $week }: statt etwa { $before } Nachrichten pro Woche etwa { $after }.
reading-then-you-more = In den acht Wochen danach hast du dich öfter gemeldet als zuvor: etwa { $after }-mal pro Woche statt { $before }-mal, Nachgeschobenes mitgezählt.
reading-then-you-fewer = In den acht Wochen danach hast du dich seltener gemeldet als zuvor: etwa { $after }-mal pro Woche statt { $before }-mal, Nachgeschobenes mitgezählt.
reading-then-you-alike = In den acht Wochen danach hast du dich etwa { $after }-mal pro Woche gemeldet, zuvor { $before }-mal; das ist kein klarer Unterschied.
reading-then-too-little = Was du in den acht Wochen danach getan hast: zu wenig, um etwas zu sagen.
reading-to-learn-from = Das ist zum Lernen da; niemand ist daran schuld.

## Lists are put together from the left: what stands so far, and the next.
reading-list = { $list }, { $next }
reading-list-of-changes = { $list }; { $next }

## What it rests on: the files
reading-format-android = WhatsApp, auf Android ausgegeben
reading-format-iphone = WhatsApp, auf einem iPhone ausgegeben
reading-format-imessage = Nachrichten eines iPhones oder Macs
reading-format-sms = Nachrichten oder Anrufe eines Android-Telefons, von SMS Backup & Restore
reading-format-telegram = Telegram
reading-format-messenger = Messenger
reading-format-instagram = Instagram
reading-format-mail = E-Mail
reading-format-table = Eine Tabelle mit Nachrichten
reading-file-counts = { $format }: { $messages-n ->
    [one] { $messages } Nachricht
   *[other] { $messages } Nachrichten
 }{ $calls-n ->
    [0] { "" }
    [one] , { $calls } Anruf
   *[other] , { $calls } Anrufe
 }; { $own-n ->
    [one] { $own } Zeile von WhatsApp selbst wurde nicht gezählt
   *[other] { $own } Zeilen von WhatsApp selbst wurden nicht gezählt
 }.
reading-file-counts-of-others = { $format }: { $messages-n ->
    [one] { $messages } Nachricht
   *[other] { $messages } Nachrichten
 }{ $calls-n ->
    [0] { "" }
    [one] , { $calls } Anruf
   *[other] , { $calls } Anrufe
 }{ $own-n ->
    [0] .
    [one] ; { $own } Eintrag der App selbst wurde nicht gezählt.
   *[other] ; { $own } Einträge der App selbst wurden nicht gezählt.
 }
reading-file-times = Die Zeiten sind die von { $zone }.
reading-file-times-to-the-minute = Die Zeiten sind die von { $zone }, auf die Minute genau.
reading-dates = Bei Daten steht { $order }: { $by }.
reading-day-first = der Tag zuerst
reading-month-first = der Monat zuerst
reading-year-first = das Jahr zuerst
reading-order-given = wie du gesagt hast
reading-order-year-first = anders lassen sie sich nicht lesen
reading-order-above-twelve = eine Zahl über 12 kann nur ein Tag sein
reading-order-media-names = die Namen von Bildern nennen den Tag
reading-order-fewest-jumps = anders gelesen liefe die Zeit rückwärts
reading-order-same-either-way = Tag und Monat sind überall dieselbe Zahl
reading-skipped = Übergangen: { $skipped }.
reading-skipped-and-more = Übergangen: { $skipped } und { $count } weitere, alle genannt von --json.
reading-skipped-line = { $at } ({ $why })
reading-place-line = Zeile { $number }
reading-place-row = Reihe { $number }

## Why an entry was not counted: behind its place, in brackets
reading-why-before-the-first = steht vor der ersten Nachricht
reading-why-no-day = { $date }, gelesen als { $order }, ist kein Tag des Kalenders
reading-why-unknown-word = ein Wort neben der Zeit ist nicht bekannt
reading-why-no-clock = keine Uhr zeigt diese Zeit
reading-why-broken = ist nicht geschrieben, wie dieses Format es will
reading-why-cut-short = die Datei endet mittendrin
reading-why-no-time = nennt keine Zeit, die sich lesen lässt
reading-why-no-sender = sagt nicht, von wem es ist
reading-why-no-receiver = sagt nicht, an wen es ging
reading-why-not-exported = die App hat beim Ausgeben weggelassen, was es ist
reading-why-moved = kam aus einer anderen App und trägt die Zeit des Umzugs
reading-why-not-sent = wurde nie gesendet
reading-why-fields = hat mehr oder weniger Felder als die Tabelle

## Notes on how far it can be trusted. $several is "yes" where the note must say which file it means.
reading-note-cut = { $several ->
    [yes] Die Datei ({ $file }) beginnt
   *[no] Die Datei beginnt
 } dort, wo WhatsApp eine Ausgabe abschneidet: bei 40 000 Nachrichten, mit Medien bei 10 000. Was davor war, steht nicht darin.
reading-note-group = { $several ->
    [yes] Das ist eine Gruppe ({ $file }).
   *[no] Das ist eine Gruppe.
 } Gezählt werden nur du und { $partner }; { $n ->
    [one] eine andere Person nicht
   *[other] { $count } andere nicht
 }.
reading-note-renamed = { $other } und { $kept } schreiben nie im selben Abschnitt und gelten als eine Person.
reading-note-groups-left = { $n ->
    [one] In { $count } Gruppe
   *[other] In { $count } Gruppen
 } sind beide{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 }; nicht gezählt, weil es einen eigenen Chat zu zweit gibt. Gib nur diese Gruppe an, um sie zu zählen.
reading-note-passed-over = { $n ->
    [one] { $count } Datei ist eine Ausgabe anderer Chats
   *[other] { $count } Dateien sind Ausgaben anderer Chats
 } und { $n ->
    [one] wurde
   *[other] wurden
 } übergangen.
reading-note-another-name = { $other } und { $kept } gelten als eine Person, weil du es gesagt hast oder die Dateien es zeigen.
reading-note-doubled = { $n ->
    [one] { $count } Eintrag steht
   *[other] { $count } Einträge stehen
 } zweimal in der Datei{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 } und { $n ->
    [one] wird
   *[other] werden
 } einmal gezählt.
reading-note-nameless-calls = { $n ->
    [one] { $count } Anruf steht
   *[other] { $count } Anrufe stehen
 } ohne Namen da: gezählt, aber auf keiner Seite.
reading-note-unsure = { $n ->
    [one] { $count } Zeile unter einem Namen könnte von WhatsApp selbst sein; gezählt als Nachricht.
   *[other] { $count } Zeilen unter einem Namen könnten von WhatsApp selbst sein; gezählt als Nachrichten.
 }
reading-note-assumed = { $n ->
    [one] { $count } Zeile trägt das Zeichen von WhatsApp selbst und sagt etwas, das hier nicht bekannt ist; WhatsApp zugerechnet, nicht als Nachricht gezählt.
   *[other] { $count } Zeilen tragen das Zeichen von WhatsApp selbst und sagen etwas, das hier nicht bekannt ist; WhatsApp zugerechnet, nicht als Nachrichten gezählt.
 }
reading-note-pasted = { $n ->
    [one] { $count } Zeile sieht aus wie eine Nachricht
   *[other] { $count } Zeilen sehen aus wie Nachrichten
 } aus einem anderen Chat; gelesen als Worte, die jemand eingefügt hat.
reading-note-out-of-order = { $n ->
    [one] { $count } Nachricht liegt mehr als einen Tag vor einer früheren und wird zu dieser Zeit gezählt. Wenn jemand eine alte Nachricht eingefügt hat, zählt sie doppelt.
   *[other] { $count } Nachrichten liegen mehr als einen Tag vor einer früheren und werden zu dieser Zeit gezählt. Wenn jemand alte Nachrichten eingefügt hat, zählen sie doppelt.
 }
reading-note-repeated-hour = { $n ->
    [one] { $count } Nachricht fällt in eine Stunde, die die Uhr zweimal durchlief; unterschieden nach ihrer Reihenfolge.
   *[other] { $count } Nachrichten fallen in eine Stunde, die die Uhr zweimal durchlief; unterschieden nach ihrer Reihenfolge.
 }
reading-note-missing-hour = { $n ->
    [one] { $count } Nachricht fällt in eine Stunde, die die Uhr übersprang, und wurde
   *[other] { $count } Nachrichten fallen in eine Stunde, die die Uhr übersprang, und wurden
 } mit ihr nach vorn gerückt. Wenn das viele sind, stimmt vielleicht die Zone nicht: siehe --zone.
reading-note-order-inferred = Tag und Monat ließen sich nur daran unterscheiden, dass die Zeit vorwärtsläuft. Wenn die Daten falsch aussehen, entscheidet --dates.
reading-note-duplicates = { $n ->
    [one] { $count } Kontakt
   *[other] { $count } Kontakte
 }{ $several ->
    [yes] { " " }({ $file })
   *[no] { "" }
 } { $n ->
    [one] stand
   *[other] standen
 } auch in einer früheren Datei und { $n ->
    [one] wird
   *[other] werden
 } einmal gezählt.
reading-note-edge-of-coverage = Eine Veränderung liegt dort, wo das Wissen über einen Weg beginnt oder endet; vielleicht ist sie nicht mehr als das.
reading-note-leaving-not-covered = Die zwei Wochen nach der Trennung sind nicht ganz abgedeckt; dein Impuls kann stärker gewesen sein als hier.

## The chart of starts a week: its name, what it shows for whoever does not see it, and the words in it
chart-title = Begonnene Gespräche, Woche für Woche: { $partner } und du
chart-you = Du
chart-you-began = Du hast { $n ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
 } in { $weeks-n ->
    [one] { $weeks } Woche
   *[other] { $weeks } Wochen
 } begonnen, { $mean } pro Woche.
chart-they-began = { $partner } hat { $n ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
 } in { $weeks-n ->
    [one] { $weeks } Woche
   *[other] { $weeks } Wochen
 } begonnen, { $mean } pro Woche.
chart-change = Eine Veränderung um den { $week }, zwischen dem { $earliest } und dem { $latest }: { $change }.
chart-from-to = von { $before } auf { $after } pro Woche
chart-not-feelings = Das zählt Kontakte, keine Gefühle.
chart-foot = Zählt Kontakte, keine Gefühle.
chart-column-a-week = Begonnene Gespräche, eine Spalte pro Woche
chart-column-of-weeks = Begonnene Gespräche, eine Spalte sind { $n ->
    [one] { $count } Woche
   *[other] { $count } Wochen
 }
