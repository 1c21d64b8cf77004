"""What is wrong with a text, one file a family of faults."""

from actum.collate.faults.find import find_faults

__all__ = ["find_faults"]
