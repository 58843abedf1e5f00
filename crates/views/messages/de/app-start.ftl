# Die ersten Minuten: was das ist, die Fragen zur Sicherheit, ein paar Angaben, die Passphrase, der Code; und das Öffnen.
start-heading = Du willst die Beziehung zurück. Das hier hilft dir, weniger zu tun.
start-what = Halflight gibt deinem eigenen Kontakt ein Maß, hält zurück, was du senden würdest, achtet auf dich, und tritt zur Seite, wo jeder Kontakt schaden würde.
start-honest = Niemand kann dir deine Chancen nennen, auch das hier nicht. Manche Paare finden wieder zusammen, viele nicht; auch die andere Person entscheidet. Keine Studie zeigt, dass diese Schritte jemanden zurückbringen. Sie helfen dir wahrscheinlich, damit zurechtzukommen, und ersparen wahrscheinlich euch beiden Schaden.
start-begin = Beginnen
start-sample = Erst ein Beispiel ansehen
start-minutes = Unter drei Minuten, und jeder Schritt lässt sich auslassen. Nichts wird gespeichert, bis du eine Passphrase wählst.
start-device-heading = Wer das sehen kann
start-device = Alles bleibt auf diesem Gerät, versiegelt mit deiner Passphrase. Nichts wird irgendwohin gesendet. Aber ein Gerät, das jemand anderes benutzt oder überwacht, kann zeigen, dass du hier warst, und ein Spähprogramm sieht, was du siehst. Wenn das sein könnte, nimm dafür ein anderes Gerät.
start-device-exit = „Sofort weg“ steht auf jeder Seite, und dreimal Esc tut dasselbe: Es erscheint eine neutrale Seite, und die App sperrt sich. Den Verlauf des Browsers löscht das nicht. Ohne JavaScript sperrt der Knopf trotzdem und führt weg; die Tasten nicht.
start-restore = Du hast eine Sicherung? In einem Terminal: halflight restore.

## The safety questions
safety-heading = Sicherheit zuerst
safety-what = Die Antworten ändern, was hier für dich richtig ist. Du kannst jede auslassen. „Die andere Person“ ist überall die, die dich verlässt oder verlassen hat.
safety-again = Bevor etwas dazu gesagt wird, ob du dich melden kannst, brauchen diese Fragen eine Antwort. Auslassen ist kein Nein.
safety-afraid = Hast du Angst vor der anderen Person, oder hat sie dich verletzt, bedroht oder kontrolliert?
safety-order = Gibt es eine Anordnung oder Auflage, die den Kontakt zwischen euch betrifft, vom Gericht, von der Polizei oder auf Bewährung?
safety-stop = Hat die andere Person, oder jemand für sie, dir gesagt, dass du aufhören sollst, dich überall blockiert, oder hat sie Angst vor dir?
safety-space = Hat die andere Person um Zeit oder Abstand gebeten?
safety-danger-self = Denkst du daran, dich umzubringen?
safety-danger-self-note = Am Anfang gefragt, habe ich Ja gesagt: Ich denke daran, mich umzubringen.
safety-danger-other = Denkst du daran, jemanden zu verletzen?
safety-danger-other-note = Am Anfang gefragt, habe ich Ja gesagt: Ich denke daran, jemanden zu verletzen.
safety-nobody = Niemand erfährt, was du antwortest.

## A few facts
you-heading = Wo es gerade steht
you-what = Ein paar Angaben, damit zu dir passt, was du liest. Lass aus, was du magst; alles lässt sich ändern.
you-wish = Was willst du?
wish-reunite = Die Beziehung zurück
wish-unsure = Ich bin nicht sicher
wish-end = Die Beziehung beenden
you-living = Wie wohnst du?
living-apart = Getrennt
living-together = Unter einem Dach
you-left = Wann war die Trennung?
you-shares = Was ist noch gemeinsam?
share-children = Kinder
share-home = Eine Wohnung
share-money = Geld
share-work = Arbeit
you-instinct = Wenn du deinem Herzen folgen würdest: Wie oft würdest du dich melden?
you-instinct-hint = Alle Wege zusammen: Anrufe, Nachrichten, Briefe, Besuche. Daraus folgt das Maß.
instinct-many = Viermal am Tag oder öfter
instinct-two-a-day = Zweimal am Tag
instinct-one-a-day = Einmal am Tag
instinct-half-a-day = Jeden zweiten Tag
instinct-one-a-week = Einmal die Woche
instinct-less = Seltener
you-country = Land
you-country-hint = Für die Nummern auf der Hilfeseite. Nur das Land liegt außerhalb des Siegels, damit Hilfe keine Passphrase braucht.
you-country-other = Ein anderes, oder keines
you-zone = Zeitzone
you-zone-hint = In ihr werden Tage gezählt.
you-zone-choose = Wählen
you-zone-machine = Die dieses Geräts

## The passphrase and the code
keep-heading = Behalten, versiegelt
keep-what = Eine Passphrase versiegelt, was du schreibst. Ohne sie liest es niemand, nicht einmal wir.
keep-passphrase = Passphrase
keep-hint = Acht Zeichen oder mehr. Gut sind ein paar Wörter, die mit keinem Geburtstag zu tun haben. Einfügen und Passwortmanager sind willkommen.
keep-again = Noch einmal
keep-make = Versiegeln und behalten
keep-later = Jetzt nicht
keep-lost = Wenn du sie vergisst, öffnet ein Wiederherstellungscode den Tresor. Er wird als Nächstes gezeigt, nur dieses eine Mal. Ohne beides ist verloren, was du geschrieben hast.
keep-differ = Die beiden sind nicht gleich. Noch ist nichts gespeichert; versuch es noch einmal.
keep-short = Sie hat weniger als acht Zeichen. Wähl eine längere.
keep-failed = Der Tresor ließ sich nicht anlegen. Was du geschrieben hast, ist noch da. Sieh nach, ob die Festplatte voll ist, dann versuch es noch einmal.
code-heading = Der Wiederherstellungscode
code-what = Nur dieses eine Mal gezeigt. Schreib ihn auf Papier und bewahr ihn nicht bei diesem Gerät auf.
code-type = Tipp ihn ab
code-hint = Groß oder klein, Striche und Leerzeichen sind egal.
code-confirm = Er ist aufgeschrieben
code-later = Später
code-wrong = Das ist nicht der Code. Sieh noch einmal auf dein Papier; geändert wurde nichts.

## Unlocking
unlock-heading = Öffnen
unlock-passphrase = Passphrase
unlock-check-in = Öffnen und Stimmung notieren
unlock-open = Öffnen
unlock-forgotten = Ich habe sie vergessen
unlock-wrong = Damit geht der Tresor nicht auf. Versuch es noch einmal, oder nimm den Wiederherstellungscode.
unlock-wait = Zu viele haben nicht gepasst. Versuch es um { $hour } Uhr oder später noch einmal. Die Hilfe ist die ganze Zeit offen.
unlock-failed = Der Tresor ließ sich nicht öffnen. In einem Terminal sagt halflight check, warum. Eine Sicherung lässt sich mit halflight restore zurückholen.
recover-heading = Mit dem Wiederherstellungscode öffnen
recover-what = Der Code von deinem Papier öffnet den Tresor, und du wählst eine neue Passphrase.
recover-code = Wiederherstellungscode
recover-passphrase = Neue Passphrase
recover-open = Öffnen
recover-no-code = Das ist kein Wiederherstellungscode: Der hat 28 Buchstaben und Ziffern, in sieben Gruppen zu vier. Sieh ihn dir noch einmal an.
