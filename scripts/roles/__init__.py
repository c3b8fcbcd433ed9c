"""Training and measuring the judgement of roles; nothing here is installed with the program."""
