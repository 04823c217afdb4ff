"""Small words and parts of speech that several rules of attribution ask for."""

NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
"""Parts of speech of which a phrase that names somebody is made."""

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
"""Pronouns that can be a subject."""

RELATIVES = frozenset({"who", "which", "that", "what", "whom", "whose"})
"""Words that open a relative clause."""

JOINING = frozenset({"and", "but", "while", "though", "although", "whereas", "yet"})
"""Words that join a clause to the one before."""

LINKS = frozenset({"that", "how", "why", "whether", "what", "if", "where", "who", "when"})
"""Words that open a clause which tells what was said."""
