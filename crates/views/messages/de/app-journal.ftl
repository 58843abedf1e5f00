# Das Tagebuch: alles Aufgeschriebene in Worten; Suche; Zurücknehmen und Löschen; Nachtragen.
journal-heading = Tagebuch
journal-what = Alles, was hier aufgeschrieben wurde, das Neueste zuerst.
journal-empty = Noch ist nichts aufgeschrieben. Was du auf den anderen Seiten notierst, sammelt sich hier, Tag für Tag.
journal-empty-past = Was vorher geschah, lässt sich nachtragen, jedes an seinem Tag.
journal-write = Einen vergangenen Tag nachtragen
journal-write-day = Diesen Tag nachtragen
journal-search = Suche
journal-words = Wörter, die du suchst
journal-words-hint = Groß- und Kleinschreibung und Akzente zählen nicht. Bei mehreren Wörtern werden alle gesucht.
journal-find = Suchen
journal-go-day = Zu einem Tag
journal-go = Dorthin
journal-earlier = Früheres
journal-newest = Zum Neuesten
journal-none-here = An diesem Tag und davor ist nichts aufgeschrieben.
journal-change = Ändern
journal-change-of = diesen Eintrag vom { $when }
journal-back = Zurück zum Tagebuch
journal-taken-back = Zurückgenommen
journal-taken-back-count = { $count ->
    [one] Eine Zeile über Zurückgenommenes
   *[other] { $count } Zeilen über Zurückgenommenes
 }
journal-until = Bis { $day }
journal-export-heading = Eine Kopie davon
journal-order-words = Solange eine Anordnung gilt, werden die Worte nicht gezeigt.

## Search
found-heading = Suche
found-none = Nichts mit diesen Wörtern. Ein anderes Wort dafür oder sein Anfang findet es vielleicht.
found-count = { $count ->
    [one] Ein Eintrag.
   *[other] { $count } Einträge.
 }
found-more = Die neuesten { $count }. Weiter zurück kann es mehr geben.
found-further = Weiter zurück suchen

## One entry
entry-heading = Ein Eintrag
entry-when = { $day }, { $hour }
entry-correct = Zurücknehmen
entry-correct-what = Der Eintrag bleibt im Tagebuch, gekennzeichnet, und zählt nicht mehr: als wäre er nie gesagt worden. Wenn du magst, schreib ihn dann neu, so wie es war.
entry-correct-do = Zurücknehmen
entry-correct-safe = Eine Grenze, ein Stopp, eine Angst oder Worte, die auf Gewalt hindeuten, wirken trotzdem weiter.
entry-correct-shared = { $count ->
    [one] Ein anderer Eintrag hat denselben Namen und wird mit zurückgenommen.
   *[other] { $count } andere Einträge haben denselben Namen und werden mit zurückgenommen.
 }
entry-correct-no-id = Dieser Eintrag kam ohne Namen, also kann ihn nichts zurücknehmen. Du kannst ihn löschen und neu schreiben, so wie es war.
entry-is-back = Der Eintrag wurde zurückgenommen und zählt nicht mehr.
entry-again = Neu schreiben
entry-delete = Endgültig löschen
entry-delete-what = Die Worte verschwinden, und der Schlüssel zu ihnen.
entry-delete-go = Löschen
entry-erased = Die Worte sind endgültig fort. Geblieben ist die bloße Tatsache, und das Löschen hebt nichts auf.

## Deleting
gone-heading = Endgültig löschen?
gone-what = Es lässt sich nicht zurückholen.
gone-versions = { $count ->
    [one] Es wurde noch einmal mit denselben Worten geschrieben. Beide verschwinden.
   *[other] Es wurde noch { $count } Mal geschrieben. Alle verschwinden.
 }
gone-lifts-nothing = Löschen hebt keine Grenze auf. Eine Anordnung, ein Stopp, eine Bitte um Abstand, eine Angst oder Worte, die auf Gewalt hindeuten, enden so, wie sie enden, ob sie hier stehen oder nicht.
gone-leaves = Dieser Eintrag hinterlässt eine bloße Tatsache, ohne ein Wort von dir: { $what }
gone-retraction = Was damit zurückgenommen wurde, zählt wieder.
gone-lifting = Hier stand, dass eine Grenze zu Ende ist. Ohne das gilt die Grenze wieder.
gone-elsewhere = In früheren Sicherungen und Exporten kann es noch stehen, und in dem, was ein Datenträger von überschriebenen Blöcken behält.
gone-do = Endgültig löschen
gone-not = Behalten
gone-done = Es ist fort
gone-done-what = Weder die Worte noch der Schlüssel zu ihnen sind noch im Tresor.
gone-done-later = Ein anderes Programm hat den Tresor offen. Die Stellen, an denen die Worte standen, werden überschrieben, wenn der Tresor das nächste Mal geöffnet wird.

## Imports
imports-heading = { $count ->
    [one] Ein importierter Verlauf
   *[other] { $count } importierte Verläufe
 }
imports-what = Zahlen, nie Worte.
import-line = { $messages ->
    [one] eine Nachricht
   *[other] { $messages } Nachrichten
 } und { $calls ->
    [one] ein Anruf
   *[other] { $calls } Anrufe
 }, { $first } bis { $last }
import-line-messages = { $messages ->
    [one] eine Nachricht
   *[other] { $messages } Nachrichten
 }, { $first } bis { $last }
import-no-name = Ohne Namen
import-heading = Ein importierter Verlauf
import-correct-what = Alles davon bleibt im Tresor und zählt nicht mehr.
import-is-back = Der Verlauf wurde zurückgenommen und zählt nicht mehr.
import-delete-what = Alle seine Zahlen verschwinden, und sonst nichts. Was aus dem Verlauf gelesen wird, wird ohne ihn gelesen.
import-no-id = Er kam ohne Namen und lässt sich nicht zurücknehmen. Als Ganzes löschen lässt er sich.

## Writing into a past day
past-heading = Einen vergangenen Tag nachtragen
past-what = Es zählt von dem Tag und der Zeit an, die du angibst.
past-at = Wann war es?
past-at-hint = In deiner Zeitzone, { $zone }.
past-check-in = Ein Tageseintrag
past-contact = Ein Kontakt
past-urge = Ein Impuls
past-met = Ein Treffen
past-work = Ein Stück Arbeit
past-note = Eine Notiz
past-keep = Behalten
past-by = Von wem kam er?
past-by-me = Von mir
past-by-partner = Von der anderen Person
past-started = Begonnen, oder eine Antwort?
past-started-yes = Begonnen
past-started-no = Eine Antwort
past-about = Worum ging es?
about-personal = Um euch beide
about-practical = Um Praktisches
past-tone = Falls er von der anderen Person kam: Wie klang es?
tone-stop = Stopp
past-strength = Wie stark war er, 0 bis 10?
past-after = Und nach einer Weile, 0 bis 10? Lass es leer, wenn du nicht mehr darauf geachtet hast.
past-acted = Ich habe mich dann gemeldet
past-planned = Vorher vereinbarte Minuten
past-minutes = Wie viele Minuten es dauerte
past-note-text = Was geschah
past-mood = Stimmung, 0 bis 10

## What each kind of entry says
told-situation = Wie die Dinge stehen
told-situation-wish-reunite = du möchtest die andere Person zurück
told-situation-wish-unsure = du bist nicht sicher, was du möchtest
told-situation-wish-end = du möchtest es beenden
told-situation-left = gegangen: { $day }
told-situation-apart = getrennt wohnend
told-situation-together = unter einem Dach
told-situation-shares = gemeinsam: { $shares }
told-situation-shares-nothing = nichts gemeinsam
told-share-children = Kinder
told-share-home = ein Zuhause
told-share-money = Geld
told-share-work = Arbeit
told-situation-zone = Zeitzone { $zone }
told-situation-country = Land: { $country }
told-situation-instinct = du würdest dich { $often ->
    [one] einmal die Woche melden
   *[other] { $often } Mal die Woche melden
 }
told-situation-widest = größter Abstand { $days } Tage
told-situation-day-starts = dein Tag beginnt um { $hour }
told-limit-order = Es gibt eine gerichtliche Anordnung
told-limit-told-to-stop = Die andere Person hat Stopp gesagt
told-limit-space = Die andere Person hat um Abstand gebeten
told-limit-none = Eine Grenze ist zu Ende
told-limit-until = bis { $day }
told-limit-channel = nur für diesen Weg: { $channel }
told-limit-blocked = durch Blockieren
told-limit-confirmed = bestätigt
told-limit-unconfirmed = nicht bestätigt
told-fear-yes = Du hast Angst vor der anderen Person
told-fear-no = Du hast keine Angst vor der anderen Person
told-urge = Ein Impuls, dich zu melden: { $channel }
told-urge-strength = Stärke { $figure } von 10
told-urge-after = später { $figure }
told-urge-acted = du hast dich gemeldet
told-contact-me-started = Du hast dich gemeldet: { $channel }
told-contact-me-answered = Du hast geantwortet: { $channel }
told-contact-partner-started = Die andere Person hat sich gemeldet: { $channel }
told-contact-partner-answered = Die andere Person hat geantwortet: { $channel }
told-about-personal = über euch beide
told-about-practical = praktisch
told-tone-warm = es klang warm
told-tone-neutral = es klang weder warm noch kühl
told-tone-cold = es klang kühl
told-tone-stop = die andere Person hat Stopp gesagt
told-minutes = { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-days = { $figure ->
    [one] ein Tag
   *[other] { $figure } Tage
 }
told-request = Die andere Person bat um { $what }
told-request-boundary = Die andere Person hat eine Grenze gesetzt
told-request-practical = Die andere Person bat um etwas Praktisches
told-what-talk = ein Gespräch
told-what-call = einen Anruf
told-what-visit = einen Besuch
told-what-meal = ein Essen
told-what-outing = einen Ausflug
told-what-night = eine Nacht
told-what-weekend = ein Wochenende
told-what-trip = eine Reise
told-request-open = so lange du magst
told-request-begins = für { $when }
told-met = Ihr habt euch getroffen
told-met-planned = vereinbart: { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-met-minutes = gedauert: { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-met-ended-me = du hast es beendet
told-met-ended-partner = die andere Person hat es beendet
told-checkin = Tageseintrag
told-sleep = geschlafen: { $figure ->
    [one] eine Stunde
   *[other] { $figure } Stunden
 }
told-asleep = { $figure } Min. bis zum Einschlafen
told-awake = { $figure } Min. wach
told-suffered = der Tag litt darunter
told-suffered-not = der Tag litt nicht darunter
told-ate-well = gut gegessen
told-ate-little = wenig gegessen
told-ate-hardly = kaum gegessen
told-moved = { $figure } Min. bewegt
told-worked = das Tagwerk getan
told-worked-not = nicht gearbeitet
told-people = unter { $figure ->
    [one] einem Menschen
   *[other] { $figure } Menschen
 }
told-mood = Stimmung { $figure } von 10
told-drinks = Getränke: { $figure }
told-questionnaire = Der Bogen { $name }
told-questionnaire-total = die Antworten ergeben zusammen { $total }
told-questionnaire-missing = eine Antwort fehlt, darum gibt es keine Summe
told-work = Arbeit: { $sort }
told-work-counsellor = Beratung
told-work-reading = Lesen
told-work-friend = im Freundeskreis
told-work-clergy = Seelsorge
told-work-exercise = eine Übung
told-work-other = etwas anderes
told-mention = Du hast deine Arbeit erwähnt
told-change = Eine Änderung, die du vorhast
told-kept = Eingehalten
told-slipped = Ausgerutscht
told-repaired = Wiedergutgemacht
told-hard-date = Ein schwerer Tag: { $day }
told-yearly = jedes Jahr
told-draft-start = Ein Entwurf, um dich zu melden
told-draft-reply = Ein Entwurf, eine Antwort
told-draft-practical = Ein Entwurf, praktisch
told-draft-closure = Ein Entwurf, der Abschiedsbrief
told-draft-never-send = Ein Brief, der nie abgeschickt wird
told-draft-sent = Du hast einen Entwurf anderswo abgeschickt
told-draft-let-go = Du hast einen Entwurf losgelassen
told-need-food = Es fehlt: Essen
told-need-housing = Es fehlt: eine Wohnung
told-need-money = Es fehlt: Geld
told-need-transport = Es fehlt: ein Weg, um hinzukommen
told-need-papers = Es fehlt: Papiere
told-need-other = Es fehlt: etwas Praktisches
told-need-food-met = Fehlt nicht mehr: Essen
told-need-housing-met = Fehlt nicht mehr: eine Wohnung
told-need-money-met = Fehlt nicht mehr: Geld
told-need-transport-met = Fehlt nicht mehr: ein Weg, um hinzukommen
told-need-papers-met = Fehlt nicht mehr: Papiere
told-need-other-met = Fehlt nicht mehr: etwas Praktisches
told-sign-opening = Ein Zeichen für eine Öffnung
told-sign-ending = Ein Zeichen für ein Ende
told-enough = Was genug wäre, um aufzuhören
told-review-date = Wieder fragen: { $day }
told-note = Eine Notiz
told-appointment-counsellor = Ein Termin zur Beratung: { $when }
told-appointment-doctor = Ein Termin in der Arztpraxis: { $when }
told-appointment-other = Ein Termin: { $when }
told-person = Jemand, an den du dich wenden kannst
told-can-listen = hört zu
told-can-distract = bringt dich auf andere Gedanken
told-can-night = darf nachts angerufen werden
told-message = Eine importierte Nachricht
told-readiness-why-they-left = Bereitschaft: warum die andere Person ging
told-readiness-what-is-different = Bereitschaft: was jetzt anders ist
told-readiness-opening-line = Bereitschaft: wie das erste Gespräch beginnt
told-readiness-will-not-do = Bereitschaft: was du nicht tun wirst
told-place = Dein Ort auf der Karte
told-stage-brings = was beide mitbringen
told-stage-romantic-love = Verliebtheit
told-stage-power-struggle = der Machtkampf
told-stage-parting = Trennung
told-stage-learning = Lernen
told-stage-lasting-love = dauerhafte Liebe
told-learnt = gelernt: { $skill }
told-skill-safety = Sicherheit
told-skill-reliable-membership = verlässliche Zugehörigkeit
told-skill-diversity = Verschiedenheit
told-skill-autonomy = Eigenständigkeit
told-skill-purpose = Sinn
told-skill-healing = alte Wunden heilen
told-skill-sharing = alles teilen
told-settings = Wie die App sich verhält
told-settings-lock = schließt nach { $figure ->
    [one] einer Minute
   *[other] { $figure } Minuten
 }
told-settings-language = Sprache: { $tag }
told-retract = Du hast etwas zurückgenommen
told-false-alarm = Du hast Worte als Fehlalarm gekennzeichnet
told-erased-limit = Ein gelöschter Eintrag. Die Grenze, die er setzte, bleibt.
told-erased-fear = Ein gelöschter Eintrag. Dass du Angst hattest, bleibt.
told-erased-stop = Ein gelöschter Eintrag. Dass die andere Person Stopp gesagt hat, bleibt.
told-erased-words = Ein gelöschter Eintrag. Dass es Worte gab, die auf Gefahr oder auf erlittenes Leid hindeuten, bleibt.
told-channel-call = ein Anruf
told-channel-text = eine Nachricht
told-channel-voice = eine Sprachnachricht
told-channel-email = eine E-Mail
told-channel-letter = ein Brief
told-channel-social = soziale Medien
told-channel-visit = ein Besuch
told-channel-gift = ein Geschenk
told-channel-ask-others = andere fragen
told-channel-look-up = nachsehen, was die andere Person zeigt
