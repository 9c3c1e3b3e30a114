"""Migrations of the book, one module for each form that it has had."""
