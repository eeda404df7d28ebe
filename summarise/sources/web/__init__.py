"""Pages of the web: fetched under limits, kept, and handed to the door as bytes like any other.

Nothing heavy is imported before an address is opened: which names are addresses is known by
``addresses`` alone.
"""
