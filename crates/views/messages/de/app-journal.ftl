# Das Journal: alles, was geschrieben wurde, in Worten; Suche; Zurücknehmen und Löschen; an einem vergangenen Tag eintragen.
journal-heading = Journal
journal-what = Alles, was hier geschrieben steht, das Neueste zuerst.
journal-empty = Noch steht hier nichts. Was du auf den anderen Seiten festhältst, sammelt sich hier, Tag für Tag.
journal-empty-past = Auch was vorher war, lässt sich eintragen, jedes an seinem Tag.
journal-write = An einem vergangenen Tag eintragen
journal-write-day = An diesem Tag eintragen
journal-search = Suche
journal-words = Gesuchte Wörter
journal-words-hint = Groß und klein und Akzente sind egal. Bei mehreren Wörtern werden alle gesucht.
journal-find = Suchen
journal-go-day = Zu einem Tag gehen
journal-go = Hingehen
journal-earlier = Früher
journal-newest = Zum Neuesten
journal-none-here = An diesem Tag und davor steht nichts.
journal-change = Ändern
journal-change-of = diesen Eintrag, { $when }
journal-back = Zurück zum Journal
journal-taken-back = Zurückgenommen
journal-taken-back-count = { $count ->
    [one] Eine Zeile darüber, was zurückgenommen wurde
   *[other] { $count } Zeilen darüber, was zurückgenommen wurde
 }
journal-until = Bis { $day }
journal-export-heading = Eine Kopie davon
journal-order-words = Solange eine gerichtliche Anordnung gilt, werden seine Worte nicht gezeigt.

## Suche
found-heading = Suche
found-none = Mit diesen Wörtern steht hier nichts. Ein anderes Wort dafür, oder sein Anfang, findet es vielleicht.
found-count = { $count ->
    [one] Ein Eintrag.
   *[other] { $count } Einträge.
 }
found-more = Die neuesten { $count }. Weiter hinten kann es noch mehr geben.
found-further = Weiter hinten suchen

## Ein Eintrag
entry-heading = Ein Eintrag
entry-when = { $day }, { $hour }
entry-correct = Zurücknehmen
entry-correct-what = Er bleibt im Journal, gekennzeichnet, und zählt nicht mehr: als wäre er nicht gesagt. Danach kannst du ihn so eintragen, wie es war.
entry-correct-do = Zurücknehmen
entry-correct-safe = Eine Grenze, ein Stopp, Angst oder Worte von Gewalt wirken trotzdem weiter.
entry-correct-shared = { $count ->
    [one] Ein weiterer Eintrag trägt denselben Namen und wird mit ihm zurückgenommen.
   *[other] { $count } weitere Einträge tragen denselben Namen und werden mit ihm zurückgenommen.
 }
entry-correct-no-id = Dieser kam ohne Namen, darum kann ihn nichts zurücknehmen. Er lässt sich löschen und so eintragen, wie es war.
entry-is-back = Er wurde zurückgenommen und zählt nicht mehr.
entry-again = Neu eintragen
entry-delete = Endgültig löschen
entry-delete-what = Seine Worte gehen, und der Schlüssel zu ihnen.
entry-delete-go = Löschen
entry-erased = Seine Worte sind endgültig weg. Übrig ist die bloße Tatsache, und sie hebt nichts auf.

## Löschen
gone-heading = Endgültig löschen?
gone-what = Es lässt sich nicht zurückholen.
gone-versions = { $count ->
    [one] Er wurde noch einmal mit denselben Worten geschrieben. Beide gehen.
   *[other] Er wurde noch { $count }-mal geschrieben. Alle gehen.
 }
gone-lifts-nothing = Löschen hebt keine Grenze auf. Eine Anordnung, ein Stopp, eine Bitte um Abstand, Angst oder Worte von Gewalt enden, wie sie enden, ob sie hier stehen oder nicht.
gone-leaves = Von diesem bleibt eine bloße Tatsache, ohne ein Wort von dir: { $what }
gone-retraction = Was damit zurückgenommen war, zählt wieder.
gone-lifting = Damit war gesagt, dass eine Grenze zu Ende ist. Ohne ihn gilt die Grenze wieder.
gone-elsewhere = Es kann in früheren Sicherungen und Exporten stehen, und in dem, was ein Datenträger von überschriebenen Stellen behält.
gone-do = Endgültig löschen
gone-not = Behalten
gone-done = Es ist weg
gone-done-what = Weder seine Worte noch der Schlüssel zu ihnen sind noch im Tresor.
gone-done-later = Ein anderes Programm hat den Tresor offen. Die Stellen, an denen die Worte standen, werden überschrieben, wenn er das nächste Mal geöffnet wird.

## Eingelesene Verläufe
imports-heading = { $count ->
    [one] Ein eingelesener Verlauf
   *[other] { $count } eingelesene Verläufe
 }
imports-what = Zahlen, keine Worte.
import-line = { $messages ->
    [one] eine Nachricht
   *[other] { $messages-told } Nachrichten
 } und { $calls ->
    [one] ein Anruf
   *[other] { $calls-told } Anrufe
 }, { $first } bis { $last }
import-line-messages = { $messages ->
    [one] eine Nachricht
   *[other] { $messages-told } Nachrichten
 }, { $first } bis { $last }
import-no-name = Ohne Namen
import-heading = Ein eingelesener Verlauf
import-correct-what = Alles davon bleibt im Tresor und zählt nicht mehr.
import-is-back = Er wurde zurückgenommen und zählt nicht mehr.
import-delete-what = Alle seine Zahlen gehen, und sonst nichts. Was über den Kontakt zu lesen ist, wird ohne ihn gelesen.
import-no-id = Er kam ohne Namen, darum kann er nicht zurückgenommen werden. Er lässt sich als Ganzes löschen.

## An einem vergangenen Tag eintragen
past-heading = An einem vergangenen Tag eintragen
past-what = Es zählt von dem Tag und der Stunde an, die du angibst.
past-at = Wann war es?
past-at-hint = In deiner Zeitzone, { $zone }.
past-check-in = Wie es dir ging
past-contact = Ein Kontakt
past-urge = Ein Drang
past-met = Ein Treffen
past-work = Etwas Arbeit an dir
past-note = Eine Notiz
past-keep = Behalten
past-by = Von wem ging es aus?
past-by-me = Von mir
past-by-partner = Von der anderen Person
past-started = Begonnen, oder eine Antwort?
past-started-yes = Begonnen
past-started-no = Eine Antwort
past-about = Worüber?
about-personal = Über euch beide
about-practical = Praktisches
past-tone = Wenn es von der anderen Person kam: wie klang es?
tone-stop = Ein Stopp
past-strength = Wie stark war er, 0 bis 10?
past-after = Und nach einer Weile, 0 bis 10? Lass es leer, wenn du nicht noch einmal hingeschaut hast.
past-acted = Ich habe mich dann gemeldet
past-planned = Minuten, die vorher ausgemacht waren
past-minutes = Minuten, die es wurden
past-note-text = Was war
past-mood = Stimmung, 0 bis 10

## Was jede Art von Eintrag sagt
told-situation = Wie es steht
told-situation-wish-reunite = du willst die andere Person zurück
told-situation-wish-unsure = du weißt nicht sicher, was du willst
told-situation-wish-end = du willst es beenden
told-situation-left = gegangen am { $day }
told-situation-apart = getrennt wohnend
told-situation-together = unter einem Dach
told-situation-shares = gemeinsam: { $shares }
told-situation-shares-nothing = nichts gemeinsam
told-share-children = Kinder
told-share-home = eine Wohnung
told-share-money = Geld
told-share-work = Arbeit
told-situation-zone = Zeitzone { $zone }
told-situation-country = Land { $country }
told-situation-instinct = du würdest dich { $often ->
    [one] einmal in der Woche
   *[other] { $often }-mal in der Woche
 } melden
told-situation-widest = größter Abstand { $days } Tage
told-situation-day-starts = dein Tag beginnt um { $hour }
told-limit-order = Es gibt eine gerichtliche Anordnung
told-limit-told-to-stop = Die andere Person sagte Stopp
told-limit-space = Die andere Person bat um Abstand
told-limit-none = Eine Grenze ist zu Ende
told-limit-until = bis { $day }
told-limit-channel = nur für diesen Weg: { $channel }
told-limit-blocked = durch Blockieren
told-limit-confirmed = bestätigt
told-limit-unconfirmed = nicht bestätigt
told-fear-yes = Du hast Angst vor der anderen Person
told-fear-no = Du hast keine Angst vor der anderen Person
told-urge = Ein Drang, dich zu melden: { $channel }
told-urge-strength = Stärke { $figure } von 10
told-urge-after = später { $figure }
told-urge-acted = du hast dich gemeldet
told-contact-me-started = Du hast dich gemeldet: { $channel }
told-contact-me-answered = Du hast geantwortet: { $channel }
told-contact-partner-started = Die andere Person meldete sich: { $channel }
told-contact-partner-answered = Die andere Person antwortete: { $channel }
told-about-personal = über euch beide
told-about-practical = praktisch
told-tone-warm = es klang warm
told-tone-neutral = es klang weder warm noch kalt
told-tone-cold = es klang kalt
told-tone-stop = es war ein Stopp
told-minutes = { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-days = { $figure ->
    [one] ein Tag
   *[other] { $figure } Tage
 }
told-request = Die andere Person bat um { $what }
told-request-boundary = Die andere Person zog eine Grenze
told-request-practical = Die andere Person bat um etwas Praktisches
told-what-talk = ein Gespräch
told-what-call = einen Anruf
told-what-visit = einen Besuch
told-what-meal = ein Essen
told-what-outing = einen Ausflug
told-what-night = eine Nacht
told-what-weekend = ein Wochenende
told-what-trip = eine Reise
told-request-open = so lange du willst
told-request-begins = für { $when }
told-met = Ihr habt euch getroffen
told-met-planned = ausgemacht: { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-met-minutes = es wurden { $figure ->
    [one] eine Minute
   *[other] { $figure } Minuten
 }
told-met-ended-me = du hast es beendet
told-met-ended-partner = die andere Person hat es beendet
told-checkin = Wie es dir ging
told-sleep = { $figure ->
    [one] eine Stunde
   *[other] { $figure } Stunden
 } geschlafen
told-asleep = { $figure } Min. bis zum Einschlafen
told-awake = { $figure } Min. wach
told-suffered = der Tag litt darunter
told-suffered-not = der Tag litt nicht darunter
told-ate-well = gut gegessen
told-ate-little = wenig gegessen
told-ate-hardly = kaum gegessen
told-moved = { $figure } Min. bewegt
told-worked = die Arbeit des Tages getan
told-worked-not = nicht gearbeitet
told-people = unter { $figure ->
    [one] einem Menschen
   *[other] { $figure } Menschen
 }
told-mood = Stimmung { $figure } von 10
told-drinks = Getrunken: { $figure }
told-questionnaire = Der Bogen { $name }
told-questionnaire-total = die Antworten ergeben zusammen { $total }
told-questionnaire-missing = eine Antwort blieb offen, darum keine Summe
told-work = Arbeit an dir: { $sort }
told-work-counsellor = Beratung
told-work-reading = Lesen
told-work-friend = Gespräch unter Freunden
told-work-clergy = Seelsorge
told-work-exercise = eine Übung
told-work-other = etwas anderes
told-mention = Du hast deine Arbeit an dir erwähnt
told-change = Etwas, das du ändern willst
told-kept = Gehalten
told-slipped = Ausgerutscht
told-repaired = Wiedergutgemacht
told-hard-date = Ein schwerer Tag: { $day }
told-yearly = jedes Jahr
told-draft-start = Ein Entwurf, um dich zu melden
told-draft-reply = Ein Entwurf, eine Antwort
told-draft-practical = Ein Entwurf, praktisch
told-draft-closure = Ein Entwurf, der letzte Brief
told-draft-never-send = Ein Brief, der nie abgeschickt wird
told-draft-sent = Du hast einen Entwurf abgeschickt, anderswo
told-draft-let-go = Du hast einen Entwurf losgelassen
told-need-food = Es fehlt: Essen
told-need-housing = Es fehlt: ein Platz zum Wohnen
told-need-money = Es fehlt: Geld
told-need-transport = Es fehlt: wie du unterwegs bist
told-need-papers = Es fehlen: Papiere
told-need-other = Es fehlt: etwas Praktisches
told-need-food-met = Fehlt nicht mehr: Essen
told-need-housing-met = Fehlt nicht mehr: ein Platz zum Wohnen
told-need-money-met = Fehlt nicht mehr: Geld
told-need-transport-met = Fehlt nicht mehr: wie du unterwegs bist
told-need-papers-met = Fehlen nicht mehr: Papiere
told-need-other-met = Fehlt nicht mehr: etwas Praktisches
told-sign-opening = Ein Zeichen, dass sich etwas öffnet
told-sign-ending = Ein Zeichen, dass es endet
told-enough = Was genug wäre, um aufzuhören
told-review-date = Noch einmal fragen am { $day }
told-note = Eine Notiz
told-appointment-counsellor = Ein Termin in der Beratung: { $when }
told-appointment-doctor = Ein Termin in der Arztpraxis: { $when }
told-appointment-other = Ein Termin: { $when }
told-person = Jemand, an den du dich wenden kannst
told-can-listen = hört zu
told-can-distract = bringt dich auf andere Gedanken
told-can-night = auch nachts erreichbar
told-message = Eine eingelesene Nachricht
told-readiness-why-they-left = Bereit sein: warum die andere Person ging
told-readiness-what-is-different = Bereit sein: was jetzt anders ist
told-readiness-opening-line = Bereit sein: wie das erste Gespräch beginnt
told-readiness-will-not-do = Bereit sein: was du nicht tun wirst
told-place = Dein Ort auf der Karte
told-stage-brings = was beide mitbringen
told-stage-romantic-love = Verliebtsein
told-stage-power-struggle = Machtkampf
told-stage-parting = Trennung
told-stage-learning = Lernen
told-stage-lasting-love = eine Liebe, die bleibt
told-learnt = gelernt: { $skill }
told-skill-safety = Sicherheit
told-skill-reliable-membership = verlässliches Dazugehören
told-skill-diversity = Anderssein
told-skill-autonomy = selbst bestimmen
told-skill-purpose = Sinn
told-skill-healing = alte Wunden heilen
told-skill-sharing = alles teilen
told-plan = Ein Teil des Plans für die schlimmste Stunde
told-calm = Eine Übung zur Ruhe
told-calm-helped = hat geholfen
told-calm-not-for-me = weggelegt
told-calm-again = soll wieder da sein
told-feed = Eine Adresse für einen Kalender wurde erstellt
told-feed-revoked = Die Adresse für den Kalender wurde zurückgenommen
told-names = Wie euch Nachrichtenverläufe nennen
told-settings = Wie die App sich verhält
told-settings-lock = schließt nach { $figure ->
    [one] einer Minute
   *[other] { $figure } Minuten
 }
told-settings-language = Sprache { $tag }
told-retract = Du hast etwas zurückgenommen
told-false-alarm = Du hast Worte als Fehlalarm bezeichnet
told-erased-limit = Ein gelöschter Eintrag. Die Grenze, die er setzte, bleibt.
told-erased-fear = Ein gelöschter Eintrag. Dass du Angst hattest, bleibt.
told-erased-stop = Ein gelöschter Eintrag. Dass die andere Person Stopp sagte, bleibt.
told-erased-words = Ein gelöschter Eintrag. Dass es Worte von Gewalt gab, oder davon, verletzt zu werden, bleibt.
told-channel-call = ein Anruf
told-channel-text = eine Nachricht
told-channel-voice = eine Sprachnachricht
told-channel-email = eine E-Mail
told-channel-letter = ein Brief
told-channel-social = soziale Medien
told-channel-visit = ein Besuch
told-channel-gift = ein Geschenk
told-channel-ask-others = andere fragen
told-channel-look-up = nachsehen
