"""The causal map walked: paths, loops, what-if, centrality."""
