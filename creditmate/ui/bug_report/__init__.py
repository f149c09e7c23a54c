"""What is shown after something of ours went wrong."""
