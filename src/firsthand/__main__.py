"""``python -m firsthand``: the program without its script."""

from firsthand.cli import main

if __name__ == "__main__":
    main()
