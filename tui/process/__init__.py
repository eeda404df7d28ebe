"""The process and its terminal: how it ends, what faults leave behind, what is typed into it."""
