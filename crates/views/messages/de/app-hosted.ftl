# Die App als Dienst für viele: anmelden, und wer was sehen kann.
hosted-machine = Deine Worte liegen in der Datenbank derer, die diesen Dienst betreiben, versiegelt mit deiner Passphrase; dieses Gerät behält nichts davon. So, wie sie dort liegen, kann sie niemand lesen. Solange du angemeldet bist, arbeitet der Dienst in seinem Speicher mit ihnen, und wer ihn betreibt, könnte das Programm ändern und deine Passphrase erfahren. Nutze ihn nur, wenn du diesen Menschen vertraust. Auf einem eigenen Rechner musst du niemandem vertrauen.
hosted-line = Die Leitung zum Dienst ist versiegelt. Andere in deinem Netz können sehen, dass du ihn aufgerufen hast, und wann. Was gesagt wird, sehen sie nicht.
hosted-door = Diese Seite kann jeder öffnen und Namen und Passphrasen ausprobieren, immer langsamer. Dein Name liegt dort in einer Form, die sich nicht zurücklesen lässt. Nimm trotzdem einen, der nichts über dich verrät.
hosted-help = Vor dem Anmelden zeigt die Hilfeseite keinen Plan und niemanden von dir. Heb die Nummer deines Menschen auf Papier oder im Telefon auf.
hosted-leave = Sperren und Verlassen melden dich auf jedem Gerät ab.
hosted-sample = Was du ins Beispiel schreibst, ist mit der Seite wieder weg.
sign-in-heading = Anmelden
sign-in-name = Name
sign-in-check-in = Anmelden und Stimmung notieren
sign-in-new = Ich bin neu hier
sign-in-wrong = Dieser Name und diese Passphrase öffnen nichts. Sieh nach, wie beide geschrieben werden, oder nimm den Wiederherstellungscode.
sign-in-failed = Das Anmelden ging gerade nicht. Nichts wurde geändert. Versuch es in einer Minute noch einmal; die Hilfe ist offen.
recover-wrong = Dieser Name und dieser Code öffnen nichts. Sieh noch einmal auf deinem Papier nach.
join-heading = Anfangen
join-what = Ein Name zum Anmelden und eine Passphrase, die versiegelt, was du schreibst. Keine E-Mail, keine Nummer.
join-name-hint = Dieser ist für dich erfunden. Behalt ihn oder nimm einen anderen, und schreib ihn auf: Niemand kann ihn nachsehen.
join-invitation = Einladung
join-invitation-hint = Du hast sie von denen, die diesen Dienst betreiben.
join-make = Versiegeln und anfangen
join-lost = Wenn du die Passphrase vergisst, öffnet ein Wiederherstellungscode den Tresor. Er kommt als Nächstes, dieses eine Mal. Ohne beide, oder ohne den Namen, ist verloren, was du geschrieben hast.
join-closed = Gerade kann hier niemand neu anfangen. Auf einem eigenen Rechner braucht Halflight keinen Dienst.
join-bad-invitation = Diese Einladung ist verbraucht, abgelaufen oder anders geschrieben. Bitte um eine neue.
join-bad-name = Ein Name hat 3 bis 64 Zeichen.
join-taken = Diesen Namen hat schon jemand. Nimm einen anderen.
join-differ = Die beiden Passphrasen sind nicht gleich. Noch wurde nichts angelegt; versuch es noch einmal.
join-wait = Von deiner Adresse haben viele angefangen. Versuch es in einer Viertelstunde noch einmal.
join-failed = Das Anlegen ging gerade nicht. Nichts wurde behalten. Versuch es in einer Minute noch einmal.
settings-passphrase = Eine andere Passphrase
settings-passphrase-what = Jedes andere Gerät wird abgemeldet. Der Wiederherstellungscode bleibt, wie er ist.
settings-passphrase-today = Die Passphrase von heute
settings-passphrase-new = Die neue
settings-passphrase-change = Ändern
trouble-passphrase = Die Passphrase von heute ist eine andere.
trouble-passphrase-todo = Nichts wurde geändert. Nach mehreren falschen dauert es eine Weile, bis die nächste angesehen wird.
trouble-away = Der Dienst erreicht gerade nicht, was aufbewahrt ist.
trouble-away-todo = Nichts ist verloren. Versuch es in einer Minute noch einmal. Die Hilfe ist die ganze Zeit offen.

# Das Gespräch unter den Seiten des Leitfadens.
talk-heading = Fragen und Antworten
talk-what = Hier trägt niemand den eigenen Namen, und nichts wird gezeigt, bevor eine Begleitung es gelesen hat. Auch dein Gegenüber kann hier mitlesen.
talk-sign-in = Hier fragen und antworten Menschen.
talk-none = Hier hat noch niemand etwas gefragt.
talk-ask = Etwas fragen
talk-answer = Antworten
talk-text = Was du sagen möchtest
talk-hint = Keine Namen, keine Orte, keine Links, Nummern oder Adressen, weder deine noch die anderer.
talk-consent = Das darf unter dem erfundenen Namen in einem gedruckten Archiv stehen
talk-send = An die Begleitung geben
talk-own = Was ich geschrieben habe
talk-none-own = Du hast hier nichts geschrieben.
talk-guide = Begleitung
talk-mine = du
talk-waits = Noch hat es keine Begleitung gelesen. Nur du und die Begleitungen sehen es.
talk-hidden = Eine Begleitung hat es ausgeblendet.
talk-reports = Gemeldet: { $count }
talk-show = Allen zeigen
talk-hide = Ausblenden
talk-remove = Endgültig entfernen
talk-report = Melden
talk-waiting = Wartet auf eine Begleitung
talk-nothing-waits = Nichts wartet.
talk-help-first = Bevor das irgendwohin geht: Es gibt Menschen, mit denen du jetzt gleich sprechen kannst.
talk-help-then = Was du geschrieben hast, steht noch hier. Eine Begleitung liest es, sobald sie kann, vielleicht erst morgen. Heute Nacht kann sie nicht da sein.
talk-empty = Es steht noch nichts darin.
talk-long = Es ist länger als 4000 Zeichen. Nichts ist verloren; kürze es.
talk-address = Ein Link, eine Adresse oder eine Nummer steht darin. Nimm sie heraus: Niemand soll hierdurch gefunden werden.
talk-enough = Das genügt für heute. Komm morgen wieder; nichts ist verloren, behalt es in einer Notiz.
talk-closed = Diese Frage gibt es nicht mehr.
talk-archive-title = Fragen und Antworten, { $from } bis { $to }
talk-archive-made = Nur, was eine Begleitung gezeigt hat und wessen Schreibende zugestimmt haben. { $left ->
    [0] Nichts wurde weggelassen.
    [one] Ein Beitrag fehlt: Wer ihn schrieb, hat nicht zugestimmt.
   *[other] { $left } Beiträge fehlen: Wer sie schrieb, hat nicht zugestimmt.
 } Alle Namen sind erfunden.
talk-archive-guide = Begleitung
talk-archive-empty = Aus dieser Zeit darf nichts hier stehen.
