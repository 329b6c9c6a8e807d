"""Dragoman: news articles to a knowledge graph of diplomatic events."""
