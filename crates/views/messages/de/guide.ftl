# Der Rahmen um die Seiten des Leitfadens, und die Wörter auf seiner Karte. Die Seiten selbst stehen in guide/en.
guide-heading = Der Leitfaden
guide-intro = Die Methode in einfachen Worten. Drei Wege hinein: hier anfangen, mit eigenen Worten fragen, oder die Karte ansehen.
guide-ask = Frag mit deinen eigenen Worten, auf Englisch
guide-find = Finden
guide-english = Der Leitfaden ist bisher auf Englisch geschrieben.
guide-to-map = Die Karte ansehen
guide-by-question = Nach Fragen
guide-by-theme = Nach Themen
guide-page-of = Die Seite dazu
guide-how-to-ask = halflight guide she does not answer
guide-how-to-read = halflight guide NAME
guide-asking = findet die Seiten zu einer Frage, auch mit Tippfehlern
guide-reading = zeigt die Seite dieses Namens
guide-minutes = { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
 }
guide-found = Seiten zu deiner Frage
guide-nothing-found = Dazu wurde keine Seite gefunden. Versuch andere Wörter, oder weniger.
guide-nothing-found-more = halflight guide nennt alle Seiten; halflight help ist immer offen.
guide-read-on = Weiterlesen
guide-clauses = Abschnitte
guide-sources = Quellen
guide-note-remark = Hinweis
guide-note-say = Das passt
guide-note-rather-not = Lieber nicht
guide-note-safety = Zuerst

## Seine Teile
guide-part-start = Hier anfangen
guide-part-safe = Wo Sicherheit vorgeht
guide-part-space = Schritt 1: Raum lassen
guide-part-care = Schritt 2: für dich sorgen
guide-part-work = Schritt 3: lernen
guide-part-skills = Zum Üben
guide-part-half = Schritt 4: wenn die andere Person sich meldet
guide-part-signs = Zeichen, und Entscheiden
guide-part-road = Weiter auf dem Weg
guide-part-about = Was man weiß

## Die Karte (MAP-1, MAP-2)
map-title = Die Karte: wo bist du?
map-here = Hier bist du
map-next = Als Nächstes lernen
map-again = dasselbe noch einmal, mit jemand anderem
map-where = Wo siehst du dich heute?
map-learnt = Was davon hältst du für gelernt?
map-keep = So behalten
map-in-words = Die Karte in Worten
map-foot = Niemand sonst ordnet dich ein. Wähl den Ort, der heute passt.
map-brings = Was beide mitbringen
map-brings-more = Zwei Kindheiten, und fünf Wünsche: Sicherheit, verlässliches Dazugehören, Anderssein, Selbstbestimmung, Sinn
map-romantic-love = Verliebtsein
map-romantic-love-more = In allem gleich; es bleibt nicht, und soll es auch nicht
map-power-struggle = Machtkampf
map-power-struggle-more = Wer hat recht? Ein Stück des Weges, kein falscher Mensch
map-parting = Trennung
map-parting-more = Danach oft
map-learning = Lernen
map-learning-more = Eins nach dem anderen, mit Ausrutschern
map-lasting-love = Eine Liebe, die bleibt
map-lasting-love-more = Die Aufsätze sagen, dass eines von zwanzig Paaren dort ankam; über euch beide sagt das nichts
map-skill-safety = Sicherheit
map-skill-reliable-membership = Verlässliches Dazugehören
map-skill-diversity = Anderssein
map-skill-autonomy = Selbst bestimmen
map-skill-purpose = Sinn
map-skill-healing = Alte Wunden heilen
map-skill-sharing = Alles teilen
map-description = Ein Weg in sechs Orten. { $places } Beim Machtkampf gabelt sich der Weg: zur Trennung, von der eine gestrichelte Linie zum Verliebtsein zurückführt, und zum Lernen, von dem sieben Fähigkeiten weiterführen: { $skills }.
map-description-place = { $number }. { $name }: { $more }.
map-description-here = Du siehst dich bei: { $name }.
map-description-next = Als Nächstes lernen: { $name }.
