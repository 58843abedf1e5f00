//! What is never said, as rules on words: one for each red line on words. Whether a sentence breaks them, `said` tells.

use crate::said::Never;

/// What turns a sentence about somebody into one that says nothing of them.
const OPEN: &[&str] = &[
    "if",
    "when",
    "whether",
    "until",
    "unless",
    "may",
    "might",
    "could",
    "would",
    "what",
    "how",
    "who",
    "nobody",
    "not",
    "never",
    "no",
    "cannot",
    "can't",
    "don't",
    "nothing",
    "neither",
    "or",
    "ask|asks|say|says",
    "wenn",
    "ob",
    "bis",
    "was",
    "wie",
    "wer",
    "hope",
    "where",
    "niemand",
    "nicht",
    "nie",
    "kein|keine|keinen|keiner",
    "kann",
    "könnte",
    "vielleicht",
    "oder",
    "fragt|sagt",
];

const REUNION_01: &[&str] = &[
    "reunion",
    "reunite",
    "back together",
    "get|getting * back",
    "come|comes|coming back",
    "return|returns",
    "zurück",
    "wieder zusammen",
    "zusammen",
];
/// Red line 01.
pub(crate) const RULE_01: Never<'static> = Never {
    groups: &[
        &["%", "percent", "prozent", "# out of #", "# in #", "chance|chances|odds", "chancen"],
        REUNION_01,
    ],
    unless: &["nobody", "not", "never", "no", "niemand", "nicht", "nie", "kein|keine"],
    allowed: &[],
};

const THEM_02: &[&str] = &[
    "they",
    "he",
    "she",
    "your partner",
    "the partner",
    "sie",
    "er",
    "die andere person",
    "dein partner",
    "deine partnerin",
];
const INSIDE_02: &[&str] = &[
    "they|he|she|partner still|really|secretly|surely feel|feels|love|loves|miss|misses|want|wants|regret|regrets",
    "they|he|she|partner love|loves|miss|misses|regret|regrets",
    "they|he|she|partner feel|feels|want|wants",
    "they|he|she|partner will",
    "they'll|he'll|she'll",
    "sie|er|person|partner|partnerin liebt|lieben|vermisst|vermissen|bereut|bereuen|fühlt|fühlen|will|wollen",
    "sie|er|person|partner|partnerin wird|werden * zurückkommen|antworten|schreiben|anrufen|melden|vermissen|bereuen",
];
/// Red line 02.
pub(crate) const RULE_02: Never<'static> = Never {
    groups: &[THEM_02, INSIDE_02],
    unless: OPEN,
    allowed: &["One day your partner will probably get in touch."],
};

const LOVE_03: &[&str] = &[
    "i love you",
    "i miss you",
    "i still love",
    "come back to me",
    "come home to me",
    "give us another|one chance",
    "take me back",
    "forgive me",
    "ich liebe dich",
    "ich vermisse dich",
    "komm zurück",
    "gib uns",
    "verzeih mir",
];
/// Red line 03.
pub(crate) const RULE_03: Never<'static> = Never {
    groups: &[&["write", "send", "say", "tell", "schreib", "sag", "schick"], LOVE_03],
    unless: &["not", "never", "no", "don't", "instead", "nicht", "nie", "statt"],
    allowed: &[],
};

/// Red line 07.
pub(crate) const RULE_07: Never<'static> = Never {
    groups: &[
        &["blocked", "block", "blockiert"],
        &[
            "another|other * number|account|way|channel|app",
            "instead * call|text|write|letter|mail",
            "andere|anderen|anderem * nummer|konto|weg|kanal",
        ],
    ],
    unless: &[
        "not",
        "never",
        "no",
        "nothing",
        "nobody",
        "is a block",
        "nicht",
        "nie",
        "kein|keine|keinen|keinem",
        "nichts",
    ],
    allowed: &[],
};

/// Red line 08.
pub(crate) const RULE_08: Never<'static> = Never {
    groups: &[
        &[
            "ask|asking * friends|friend|family|mother|sister|brother|others|someone|children * about|whether|how|if|what",
            "find out * through|from",
            "frag|frage|fragen * freunde|freundin|familie|mutter|andere|kinder * nach|ob|wie",
        ],
        &["them", "they", "he", "she", "partner", "ihr", "ihm", "sie", "er"],
    ],
    unless: &[
        "not",
        "never",
        "no",
        "don't",
        "instead",
        "nobody",
        "without",
        "urge",
        "nicht",
        "nie",
        "kein|keine",
        "statt",
        "ohne",
        "noticed|reads|marks|mark",
        "by|about you",
    ],
    allowed: &[
        "asking others about them may reach them, and may feel like being watched.",
        "- Asking others how they are.",
    ],
};

/// Red line 11.
pub(crate) const RULE_11: Never<'static> = Never {
    groups: &[&[
        "best|good|right|perfect|ideal time|moment|day|hour to * write|text|call|reach|send|contact",
        "they|he|she will * reply|answer|respond|write",
        "likely|probably|soon * reply|answer|respond",
        "beste|guter|gute|richtige|günstige * zeit|zeitpunkt|moment * schreiben|anrufen|senden",
        "wird|werden * antworten",
    ]],
    unless: &[
        "no",
        "not",
        "never",
        "nobody",
        "hope",
        "cannot",
        "if",
        "when",
        "may",
        "or",
        "whether",
        "kein|keine|keinen",
        "nicht",
        "nie",
        "niemand",
        "wenn",
        "ob",
    ],
    allowed: &[],
};

/// Red line 12.
pub(crate) const RULE_12: Never<'static> = Never {
    groups: &[&[
        "you are safe",
        "you're safe",
        "all clear",
        "approved",
        "safe to send",
        "good to send",
        "looks safe|fine|good",
        "you're fine",
        "you are fine",
        "du bist sicher|in sicherheit",
        "entwarnung",
        "genehmigt",
        "kann gesendet werden",
        "unbedenklich",
    ]],
    unless: &[
        "not",
        "never",
        "no",
        "nobody",
        "whether",
        "until",
        "nicht",
        "nie",
        "kein|keine|niemand",
        "ob",
        "bis",
        "if",
        "wenn",
    ],
    allowed: &[
        "For the rest there is a lawyer and, for the children, the channel that the court has approved.",
    ],
};

/// Red line 14.
pub(crate) const RULE_14: Never<'static> = Never {
    groups: &[&[
        "overdose",
        "noose",
        "hang|hanging yourself|himself|herself|themselves|oneself",
        "jump off|from",
        "cut|cutting * wrists",
        "slit",
        "shoot|shooting yourself|himself|herself",
        "carbon monoxide",
        "razor",
        "in front of a train",
        "poison yourself",
        "sleeping pills",
        "überdosis",
        "strick",
        "erhängen",
        "pulsadern",
        "von der brücke",
        "vor den zug",
        "schlaftabletten",
        "rasierklinge",
    ]],
    unless: &[],
    allowed: &[],
};

/// Red line 16.
pub(crate) const RULE_16: Never<'static> = Never {
    groups: &[&[
        "you have|suffer * depression|ptsd|insomnia|disorder",
        "you've * depression|ptsd|insomnia|disorder",
        "you are depressed|clinically|mentally",
        "you're depressed|clinically|mentally",
        "take|taking * tablet|tablets|pill|pills|mg|antidepressant|antidepressants|medicine|medication",
        "stop|start taking",
        "du hast * depression|angststörung|störung",
        "du bist depressiv|krank",
        "nimm|nehmen * tablette|tabletten|medikament|medikamente|mg",
        "setz|setze * ab",
    ]],
    unless: &[
        "never",
        "not",
        "no",
        "doctor|doctor's",
        "nie",
        "nicht",
        "kein|keine",
        "arzt|ärztin|ärztlichen|ärztliche|ärztlicher",
        "if",
        "whether",
        "ob",
        "may",
    ],
    allowed: &[],
};

/// Red line 20.
pub(crate) const RULE_20: Never<'static> = Never {
    groups: &[&[
        "streak|streaks",
        "# days since",
        "days|day without contact|them|him|her",
        "# days|weeks clean|strong|sober",
        "countdown",
        "# days|hours|minutes left|to go|until you",
        "lose|lost your progress",
        "start|starts|back * again at zero|nought|one",
        "# tage ohne|seit",
        "serie",
        "noch # tage|stunden",
    ]],
    unless: &[
        "no",
        "not",
        "never",
        "nothing",
        "nobody",
        "kein|keine",
        "nicht",
        "nie",
        "nichts",
        "count your",
    ],
    allowed: &[],
};
