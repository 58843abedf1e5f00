# Entwürfe: hier geschrieben, zurückgehalten, gelesen, dann anderswo selbst gesendet oder losgelassen.
drafts-heading = Entwürfe
drafts-what = Was du senden würdest, schreibst du hier, und hier bleibt es erst einmal. Du sendest es selbst, anderswo, oder lässt es los.
drafts-none = Gerade keine.
drafts-new = Schreiben
drafts-limited = Manche Arten von Nachrichten sind jetzt nicht offen. Die Seite „Heute“ sagt, warum.
draft-sort-start = Um dich zu melden
draft-sort-reply = Eine Antwort
draft-sort-practical = Eine praktische Nachricht
draft-sort-closure = Ein Abschiedsbrief
draft-sort-never-send = Ein Brief, der nie gesendet wird
draft-letter-kept = Hier aufgehoben, bei dir.
draft-letter-said = Niemand bekommt ihn, darum ist nichts darin markiert.
write-heading-start = Was du sagen würdest
write-heading-reply = Deine Antwort
write-heading-practical = Eine praktische Nachricht
write-heading-closure = Der Abschiedsbrief
write-heading-never-send = Ein Brief, der nie gesendet wird
write-what-start = Leicht, kurz, ohne Bitte. Es bleibt hier bis zum Fenster, mindestens aber einen Tag.
write-what-reply = Etwa so lang wie die Nachricht, bei ihrem Thema, ohne neue Bitte.
write-what-practical = Eine Tatsache, eine Bitte, ein Datum. Sonst nichts.
write-what-closure = Kurz und ohne Vorwurf. Es ist die eine Nachricht, die nicht warten muss, und es ist die letzte.
write-what-never-send = Alles, so wie es ist. Niemand bekommt ihn.
write-text = Deine Worte
write-keep-start = Zurückhalten
write-keep-reply = Ansehen
write-keep-practical = Ansehen
write-keep-closure = Ansehen
write-keep-never-send = Aufheben
write-nothing-sent = Von hier wird nichts gesendet.
draft-review = Noch einmal gelesen
draft-note = Anmerkung
draft-review-english = Die Durchsicht liest bisher nur Englisch. In deinem Entwurf kann stehen, was sie nicht bemerkt.
draft-change = Ändern
draft-change-hint = Streichen und Kürzen hilft am meisten. Ein geänderter Entwurf wird von Neuem zurückgehalten.
draft-change-keep = Änderung behalten
draft-let-go = Loslassen
draft-let-go-what = Er wird hier nicht mehr gezeigt.
draft-sent = Ich habe ihn gesendet
draft-sent-what = Von dir selbst, anderswo. Er zählt als der Kontakt, der er ist.
draft-sent-how = Auf welchem Weg?
draft-sent-note = Aufschreiben

## Marks and what they weigh
mark-pursue = Nachlaufen
mark-pressure = Druck
mark-guilt = Schuldgefühle
mark-self-pity = Selbstmitleid
mark-blame = Vorwurf
mark-teach = Belehren
mark-proxy = Über andere
mark-threat = Eine Drohung
mark-evade = Um eine Grenze herum
mark-monitor = Beobachten
weight-0 = gut zu wissen
weight-1 = sanfter
weight-2 = weglassen
weight-3 = nicht senden

## What is said of a whole draft. In English the review's own sentences are these.
review-self-pressing = Diese Worte können auf Gefahr für dich hindeuten. Bitte sieh zuerst auf die Hilfeseite; dort ist jetzt jemand da. Gesendet würden sie auch die andere Person unter Druck setzen.
review-self = Diese Worte können auf Gefahr für dich hindeuten. Bitte sieh zuerst auf die Hilfeseite; dort ist jetzt jemand da. Der Entwurf kann warten.
review-other = Diese Worte können darauf hindeuten, dass jemand zu Schaden kommt. Bitte halte Abstand, und sieh zuerst auf die Hilfeseite. Der Entwurf kann warten.
review-both = Diese Worte können auf Gefahr für dich und für jemand anderen hindeuten. Bitte sieh jetzt auf die Hilfeseite, und bleib der anderen Person erst einmal fern.
review-afraid = So klingt jemand, dem wehgetan wird oder der Angst hat. Auf der Hilfeseite stehen Menschen, die sich damit auskennen. Du schuldest keine Antwort.
review-order = Es gilt eine gerichtliche Anordnung. Nichts geht an die andere Person, auf keinem Weg. Was sie erlaubt, sagt dir ein Anwalt oder eine Anwältin.
review-space = Die andere Person hat um Abstand gebeten. Du beginnst nichts, bis sie schreibt oder der Tag vorbei ist, den sie genannt hat.
review-stop = Du wurdest gebeten aufzuhören. Eine persönliche Nachricht wird nicht gesendet, so freundlich sie auch ist. Sie kann hier bleiben, als Brief, der nie gesendet wird.
review-look-again = Manche Worte hier lesen sich vielleicht härter, als du sie meinst. Sieh noch einmal hin; es muss nichts gesendet werden.
review-none-noticed = Ich habe keines der Muster bemerkt, auf die ich achte. Das ist keine Zustimmung.

## How marked words may read to someone who is leaving: the reading of a mark, then what could become of the words. In
## English the review's own sentences, which know more kinds, stand in place of these.
mark-why = „{ $words }“: { $reading } { $advice }
mark-reads-pursue = Das kann sich lesen wie der Wunsch nach einer Nähe, um die niemand gebeten hat.
mark-reads-pressure = Das kann sich lesen wie die Forderung nach einer Antwort oder nach Zeit.
mark-reads-guilt = Das kann sich lesen wie: Dein Schmerz ist das Werk der anderen Person, und sie muss ihn heilen.
mark-reads-self-pity = So erzählt kann Leiden sich anfühlen wie ein Ruf, zu kommen und zu retten.
mark-reads-blame = Das kann sich lesen wie ein Urteil darüber, wer schuld ist.
mark-reads-teach = Das kann nach einer Lektion klingen.
mark-reads-proxy = Andere nach der anderen Person zu fragen, kann zu ihr dringen und sich anfühlen wie Beobachtung.
mark-reads-threat = Das kann sich lesen wie eine Drohung und Angst machen; es kann auch rechtliche Folgen haben.
mark-reads-evade = Das geht um eine Grenze herum, die gesetzt wurde; es kann sich anfühlen, als würde gar nicht zugehört.
mark-reads-monitor = Das zeigt, dass du nachgesehen hast, und kann sich anfühlen wie Beobachtung.
mark-could-0 = Gut zu wissen, mehr nicht.
mark-could-1 = Es könnte kürzer sein oder warten.
mark-could-2 = Es könnte wegbleiben.
mark-could-3 = Bitte lass das ungesendet.
