"""The rooms of scripts/train_judge.py: rows, labels, encoder, stack, figures."""
