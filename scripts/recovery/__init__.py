"""Training and measuring the recovery model; nothing here is installed with the program."""
