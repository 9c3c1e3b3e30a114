"""The command line: one module per command.

stdout carries data only; progress, tables and sentences go to stderr.  What is heavy
loads in the command that needs it, so that ``--help`` and ``--version`` are quick.
"""
