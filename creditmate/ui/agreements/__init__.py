"""What is agreed, asked and noted: promises, plans, queries, opportunities and feedback."""
