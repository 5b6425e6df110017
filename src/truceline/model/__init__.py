"""The words of the field as frozen records; standard library only, no I/O."""
