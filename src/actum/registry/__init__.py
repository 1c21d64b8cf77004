"""The authority files: what a name can mean, with its sources."""
