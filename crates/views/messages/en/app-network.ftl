# The app on a home network: who can see what, and whose door it is.
network-heading = Who on this network can see what
network-machine = Your words are kept on the machine that runs Halflight, sealed with your passphrase; this device keeps none of them. Whoever looks after that machine could change the program and learn your passphrase. Use it only where you trust them.
network-line = The line between this device and that machine is sealed. Others on the network can see that the two talk, and when. They cannot see what is said.
network-door = Whoever opens this address sees that Halflight is here, and its help page. They can try passphrases: five at once, then more and more slowly, and meanwhile yours has to wait too.
network-names = They can try names as well. Take one that tells nothing.
network-help = On the network the plan and the person that you put on the help page are shown only after your passphrase. Keep the number on paper or in your phone too.
who-heading = Who are you?
who-what = On this machine several people have a vault each. Type the name that yours was given.
who-name = Name
who-go = Go on
who-unknown = No vault here has that name. See how it is written, or ask whoever started Halflight.
who-else = I am somebody else
