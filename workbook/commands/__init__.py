"""What the command line can do, one file for each command; `cli.py` knows their words, and brings one in when it is asked for.

Each has `run(options)`, which gives the exit status. 0: done. 1: what was looked at is at fault, or nothing was done. 2: the words
of the command, or the passphrase, do not fit.
"""
