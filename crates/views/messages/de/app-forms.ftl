# Die Fragebögen in ihrem eigenen Wortlaut (Spitzer, Williams, Kroenke und andere; frei zu vervielfältigen, zu übersetzen,
# zu zeigen und zu verbreiten; deutsch nach dem PHQ-D), was zu einer Antwort gesagt werden darf, was im Alltag fehlt,
# Schlaf und Stimmung über die Zeit.
forms-heading = Bögen für die Arztpraxis
forms-what = Kurze Bögen, die Ärztinnen und Ärzte kennen. Du musst keinen ausfüllen. Was du antwortest, bleibt hier, es sei denn, du zeigst es jemandem.
forms-fill = Ausfüllen
forms-done = Was du ausgefüllt hast
forms-longer = Es gibt einen längeren mit neun Fragen, wenn du magst.
forms-leave-out = Du kannst auslassen, was du willst. Der Bogen sagt „Sie“; sein Wortlaut bleibt, wie er ist.
form-phq-2 = Zwei Fragen zur Stimmung (PHQ-2)
form-phq-9 = Neun Fragen zur Stimmung (PHQ-9)
form-gad-7 = Sieben Fragen zu Sorgen (GAD-7)
form-notice = Entwickelt von Dr. Robert L. Spitzer, Dr. Janet B. W. Williams, Dr. Kurt Kroenke und anderen, gefördert von Pfizer Inc. Vervielfältigen, Übersetzen, Zeigen und Verbreiten ist ohne Erlaubnis gestattet.
form-keep = Antworten behalten
form-total = Deine Antworten ergeben zusammen { $total }.
form-missing = Eine Antwort fehlt, darum steht hier keine Summe.
form-doctor = Werte ab { $score } sind oft ein Grund, mit einem Arzt oder einer Ärztin zu sprechen.
form-no-diagnosis = Das ist keine Diagnose.
form-ninth = Die neunte Frage ist offen geblieben. Wenn du kannst, beantworte sie.
form-answer-0 = Überhaupt nicht
form-answer-1 = An einzelnen Tagen
form-answer-2 = An mehr als der Hälfte der Tage
form-answer-3 = Beinahe jeden Tag
phq-question = Wie oft fühlten Sie sich im Verlauf der letzten 2 Wochen durch die folgenden Beschwerden beeinträchtigt?
phq-item-1 = Wenig Interesse oder Freude an Ihren Tätigkeiten
phq-item-2 = Niedergeschlagenheit, Schwermut oder Hoffnungslosigkeit
phq-item-3 = Schwierigkeiten, ein- oder durchzuschlafen, oder vermehrter Schlaf
phq-item-4 = Müdigkeit oder Gefühl, keine Energie zu haben
phq-item-5 = Verminderter Appetit oder übermäßiges Bedürfnis zu essen
phq-item-6 = Schlechte Meinung von sich selbst; Gefühl, ein Versager zu sein oder die Familie enttäuscht zu haben
phq-item-7 = Schwierigkeiten, sich auf etwas zu konzentrieren, z. B. beim Zeitunglesen oder Fernsehen
phq-item-8 = Waren Ihre Bewegungen oder Ihre Sprache so verlangsamt, dass es auch anderen auffallen würde? Oder waren Sie im Gegenteil „zappelig“ oder ruhelos und hatten dadurch einen stärkeren Bewegungsdrang als sonst?
phq-item-9 = Gedanken, dass Sie lieber tot wären oder sich Leid zufügen möchten
gad-question = Wie oft fühlten Sie sich im Verlauf der letzten 2 Wochen durch die folgenden Beschwerden beeinträchtigt?
gad-item-1 = Nervosität, Ängstlichkeit oder Anspannung
gad-item-2 = Nicht in der Lage sein, Sorgen zu stoppen oder zu kontrollieren
gad-item-3 = Übermäßige Sorgen bezüglich verschiedener Angelegenheiten
gad-item-4 = Schwierigkeiten zu entspannen
gad-item-5 = Rastlosigkeit, so dass Stillsitzen schwer fällt
gad-item-6 = Schnelle Verärgerung oder Gereiztheit
gad-item-7 = Gefühl der Angst, so als würde etwas Schlimmes passieren

## Was im Alltag fehlt
needs-heading = Was fehlt
needs-what = Sag, was es ist, und wer außer der anderen Person dabei helfen kann. Ein Anruf ist ein Anfang.
needs-missing = Es fehlt
needs-met = Es ist da
needs-is-missing = Fehlt gerade
need-food = Essen
need-food-whom = Der Tisch von Freunden; die Tafel; die Kantine bei der Arbeit.
need-housing = Ein Platz zum Wohnen
need-housing-whom = Familie oder Freunde für ein paar Nächte; das Wohnungsamt; eine Notunterkunft.
need-money = Geld
need-money-whom = Deine Bank; die Schuldnerberatung; das Sozialamt; deine Arbeitsstelle.
need-transport = Unterwegs sein
need-transport-whom = jemand aus der Nachbarschaft oder von der Arbeit mit einem Auto; eine Monatskarte.
need-papers = Papiere
need-papers-whom = Das Bürgeramt; dein Konsulat; eine Rechtsberatung.
need-other = Etwas anderes
need-other-whom = Sag es laut zu einem deiner Menschen. Vielleicht kommt von dort, wer helfen kann.

## Schlaf und Stimmung über die Zeit
figure-day = Tag
figure-sleep = Geschlafene Stunden
figure-sleep-unit = Stunden
figure-sleep-what = Für jeden der letzten sechzig Tage mit einer Antwort die geschlafenen Stunden.
figure-sleep-foot = Drei schlechte Nächte je Woche, zwei Wochen lang: ein Grund, ärztlichen Rat zu suchen.
figure-mood = Stimmung
figure-mood-unit = Von 0 bis 10
figure-mood-what = Für jeden der letzten sechzig Tage mit einer Antwort die Stimmung von 0 bis 10.
figure-mood-foot = Sieben tiefe Tage in Folge: ein Grund, ärztlichen Rat zu suchen.
checkin-over-time = Über die Zeit
checkin-forms = Bögen für die Arztpraxis
checkin-needs = Im Alltag fehlt etwas
today-go = Dorthin
