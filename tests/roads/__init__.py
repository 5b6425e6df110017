"""Whole roads: documents in, ledger out, compared with what was written by hand."""
