"""One file a page: its address, and what its template needs."""
