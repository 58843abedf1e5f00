# Die App im Heimnetz: wer was sehen kann, und wessen Tür es ist.
network-heading = Wer in diesem Netz was sehen kann
network-machine = Deine Worte liegen auf dem Rechner, auf dem Halflight läuft, versiegelt mit deiner Passphrase; dieses Gerät behält nichts davon. Wer jenen Rechner betreut, könnte das Programm ändern und deine Passphrase erfahren. Nutze es nur dort, wo du diesem Menschen vertraust.
network-line = Die Leitung zwischen diesem Gerät und jenem Rechner ist versiegelt. Andere im Netz können sehen, dass beide miteinander sprechen, und wann. Was gesagt wird, sehen sie nicht.
network-door = Wer diese Adresse öffnet, sieht, dass es hier Halflight gibt, und die Hilfeseite. Passphrasen kann man ausprobieren: fünf sofort, dann immer langsamer, und so lange muss auch deine warten.
network-names = Auch Namen kann man ausprobieren. Nimm einen, der nichts verrät.
network-help = Im Netz stehen der Plan und der Mensch, die du auf die Hilfeseite gestellt hast, dort nur nach deiner Passphrase. Heb die Nummer auch auf Papier oder im Telefon auf.
who-heading = Wer bist du?
who-what = Auf diesem Rechner haben mehrere Menschen je einen Tresor. Tippe den Namen, den deiner bekommen hat.
who-name = Name
who-go = Weiter
who-unknown = Hier hat kein Tresor diesen Namen. Sieh nach, wie er geschrieben wird, oder frag, wer Halflight gestartet hat.
who-else = Ich bin jemand anderes
