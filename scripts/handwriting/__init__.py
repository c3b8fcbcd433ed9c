"""Training and measuring the reader of figures written by hand; nothing here is installed with the program."""
