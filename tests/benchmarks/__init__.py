"""Measurements beside other ways to do the job; run with ``python -m tests.benchmarks``."""
