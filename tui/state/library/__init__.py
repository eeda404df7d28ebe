"""The library: places, the articles in them, what is known of each, and what the reader said of it.

No widget in here: screens show what these modules work out.
"""
