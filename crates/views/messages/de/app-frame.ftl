# Der Rahmen jeder Seite, die Namen der Seiten, und was gesagt wird, wenn etwas nicht ging. Namen von Seiten sehen auch
# andere in einer Liste von Fenstern: Sie verraten nichts über die Person.

## The frame
shell-skip = Gleich zum Inhalt
shell-ways = Wege hinaus
shell-help = Hilfe
shell-leave = Sofort weg
shell-leave-hint = Führt sofort auf eine neutrale Seite und sperrt. Dreimal Esc tut dasselbe.
shell-places = Orte
shell-lock = Sperren
idle-heading = Noch da?
idle-what = In einer Minute sperrt sich die App. Was du geschrieben hast, bleibt, versiegelt.
idle-stay = Bleiben
sample-label = Ein Beispiel.
sample-what = Zwei Menschen, die es nicht gibt, an einem Abend im März. Nichts hier ist von dir, und nichts wird behalten.
sample-leave = Weglegen
unkept-label = Noch nicht behalten.
unkept-what = Was du schreibst, ist nur im Arbeitsspeicher. Es ist weg, wenn du gehst, außer du wählst eine Passphrase.
unkept-keep = Behalten

## The choice of a language
language-heading = Sprache

## The names of pages
page-today = Heute
page-start = Willkommen
page-safety = Ein paar Fragen
page-you = Ein paar Angaben
page-keep = Eine Passphrase
page-code = Ein Code
page-unlock = Öffnen
page-recover = Mit Code öffnen
page-urge = Eine Pause
page-wait = Zehn Minuten
page-after = Nach der Pause
page-drafts = Entwürfe
page-write = Schreiben
page-draft = Ein Entwurf
page-asked = Eine Notiz
page-answer = Eine Antwort
page-reply = Eine Antwort
page-practical = Praktisches
page-checkin = Tageseintrag
page-calm = Ruhe
page-people = Menschen
page-work = Arbeit
page-help = Hilfe
page-why = Warum
page-plan = Ein Plan
page-forms = Bögen
page-form = Ein Bogen
page-needs = Was fehlt
page-guide = Leitfaden
page-map = Die Karte
page-flow = Fluss
page-audit = Wie es gelesen wurde
page-settings = Einstellungen
page-erase = Löschen
page-trouble = Nicht getan

## Answers
yes = Ja
no = Nein
skip = Auslassen
skip-step = Das auslassen
go-on = Weiter
back = Zurück
back-today = Zurück zu heute
why-clause = Ein Abschnitt der Methode,
why-source = Die Methode folgt Al Turtles Aufsatz „What to do when He/She Leaves?“ (2002), in unseren eigenen Worten.
why-english = Der Text der Methode steht hier bisher nur auf Englisch.

## Something went wrong
trouble-heading = Das hat nicht geklappt
trouble-home = Zu heute
trouble-field = Eine Antwort war nicht zu lesen: { $field }.
trouble-field-todo = Auf der Seite davor ist nichts verloren. Geh zurück, sieh noch einmal hin und schick sie noch einmal ab.
trouble-not-now = Das ist jetzt nicht offen.
trouble-not-now-todo = Die Seite „Heute“ sagt, was offen ist, und warum.
trouble-no-page = Diese Seite gibt es nicht.
trouble-no-page-todo = Von der Seite „Heute“ kommst du zu allen.
trouble-vault = Der Tresor ließ sich nicht lesen oder schreiben.
trouble-vault-todo = Nichts ist verloren. Sieh nach, ob die Festplatte voll ist; dann versuch es noch einmal. In einem Terminal nennt halflight check jeden Schaden.
trouble-copy = Die Kopie ließ sich nicht anlegen.
trouble-copy-todo = Nichts ist verloren. Versuch es noch einmal; in einem Terminal nennt halflight check jeden Schaden.
trouble-short-passphrase = Die Passphrase hat weniger als acht Zeichen.
trouble-short-passphrase-todo = Geh zurück und wähl eine längere. Gut sind ein paar Wörter, die mit keinem Geburtstag zu tun haben.
trouble-import = Der Verlauf ließ sich nicht behalten oder herausnehmen.
trouble-import-todo = Nichts wurde geändert. Sieh nach, ob die Festplatte voll ist; dann versuch es noch einmal.
trouble-erase = Nicht alles ließ sich löschen.
trouble-erase-todo = Vielleicht hat ein anderes Programm den Tresor offen. Schließ es und versuch es noch einmal.

## Fields, as an error names them and as a form labels them
field-channel = auf welchem Weg
field-strength = wie stark
field-after = wie stark jetzt
field-trigger = was es ausgelöst hat
field-mood = Stimmung
field-happened = was geschehen ist
field-what = worum gebeten wurde
field-length = für wie lange
field-for = wann es beginnen würde
field-until = bis wann
field-tone = der Ton
field-by = wer begonnen hat
field-minutes = Minuten
field-ended-by = wer es beendet hat
field-sleep-hours = Stunden geschlafen
field-to-fall-asleep-minutes = Minuten bis zum Einschlafen
field-awake-minutes = Minuten wach in der Nacht
field-day-suffered = Hat der Tag unter der Nacht gelitten?
field-ate = Wie hast du gegessen?
field-worked = Hast du gearbeitet oder getan, was zu tun war?
field-moved-minutes = Minuten bewegt
field-people = Menschen, unter denen du warst
field-drinks = Alkoholische Getränke
field-note = Notiz
field-name = Name
field-phone = Nummer
field-can = was dieser Mensch tun kann
field-another = Das ist nicht die andere Person, und niemand, der ihr etwas weiterträgt.
field-sort = welcher Art
field-title = Was war es?
field-takeaway = was du mitgenommen hast
field-text = der Text
field-id = welcher Eintrag
field-how = wie es endete
field-wish = was du willst
field-living = wie du wohnst
field-left-on = der Tag
field-instinct = wie oft
field-instinct-per-week = Wie oft du dich melden würdest, pro Woche
field-widest-gap = Der größte Abstand, in Tagen
field-day-starts = Wann dein Tag beginnt
field-country = das Land
field-zone = die Zeitzone
field-lock-minutes = Minuten bis zum Sperren
field-item-1 = eine der Antworten
field-need = was fehlt
field-met = ob es da ist
field-signs = woran du merkst, dass es kommt
field-alone = was allein hilft
field-places = Orte und Menschen
field-professionals = wen du anrufst
field-safer = wie der Ort sicherer wird
field-limit = welche Grenze
field-confirmed = Ich bestätige es: Die Anordnung wurde schriftlich geändert, die Zeit ist um, oder die andere Person hat seither von sich aus einen persönlichen Kontakt begonnen.
field-afraid = ob du Angst hast
field-language = die Sprache

## The neutral page that leaving leads to
measures-heading = Küchenmaße
measures-what = Gerundet, zum Kochen.
measures-volume = Volumen
measures-kitchen = Küche
measures-millilitres = Milliliter
measures-teaspoon = 1 Teelöffel
measures-tablespoon = 1 Esslöffel
measures-ounce = 1 Flüssigunze
measures-cup = 1 Tasse (US)
measures-pint = 1 Pint
measures-oven = Backofen
measures-celsius = °C
measures-fahrenheit = °F
