"""python -m truceline."""

from truceline.cli.main import main

if __name__ == "__main__":
    main()
