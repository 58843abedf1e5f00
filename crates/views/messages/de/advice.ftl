# Was jetzt zu tun ist, und wo es steht. Schlicht, warm, kurz. Keine Nachricht hier erinnert daran, sich zu melden, zählt
# Tage, sagt, was die andere Person fühlt, oder verspricht etwas.
#
# Notes for translators (they hold for all files of this folder):
# - The person who uses Halflight is "du". The partner is always "die andere Person", taken up again by "sie" where
#   nobody else can be meant; never "Partner", "Ex", "dein Mensch". Only where a page stands alone and every doubt has
#   to be kept out (the help page) it is "dein Partner oder deine Partnerin". "Ihr" and "euch" are left out where they
#   could be misread.
# - urge: Drang. instinct: Impuls. opening: Fenster. gap: Abstand. to reach out: sich melden. slip: Ausrutscher.
#   limit, boundary: Grenze. order: gerichtliche Anordnung. clause: Abschnitt. vault: Tresor. to hold a draft: zurückhalten.
# - Gender is left open by wording (Person, Fachleute, jemand), not by signs within words.
# - Method, not words: where English says "Not before { $day }", nothing may become "from { $day } on you can".

## Headings
first-heading = Jetzt
standing-heading = Wo es gerade steht
flow-heading = Der Fluss des Kontakts
label-start = Dich melden
label-gift = Ein Geschenk
label-reply = Antworten
label-request = Eine Bitte
label-draft = Ein Entwurf
label-mention = Erwähnen
label-channel = Geschlossen
label-flow = Kontakt
label-hard-date = Schwerer Tag
label-why = Warum?
why-line = halflight why { $clause }

## Things to do now
todo-open-help = Du bist damit nicht allein. Bitte sprich jetzt mit jemandem: mit einem Krisentelefon oder mit einem Menschen, dem du vertraust.
todo-keep-distance = Bleib heute weg von der anderen Person. Wenn du etwas tun könntest, ruf den Notruf an. Wenn eine Waffe in deiner Nähe ist, gib sie jemand anderem.
todo-find-shelter = Niemand darf dir wehtun oder dir Angst machen. Es gibt Menschen, die sich damit auskennen und dir zuhören, auch anonym.
todo-doctor-today = Such heute noch ärztliche Hilfe, wegen deines Schlafs. Setz dich bis dahin bitte nicht ans Steuer.
todo-doctor-this-week = Sprich diese Woche mit deiner Ärztin oder deinem Arzt. Was du ausgefüllt hast, ist es wert, gezeigt zu werden.
todo-keep-the-order = Es gibt eine gerichtliche Anordnung. Nichts geht an die andere Person, auf keinem Weg und durch niemanden. Was erlaubt ist, sagt dir ein Anwalt oder eine Anwältin.
todo-keep-the-stop = Die andere Person hat Stopp gesagt, oder es muss ein Stopp sein. Nichts Persönliches geht an sie. Das ist Respekt, und es schützt euch beide.
todo-owe-no-answer = Darauf schuldest du keine Antwort.
todo-keep-it-whole = Worum du gebeten wirst, ist eine Grenze oder eine Pflicht. Sie bekommt alles, nicht die Hälfte.
todo-ask-how-long = Die andere Person hat um Zeit gebeten. Frag, wie lange.
todo-agree-to-half = Die andere Person hat um Zeit gebeten. Sag Ja zur Hälfte, und beende du es.
todo-not-this-one = Diesmal nicht. Freundlich, in einer Zeile.
todo-safety-questions = Eine Frage ist noch offen: Hast du Angst vor der anderen Person? Die Antwort ändert, was hier richtig ist.
todo-turn-to-people = Sei heute mit jemandem zusammen, oder ruf einen deiner Menschen an. Nicht die andere Person.
todo-let-it-pass = Lass diesen Drang vorbeigehen. Zehn Minuten etwas anderes, dann schätz ihn noch einmal ein.
todo-mend-the-slip = Ein Ausrutscher ist ein einzelner Punkt, nicht das Ende. Was hat ihn ausgelöst? Was macht ihn wieder gut?
todo-give-space = Die andere Person hat um Abstand gebeten. Du beginnst nichts. Auch das ist eine Antwort.
todo-plan-the-date = Ein schwerer Tag kommt. Überleg dir jetzt, was du stattdessen tust.
todo-let-them-write = Zweimal kam von dir etwas, und es blieb ohne Antwort. Beginn nichts mehr, bis die andere Person schreibt. Das ist kein Urteil; du darfst noch einmal hinschauen, was du willst.
todo-ask-again = Ein Tag zum Nachdenken ist da. Willst du die Beziehung zurück, bist du unsicher, oder willst du sie beenden?
todo-close-well = Wenn du sie beendest: ein letzter Brief an die andere Person, kurz, ohne Vorwurf. Es ist der letzte.
todo-doctor-soon = Sprich bald mit deiner Ärztin oder deinem Arzt. Dort gibt es Hilfe dafür.
todo-questionnaire = Es gibt einen kurzen Bogen, den du ausfüllen und in die Arztpraxis mitnehmen kannst, wenn du magst.
todo-meet-the-need = Etwas Praktisches fehlt. Wer könnte dabei helfen, außer der anderen Person?
todo-check-in = Eine Minute für dich: Wie hast du geschlafen, gegessen, dich bewegt?
todo-leave-them-be = Lass die andere Person erst einmal in Ruhe. Heute muss nichts abgeschickt werden.
todo-learn = Lern ein kleines Stück: eine Seite, ein Gespräch, eine Übung.
todo-go-on-living = Leb heute weiter: Arbeit, Essen, ein Spaziergang, ein vertrauter Mensch. Dass es wehtut, ist normal.

## Verdicts
start-open = Das Fenster ist offen. Kurz, leicht, ohne Bitte; oder gar nichts.
start-wait = Noch nicht. Nicht vor { $day }.
start-wait-unknown = Noch nicht. Schreib auf, wann die Trennung war oder wann der letzte Kontakt, dann lässt sich ein Tag nennen.
start-never = Nein.
start-closure = Für einen einzigen letzten Brief an die andere Person, und für nichts sonst.
gift-open = Ein kleines darf das Fenster nutzen.
gift-wait = Noch nicht. Nicht vor { $day }.
gift-wait-unknown = Noch nicht.
gift-never = Nein.
reply-yes = Antworte: etwa so lang wie die Nachricht, bei ihrem Thema, ohne neue Bitte.
reply-practical-only = Nur zu praktischen Dingen.
reply-never = Nein.
request-ask-how-long = „Gern. An wie lange hattest du gedacht?“
request-half-minutes = Die Hälfte: { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
 }.
request-half-minutes-until = Die Hälfte: { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
 }. Du gehst um { $hour } Uhr, und du gehst zuerst.
request-half-days = Die Hälfte: { $days ->
    [one] ein Tag, keine gemeinsame Nacht
   *[other] { $days } Tage, die Nächte getrennt
 }.
request-half-evening = Nur der Abend. Du gehst spätestens um { $hour } Uhr.
request-all = Alles davon.
request-decline = Diesmal nicht.
request-owe-nothing = Du schuldest keine Antwort.
draft-free = Du kannst ihn selbst senden, anderswo, oder ihn loslassen.
draft-wait = Zurückgehalten. Nicht vor { $when }.
draft-wait-unknown = Zurückgehalten.
draft-never = Nicht zum Senden.
mention-yes = In diesem Kontakt darfst du eines erwähnen, in einem Satz: { $topics }.
closed-channels = { $channels }. Nicht auf diesem Weg, und kein anderer an seiner Stelle.
hard-date-planned = { $name }, { $day }. Du hast einen Plan.
hard-date-unplanned = { $name }, { $day }. Noch kein Plan.

## The flow: counts of contacts, never of feelings
flow-stopped = Wird nicht gelesen, solange ein Stopp oder eine Anordnung gilt.
flow-too-little = Zu wenig, um etwas zu sagen.
flow-moving-away = Die andere Person beginnt weniger Kontakte als zuvor; das zählt Kontakte, keine Gefühle.
flow-still = Die andere Person beginnt etwa so viele Kontakte wie zuvor; das zählt Kontakte, keine Gefühle.
flow-coming-closer = Die andere Person beginnt mehr Kontakte als zuvor; das zählt Kontakte, keine Gefühle.
flow-nearly-certain = { $course } Das ist fast gewiss.
flow-likely = { $course } Das ist wahrscheinlich, nicht gewiss.
flow-unsure = { $course } Das ist längst nicht gewiss.

## Channels
channel-call = Anrufe
channel-text = Nachrichten
channel-voice = Sprachnachrichten
channel-email = E-Mails
channel-letter = Briefe
channel-social = soziale Medien
channel-visit = Besuche
channel-gift = Geschenke
channel-ask-others = andere fragen
channel-look-up = Profile ansehen

## Under a page in a terminal: lines of a journal that could not be read
not-read-heading = Nicht gelesen
not-read-rest = das übrige Journal zählt
not-read-more = und { $count } weitere; --json nennt sie
