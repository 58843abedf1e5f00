# Was Halflight über sich sagt, bevor es etwas von der Person gelesen hat.
welcome-what = Ein stiller Begleiter, nur für dich: Deine Beziehung geht zu Ende oder ist zu Ende, du willst sie zurück, und es täte dir gut, weniger zu tun. Halflight gibt deinem eigenen Kontakt ein Maß, hält deine Entwürfe zurück, sorgt für dich, und tritt zur Seite, wo jeder Kontakt schaden würde. Niemand kann dir deine Chancen nennen, auch Halflight nicht. Nichts verlässt dieses Gerät.
welcome-help-heading = In Gefahr, oder voller Angst?
welcome-help = Ruf den Notruf deines Landes an (112 in Europa, 911 in Nordamerika, 999 in Großbritannien). findahelpline.com nennt Menschen zum Reden, nach Ländern (auf Englisch).
welcome-sample-heading = Ein Beispiel
welcome-sample = zwei Menschen, die es nicht gibt; von dir wird nichts gelesen
welcome-chat-heading = Ihr Chat
welcome-chat = dieselben zwei, wie ein Telefon es ausgibt; nur Zahlen, keine Worte bleiben
welcome-yours-heading = Deines
welcome-init = leg deinen Tresor an, versiegelt auf diesem Gerät
welcome-log = schreib etwas auf
welcome-today = was die Methode jetzt sagt
welcome-advise = dasselbe aus einem einfachen Journal; nichts wird behalten
welcome-review = welche Worte eines Entwurfs schaden können
welcome-read = wie sich der Fluss des Kontakts verändert hat
welcome-why = der Abschnitt hinter einer Zeile
welcome-help-command = wen du anrufen kannst, in deinem Land
welcome-more = alles Weitere
