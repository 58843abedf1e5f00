# Warum ein Verlauf nicht zu lesen war: was geschah und wo, und (…-todo) was jetzt zu tun ist. Der erste Satz steht hinter
# dem Namen des Befehls und beginnt klein, wo ein Wort es erlaubt. $file ist ein Pfad, $name und $people sind Namen, wie
# der Chat sie schreibt.

trouble-no-file = es wurde keine Datei angegeben.
trouble-no-file-todo = Gib die Ausgabe deines Chats an.
trouble-empty = { $file } ist leer.
trouble-empty-todo = Gib den Chat noch einmal aus und nimm die neue Datei.

## Files that are something else
trouble-pdf = { $file } ist ein PDF, keine Ausgabe eines Chats.
trouble-medium = { $file } ist ein Bild, ein Ton oder ein Film, keine Ausgabe eines Chats.
trouble-json = { $file } enthält JSON, aber keine Chats, wie Telegram, Messenger oder Instagram sie ausgeben.
trouble-xml = { $file } enthält XML, aber keine Nachrichten oder Anrufe, wie SMS Backup & Restore sie schreibt.
trouble-html = { $file } ist eine Webseite, keine Ausgabe eines Chats.
trouble-database = { $file } ist eine Datenbank, aber nicht die, die Apples Nachrichten-App führt.
trouble-no-text = { $file } ist kein Text.
trouble-kakaotalk = { $file } ist ein Chat aus KakaoTalk; der wird nicht gelesen.
trouble-line = { $file } ist ein Chat aus LINE; der wird nicht gelesen.
trouble-mailbox = { $file } ist ein Postfach von einer Art, die nicht gelesen wird.
trouble-archive = { $file } ist ein Archiv von einer Art, die nicht gelesen wird.
trouble-other-text = { $file } enthält keine Zeile, die wie eine Nachricht von WhatsApp beginnt, und ist auch keine andere Ausgabe, die gelesen wird.
trouble-how-to-export-todo = In WhatsApp: Chat öffnen, Menü, „Chat exportieren“, ohne Medien. Nimm die Datei, die dabei entsteht. Wenn die Privatsphäre-Einstellungen des Chats das Exportieren verbieten, ist das zu achten; Kontakte lassen sich von Hand eintragen.

## Zips
trouble-zip-damaged = { $file } ist ein Zip, das abgeschnitten oder beschädigt ist.
trouble-zip-unpack = { $file } ist ein Zip, das sich nicht entpacken lässt.
trouble-zip-again-todo = Gib den Chat noch einmal aus, oder kopier die Datei noch einmal.
trouble-zip-locked = { $file } ist mit einem Passwort verschlossen.
trouble-zip-locked-todo = Öffne es zuerst und nimm die Datei darin.
trouble-zip-climbing = { $file } ist ein Zip, das außerhalb seines Ordners schreiben würde; kein Telefon erzeugt so eine Datei.
trouble-zip-climbing-todo = Es wurde nichts entpackt. Gib den Chat noch einmal aus.
trouble-zip-no-chat = { $file } ist ein Zip ohne einen Chat darin.
trouble-zip-no-chat-todo = Nimm das Zip, das die App erzeugt hat, oder die Datei mit den Nachrichten darin.
trouble-zip-several = { $file } ist ein Zip mit mehreren Chats darin.
trouble-zip-several-todo = Entpack es und nimm den Chat mit der anderen Person.
trouble-zip-too-large = { $file } ist ein Zip mit einer Datei, die entpackt größer ist als 256 MiB.
trouble-zip-too-large-todo = Nichts davon wurde behalten. Entpack es und nimm, was darin ist.

## Nothing to read
trouble-nothing-in-folder = in { $file } ist keine Datei eine Ausgabe, die gelesen wird.
trouble-nothing-in-folder-todo = Nimm den Ordner, den die App angelegt hat, oder die Datei mit den Nachrichten.
trouble-nothing-in-it = { $file } ist eine Ausgabe ohne eine einzige Nachricht, die sich lesen ließ.
trouble-nothing-in-it-todo = Gib den Chat noch einmal aus, als JSON, wo du wählen kannst, und sieh nach, ob die gewählte Zeit nicht leer ist.
trouble-nothing-in-it-because = { $file } ist eine Ausgabe ohne eine einzige Nachricht, die sich lesen ließ; zur ersten: { $why }.
trouble-unread-database = { $file } ist eine Datenbank, die sich nicht lesen ließ ({ $example }).
trouble-unread-database-todo = Schließ die Nachrichten-App und kopier die Datei noch einmal, zusammen mit der, die auf -wal endet.

## Dates
trouble-dates-undecided = in { $file } lassen sich Tag und Monat nicht unterscheiden: { $example } und jedes andere Datum lässt sich auf beide Arten lesen.
trouble-dates-undecided-todo = Sag, was zuerst steht: --dates dmy für den Tag, --dates mdy für den Monat.
trouble-dates-contradict = die Daten in { $file } widersprechen sich: { $day-first } können nur mit dem Tag beginnen, { $month-first } nur mit dem Monat.
trouble-dates-contradict-todo = Vielleicht sind zwei Ausgaben in einer Datei. Gib sie einzeln an, oder sag mit --dates, welcher zu glauben ist.
trouble-no-days = die Daten in { $file } sind keine Tage dieses Kalenders: { $example }, gelesen als { $order }.
trouble-no-days-todo = Versuch es mit einem anderen --dates; oder das Telefon benutzt einen anderen Kalender: Stell es auf den gregorianischen und gib den Chat noch einmal aus.
trouble-unknown-word = in { $file }, Zeile { $line }, ist ein Wort neben der Zeit nicht bekannt: „{ $example }“.
trouble-unknown-word-todo = Es könnte Morgen von Abend unterscheiden, darum wurde nicht geraten. Bitte melde es mit der Sprache des Telefons, oder stell das Telefon auf die 24-Stunden-Uhr und gib den Chat noch einmal aus.

## People
trouble-not-your-device = { $file } stammt von einem Telefon oder Konto, auf dem { $name } jemand anderes ist.
trouble-not-your-device-todo = Gelesen wird nur, was auf deinem eigenen ist. Wenn es deines ist, sag mit --partner, wen du meinst.
trouble-not-in-it = { $name } schreibt in { $file } nicht, und ein Chat, in dem du nicht bist, wird nicht gelesen.
trouble-not-in-it-todo = Wenn es deiner ist, unter einem anderen Namen, gib diesen mit --me an. Wer darin schreibt: { $people }.
trouble-several-fit = mehr als eine Person in { $file } passt zu { $name }.
trouble-several-fit-todo = Gib den Namen Buchstabe für Buchstabe an. Wer darin schreibt: { $people }.
trouble-partner-needed = in { $file } schreiben mehr als zwei Menschen.
trouble-partner-needed-todo = Sag mit --partner, wer davon die andere Person ist; nur diese und du werden gezählt. Wer sonst darin schreibt: { $people }.
trouble-partner-not-in-it = { $name } schreibt in { $file } nicht.
trouble-partner-not-in-it-todo = Gib den Namen so an, wie der Chat ihn schreibt. Wer sonst darin schreibt: { $people }.
trouble-alone = in { $file } schreibt niemand außer { $name }, also gibt es keinen Fluss zu lesen.
trouble-alone-todo = Sieh nach, ob es der richtige Chat ist.
trouble-both-the-same = { $name } kann nicht beide sein.
trouble-both-the-same-todo = Gib mit --me und --partner zwei verschiedene Namen an.
trouble-nobody = niemand
trouble-and-more = { $people } und { $count } weitere
