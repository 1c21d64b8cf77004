"""Two texts, divided and read, laid side by side: what was kept, reworded, moved, split, merged, added, dropped."""

from actum.align.align import align

__all__ = ["align"]
