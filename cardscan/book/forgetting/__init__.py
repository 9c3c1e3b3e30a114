"""Forgetting: a person is erased from the book and from the files that it led to.

``forget.forget`` erases, ``returning`` keeps scans from bringing the person back unasked,
``holdings`` gives everything that is held on one, ``age`` tells whom nobody met for long.
"""
