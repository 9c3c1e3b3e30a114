"""``python -m cardscan``: the command line."""

from cardscan.cli.app import main

if __name__ == "__main__":
    main()
