"""The reading room: pages in the browser over what the workflow gives; reads no files of its own but its page data."""
