"""The look: tokens, and what Qt is told of them."""
