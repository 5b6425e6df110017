"""Gates: what the reading scores on coded documents, with floors that only rise."""
