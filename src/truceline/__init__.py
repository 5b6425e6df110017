"""Truceline: a sourced ledger of ceasefire and armistice incidents."""

__version__ = "0.1.0"
