# Die Seite des Flusses, ihre Schaubilder, und die Durchsicht eines Verlaufs, bevor er behalten wird.
flow-heading-page = Der Fluss
flow-what = Wer beginnt, wie oft, wie lange bis zu einer Antwort, wie lang die Stille. Das zählt Kontakte, keine Gefühle, und es ist keine Vorhersage.
flow-me = du
flow-partner = die andere Person
flow-none = Noch nichts zu zeigen. Schreib Kontakte auf, wie sie kommen, oder lies einen Nachrichtenverlauf ein.
flow-order = Solange eine gerichtliche Anordnung gilt, wird kein Verlauf gezeigt und keine alte Nachricht gelesen.
flow-learn = Das ist zum Lernen da. Es klagt niemanden an.
flow-where = Wo es gerade steht
flow-shows = Was es zeigt
flow-figures = Woche für Woche
flow-table = Als Tabelle
figure-week = Woche vom
figure-they = Die andere Person, in Minuten
figure-you = Du, in Minuten
figure-hours = In Stunden
figure-passed = Vorbeigegangen
figure-acted = Nachgegeben
figure-replies = Wie lange eine Antwort brauchte
figure-replies-what = Für jede Woche der mittlere Wert der Zeiten bis zu einer Antwort, in Minuten: oben die der anderen Person, unten deine.
figure-silences = Die längste Stille
figure-silences-what = Für jede Woche die längste Strecke ohne eine Nachricht, in Stunden.
figure-urges = Drang
figure-urges-what = Für jede Woche oben, wie oft der Drang vorbeiging, und unten, wie oft du ihm nachgegeben hast.
figure-urges-foot = Ein Ausrutscher ist ein Punkt unter anderen.

## Reading a history in
flow-import = Einen Nachrichtenverlauf einlesen
flow-import-what = Gezählt werden Zeiten, Seiten, Arten und Längen. Die Worte werden nur im Arbeitsspeicher gelesen und fallen gelassen. Nichts wird gespeichert, bevor du gesehen hast, wie es gelesen wurde.
flow-import-how = WhatsApp: Chat öffnen, Menü, „Chat exportieren“, ohne Medien. Dateien und Zips anderer Apps werden auch versucht.
flow-import-private = Ein Chat, in dem du nicht bist, wird abgelehnt. Wenn die Privatsphäre-Einstellungen des Chats das Exportieren verbieten, ist das zu achten; Kontakte lassen sich von Hand aufschreiben.
flow-import-files = Dateien
flow-import-read = Einlesen
flow-import-reading = Wird gelesen …
flow-import-cancel = Abbrechen
flow-import-cancelled = Abgebrochen. Nichts wurde gespeichert.
flow-import-failed = Die Dateien kamen nicht an. Nichts wurde gespeichert; versuch es noch einmal.
flow-import-drop = oder hierher ziehen
flow-kept-histories = Verläufe, die behalten sind
flow-kept-span = { $n ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
 }, { $first } bis { $last }
flow-remove = Herausnehmen
flow-remove-what = Seine Zahlen werden endgültig gelöscht. Was du von Hand aufgeschrieben hast, bleibt.
flow-remove-do = Diese Zahlen löschen

## The audit
audit-heading = Wie es gelesen wurde
audit-trouble = Es ist noch nicht gelesen
audit-who-first = Sag, wer du darin bist; dann wird es gelesen.
audit-what = Sieh nach, ob das stimmt. Noch ist nichts gespeichert.
audit-who = Wer bist du darin?
audit-partner = Wer ist die andere Person?
audit-partner-one = Die einzige andere
audit-zone = Die Zeitzone des Telefons
audit-dates = In Daten steht
audit-dates-found = was die Datei zeigt
audit-dates-dmy = der Tag zuerst
audit-dates-mdy = der Monat zuerst
audit-dates-ymd = das Jahr zuerst
audit-again = Noch einmal lesen
audit-keep = Die Zahlen behalten
audit-drop = Nichts behalten
audit-files = Worauf das beruht
audit-correct = Etwas richtigstellen
